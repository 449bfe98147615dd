import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import golden from './fixtures/golden.json' with { type: 'json' };
import readers from './fixtures/goldenReaders.json' with { type: 'json' };
import { SAVED_PROTOCOLS } from './savedProtocols.ts';
import type { FlatReport } from './savedMetric.ts';

const FOLDER = new URL('fixtures/', import.meta.url);

function scoreFile(id: string, name: string, items: string | null = null): FlatReport {
  const read = (file: string) => ({
    name: file,
    text: readFileSync(new URL(file, FOLDER), 'utf8'),
  });
  const protocol = SAVED_PROTOCOLS.find((one) => one.id === id);
  const scored = protocol?.score(read(name), items === null ? null : read(items));
  if (scored?.ok !== true) throw new Error(scored?.problem.message ?? `no protocol ${id}`);
  return scored.value.report;
}

/** Every number that Python names, in the report: standard deviations within their Monte Carlo error, others exactly. */
function expectAll(report: FlatReport, want: Readonly<Record<string, number | null>>): void {
  for (const [name, value] of Object.entries(want)) {
    const got = report.get(name);
    expect(got, name).toBeDefined();
    if (value === null || typeof got !== 'number') expect(got, name).toBe(value);
    else if (!name.endsWith(':bootstrap_std')) expect(got, name).toBeCloseTo(value, 10);
    else expect(Math.abs(got - value), name).toBeLessThanOrEqual(0.09 * value + 1e-12);
  }
}

describe('HealthBench', () => {
  it('gives the numbers that simple-evals would, under exactly its names and ours for what is unscored', () => {
    const report = scoreFile('healthbench', 'healthbench.jsonl');
    expectAll(report, golden.healthbench);
    expect([...report.keys()]).toEqual(Object.keys(golden.healthbench).sort());
  });

  it('leaves verdicts that are missing out above and below the line', () => {
    const report = scoreFile('healthbench', 'healthbenchGaps.jsonl');
    expectAll(report, golden.healthbenchGaps);
    expect([...report.keys()]).toEqual(Object.keys(golden.healthbenchGaps).sort());
    expect(report.get('overall_score:n_unscored_samples')).toBeGreaterThan(0);
  });

  it('takes an all-results file, with the tags of examples from the items', () => {
    const whole = scoreFile('healthbench', 'healthbench.jsonl');
    const joined = scoreFile('healthbench', 'healthbenchAllResults.json', 'healthbench.jsonl');
    expect([...joined]).toEqual([...whole]);
    const alone = scoreFile('healthbench', 'healthbenchAllResults.json');
    for (const [name, value] of alone) expect(whole.get(name), name).toBe(value);
    expect([...whole.keys()].filter((name) => !alone.has(name)).length).toBeGreaterThan(8);
  });

  it('gives the agreement of a grader with physicians', () => {
    const report = scoreFile('healthbench-meta', 'healthbenchMeta.jsonl');
    expectAll(report, golden.healthbenchMeta);
    expect([...report.keys()].sort()).toEqual(Object.keys(golden.healthbenchMeta).sort());
  });
});

describe.each([
  ['best_of', 'bestOf.jsonl', golden.bestOf, 1],
  ['best_of', 'bestOfSteps.jsonl', golden.bestOfSteps, 0],
  ['steps', 'steps.jsonl', golden.steps, 4],
  ['verification', 'verification.jsonl', golden.verification, 4],
  ['labels', 'labels.jsonl', golden.labels, 3],
  ['pairs', 'pairs.jsonl', golden.pairs, 6],
] as const)('%s over %s', (id, file, want, mostUnscored) => {
  const report = scoreFile(id, file);

  it('gives the numbers of NumPy and scikit-learn', () => {
    expectAll(report, want);
  });

  it('counts what it leaves out, and puts every estimate inside its interval', () => {
    const unscored = [...report].filter(([name]) => name.endsWith(':n_unscored'));
    expect(Math.max(...unscored.map(([, value]) => value ?? 0))).toBe(mostUnscored);
    for (const name of Object.keys(want)) {
      const [value = null, low = null, high = null] = ['', ':low', ':high'].map((end) =>
        report.get(`${name}${end}`),
      );
      expect(value, name).not.toBeNull();
      expect(low, name).toBeLessThanOrEqual(value ?? 0);
      expect(high, name).toBeGreaterThanOrEqual(value ?? 0);
    }
  });
});

describe.each([
  ['battles', readers.battles],
  ['ratings', readers.ratings],
  ['samples', readers.samples],
])('%s', (id, want) => {
  const report = scoreFile(id, `${id}.jsonl`);

  it('gives the numbers of SciPy, scikit-learn and the krippendorff package', () => {
    for (const [name, value] of Object.entries(want))
      expect(report.get(name), name).toBeCloseTo(value, name.startsWith('bradley_terry') ? 4 : 10);
  });

  it('puts every number inside its interval', () => {
    const ends = [...report].filter(([name, value]) => name.endsWith(':low') && value !== null);
    expect(ends.length).toBeGreaterThan(4);
    for (const [name, low] of ends) {
      const stem = name.slice(0, -':low'.length);
      expect(report.get(stem), stem).toBeGreaterThanOrEqual(low ?? 0);
      expect(report.get(stem), stem).toBeLessThanOrEqual(report.get(`${stem}:high`) ?? 0);
    }
  });
});
