import { readFile, readdir } from 'node:fs/promises';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SUMMARY_VERSION } from '../src/core/runs/runSummary.ts';
import { parseBundleText } from '../src/core/share/parseBundle.ts';
import { referenceIndexSchema } from '../src/core/share/referenceRuns.ts';
import { shippedWeights } from './shippedWeights.ts';
import { summariseBundle } from './summariseBundle.ts';

const RUNS = new URL('../static-data/runs/', import.meta.url).pathname;
const PACKS = new URL('../static-data/packs/', import.meta.url).pathname;

describe('the runs that the site ships', async () => {
  const index = v.parse(
    referenceIndexSchema,
    JSON.parse(await readFile(`${RUNS}index.json`, 'utf8')),
  );

  it('are all in the index, and nothing else is', async () => {
    const files = (await readdir(RUNS)).filter(
      (name) => name.endsWith('.json') && name !== 'index.json',
    );
    expect(index.runs.map(({ file }) => file).sort()).toEqual(files.sort());
    expect(index.summaryVersion).toBe(SUMMARY_VERSION);
    expect(index.runs.length).toBeGreaterThan(0);
  });

  it.each(index.runs)('$file has the summary that its values give', async (run) => {
    const bundle = parseBundleText(await readFile(`${RUNS}${run.file}`, 'utf8'));
    expect(bundle.ok).toBe(true);
    if (!bundle.ok) return;
    expect(run.spec).toEqual(bundle.value.spec);
    expect(run.summary).toEqual(await summariseBundle(bundle.value));
  });

  it('are of the weights that the site ships: nobody could play those of another training again', async () => {
    const shipped = await shippedWeights();
    const players = index.runs.flatMap(({ file, spec: { roles } }) =>
      [roles.student, roles.judge].map((model) => ({ file, model })),
    );
    for (const { file, model } of players.filter(({ model: { source } }) => source === 'bundled')) {
      expect(
        [...(shipped.get(model.id) ?? [])],
        `${file} was played by other weights of ${model.id}`,
      ).toContain(model.revision);
    }
  });

  it('hold the judge to 0.90 on generated rubrics in wordings that it never saw', () => {
    const run = index.runs.find(
      ({ spec }) =>
        spec.packId === 'consult-generated' &&
        spec.protocol.id === 'judge-validity' &&
        spec.roles.judge.id === 'rubric-judge',
    );
    const found = run?.summary.metrics.find(({ metricId }) => metricId === 'balancedAccuracy');
    expect(found?.interval?.n).toBe(300);
    expect(found?.interval?.low).toBeGreaterThanOrEqual(0.9);
  });

  it('hold a run of three students and of both baselines on every pack; without a training split none is the majority', async () => {
    const packs = new Set(index.runs.map(({ spec }) => spec.packId));
    for (const pack of packs) {
      const students = index.runs
        .filter(({ spec }) => spec.packId === pack && spec.protocol.id !== 'judge-validity')
        .map(({ spec }) => spec.roles.student.id);
      const manifest = await readFile(`${PACKS}${pack}/manifest.json`, 'utf8');
      const baselines = manifest.includes('"majorityReply"') ? ['majority', 'random'] : ['random'];
      expect(students, pack).toEqual(
        expect.arrayContaining([...baselines, 'student-large', 'student-medium', 'student-small']),
      );
    }
    expect(packs.size).toBe(11);
  });
});
