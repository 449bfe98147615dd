import { readFile, readdir } from 'node:fs/promises';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SUMMARY_VERSION } from '../src/core/runs/aggregate.ts';
import { parseBundleText } from '../src/core/share/parseBundle.ts';
import { referenceIndexSchema } from '../src/core/share/referenceRuns.ts';
import { summariseBundle } from './summariseBundle.ts';

const RUNS = new URL('../static-data/runs/', import.meta.url).pathname;

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
});
