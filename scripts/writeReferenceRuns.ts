/**
 * Puts finished runs among those that the site ships:
 * `npx tsx scripts/writeReferenceRuns.ts FILE...`, each file written by `npm run benchside -- run --json FILE`.
 * A run of the same spec takes the place of the one that was there.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNoModel } from '../src/core/calls/model.ts';
import { SUMMARY_VERSION } from '../src/core/runs/runSummary.ts';
import { runIdentity } from '../src/core/runs/spec.ts';
import type { ResultBundle } from '../src/core/share/bundle.ts';
import { parseBundleText, parseBundleValue } from '../src/core/share/parseBundle.ts';
import type { ReferenceIndex } from '../src/core/share/referenceRuns.ts';
import { shippedWeights } from './shippedWeights.ts';
import { summariseBundle } from './summariseBundle.ts';

const RUNS = new URL('../static-data/runs/', import.meta.url).pathname;

function fileName({ spec }: ResultBundle): string {
  const { student, judge } = spec.roles;
  const players = [student, judge].filter((model) => !isNoModel(model)).map(({ id }) => id);
  const parts = [spec.packId, ...players, runIdentity(spec).slice(0, 8)];
  return `${parts.join('.').replaceAll('/', '-')}.json`;
}

async function readReports(file: string): Promise<ResultBundle[]> {
  const text: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (typeof text !== 'object' || text === null || !('reports' in text)) {
    throw new Error(
      `${file} has no field “reports”: give a file written by “benchside run --json”.`,
    );
  }
  const reports: unknown = text.reports;
  if (!Array.isArray(reports)) throw new Error(`${file}: the field “reports” is not a list.`);
  return reports.map((report: unknown, index) => {
    const bundle: unknown =
      typeof report === 'object' && report !== null && 'bundle' in report ? report.bundle : null;
    const parsed = parseBundleValue(bundle, `${file}, report ${String(index + 1)}`);
    if (!parsed.ok) throw new Error(parsed.problem.message);
    return parsed.value;
  });
}

await mkdir(RUNS, { recursive: true });
for (const file of process.argv.slice(2)) {
  for (const bundle of await readReports(file)) {
    await writeFile(join(RUNS, fileName(bundle)), `${JSON.stringify(bundle)}\n`);
  }
}

const shipped = await shippedWeights();
const runs: ReferenceIndex['runs'] = [];
for (const file of (await readdir(RUNS)).filter((name) => name.endsWith('.json')).sort()) {
  if (file === 'index.json') continue;
  const parsed = parseBundleText(await readFile(join(RUNS, file), 'utf8'), file);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const stranger = Object.values(parsed.value.spec.roles).find(
    ({ source, id, revision }) => source === 'bundled' && shipped.get(id)?.has(revision) !== true,
  );
  if (stranger !== undefined) {
    // Nobody could play it again.
    console.log(`${file}: by other weights of ${stranger.id} than the site ships, removed`);
    await rm(join(RUNS, file));
    continue;
  }
  const summary = await summariseBundle(parsed.value);
  if (summary === null) {
    // The pack or the protocol has changed since; the run's numbers no longer mean anything here.
    console.log(`${file}: of another pack or protocol version, removed`);
    await rm(join(RUNS, file));
    continue;
  }
  const { spec, provenance } = parsed.value;
  runs.push({ file, spec, provenance, summary });
}
const index: ReferenceIndex = {
  format: 'benchside-reference-runs',
  formatVersion: 1,
  summaryVersion: SUMMARY_VERSION,
  runs,
};
await writeFile(join(RUNS, 'index.json'), `${JSON.stringify(index, null, 1)}\n`);
console.log(`${String(runs.length)} runs`);
