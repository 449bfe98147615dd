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

  it('tell the students apart by size on evidence, and all of them from chance', () => {
    const interval = (student: string, metricId: string) => {
      const run = index.runs.find(
        ({ spec }) => spec.packId === 'concept-verification' && spec.roles.student.id === student,
      );
      const found = run?.summary.metrics.find((metric) => metric.metricId === metricId)?.interval;
      if (!found) throw new Error(`No run of ${student} measures ${metricId}.`);
      return found;
    };
    const bySize = ['student-large', 'student-small', 'student-tiny', 'random'];
    const evidence = bySize.map((student) => interval(student, 'evidenceF1'));
    evidence.slice(1).forEach((smaller, at) => {
      expect(evidence[at]?.low, bySize[at]).toBeGreaterThan(smaller.high);
    });
    const chance = interval('random', 'verdictF1').high;
    for (const student of bySize.slice(0, -1)) {
      expect(interval(student, 'verdictF1').low, student).toBeGreaterThan(chance);
    }
  });
});
