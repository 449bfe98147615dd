import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { f1FromCounts } from '../stats/f1FromCounts.ts';
import { kappaOfLabels } from '../stats/kappaOfLabels.ts';
import { quantileSorted } from '../stats/quantile.ts';
import { labelMetrics } from './labels/metrics.ts';
import type { SavedLabels } from './labels/rows.ts';
import { resampleNumbers, type Prepared } from './resampleNumbers.ts';
import { meanMetric, meanOfNumbers, reportMetrics } from './savedMetric.ts';

type Statistic<Row> = (rows: readonly Row[]) => number | null;

/** The bootstrap as it is written in books: rows of drawn clusters are copied, and the number worked out anew. */
function byCopying<Row extends { cluster: string }>(
  rows: readonly Row[],
  statistic: Statistic<Row>,
): [number, number] | null {
  const clusters = [...new Set(rows.map(({ cluster }) => cluster))].map((name) =>
    rows.filter(({ cluster }) => cluster === name),
  );
  const random = createRandom('benchside');
  const values = Array.from({ length: 1000 }, () =>
    statistic(clusters.flatMap(() => random.pick(clusters))),
  ).filter((value) => value !== null);
  if (values.length < 500) return null;
  const sorted = values.sort((a, b) => a - b);
  return [quantileSorted(sorted, 0.025), quantileSorted(sorted, 0.975)];
}

const random = createRandom('rows of labels');
const NAMES = ['a', 'b', 'c', 'd', 'e', '__proto__'];
const some = () => new Set(NAMES.filter((_, place) => random.chance(place < 3 ? 0.4 : 0.25)));
const labelsOf = () => {
  const gold = some();
  return { gold, predicted: random.chance(0.4) ? gold : some() };
};
const rows = Array.from({ length: 30 }, (_, index): SavedLabels => ({
  // Some clusters have one row, some several.
  cluster: String(random.int(12)),
  labels: index % 7 === 3 ? null : labelsOf(),
  annotators: index % 5 === 2 ? undefined : [random.pick(NAMES), random.pick(['a', 'b'])],
  spans: undefined,
}));

function countsOf(drawn: readonly SavedLabels[], name: string) {
  const has = (which: 'gold' | 'predicted') =>
    drawn.map(({ labels }) => labels?.[which].has(name) === true);
  const [gold, said] = [has('gold'), has('predicted')];
  return {
    truePositives: gold.filter((is, row) => is && said[row] === true).length,
    falsePositives: said.filter((is, row) => is && gold[row] !== true).length,
    falseNegatives: gold.filter((is, row) => is && said[row] !== true).length,
  };
}

const macroF1: Statistic<SavedLabels> = (drawn) =>
  meanOfNumbers(
    NAMES.map((name) => f1FromCounts(countsOf(drawn, name))).filter((rate) => rate !== null),
  );
const microRecall: Statistic<SavedLabels> = (drawn) => {
  const counts = NAMES.map((name) => countsOf(drawn, name));
  const right = counts.reduce((sum, { truePositives }) => sum + truePositives, 0);
  const missed = counts.reduce((sum, { falseNegatives }) => sum + falseNegatives, 0);
  return right + missed === 0 ? null : right / (right + missed);
};

describe('resampled numbers', () => {
  const labelled = rows.filter(({ labels }) => labels !== null);
  const read = rows.filter(({ annotators }) => annotators !== undefined);
  const report = reportMetrics(rows, labelMetrics(rows));

  it.each<[string, readonly SavedLabels[], Statistic<SavedLabels>]>([
    ['macro_f1', labelled, macroF1],
    ['micro_recall', labelled, microRecall],
    ['label:a/f1', labelled, (drawn) => f1FromCounts(countsOf(drawn, 'a'))],
    ['label:__proto__/f1', labelled, (drawn) => f1FromCounts(countsOf(drawn, '__proto__'))],
    [
      'kappa',
      read,
      (drawn) => kappaOfLabels(drawn.flatMap(({ annotators }) => (annotators ? [annotators] : []))),
    ],
    [
      'exact_match',
      labelled,
      (drawn) =>
        meanOfNumbers(
          drawn.map(({ labels }) =>
            Number(NAMES.every((name) => labels?.gold.has(name) === labels?.predicted.has(name))),
          ),
        ),
    ],
  ])('%s is what copying rows gives', (name, scored, statistic) => {
    expect(report.get(name)).toBeCloseTo(statistic(scored) ?? Number.NaN, 12);
    const [low, high] = byCopying(scored, statistic) ?? [];
    expect(report.get(`${name}:low`)).toBeCloseTo(low ?? Number.NaN, 12);
    expect(report.get(`${name}:high`)).toBeCloseTo(high ?? Number.NaN, 12);
    expect(low).toBeLessThan(high ?? 0);
  });

  it('is what copying rows gives for numbers that are not whole', () => {
    const values = rows.map(({ cluster }, index) => ({ cluster, value: Math.sin(index) }));
    const mean = reportMetrics(values, [meanMetric('m', ({ value }) => value)]);
    const [low, high] =
      byCopying(values, (drawn) => meanOfNumbers(drawn.map(({ value }) => value))) ?? [];
    expect(mean.get('m:low')).toBeCloseTo(low ?? Number.NaN, 12);
    expect(mean.get('m:high')).toBeCloseTo(high ?? Number.NaN, 12);
  });

  /** A column of ones, one a cluster, beside as many empty ones as there are more. */
  const counted = (clusters: number, columns: number, names: readonly string[]): Prepared => ({
    clusters,
    columns,
    entries: {
      place: Array.from({ length: clusters }, (_, place) => place),
      column: Array.from({ length: clusters }, (_, place) => place % columns),
      amount: Array.from({ length: clusters }, () => 1),
    },
    numbers: names.map((name) => ({ name, of: ([first = 0]) => first })),
  });

  it('is the same however the sums are laid out', () => {
    const dense = counted(20, 2, ['dense']);
    // The same column 0: only more columns, that nothing is added to.
    const sparse: Prepared = { ...dense, columns: 100, numbers: counted(20, 2, ['x']).numbers };
    const [one, two] = [...resampleNumbers([dense, sparse]).values()];
    expect(one).toEqual(two);
    expect(one?.low).toBeLessThan(10);
    expect(one?.high).toBeGreaterThan(10);
  });

  it('answers for more numbers than it holds at a time', () => {
    const names = Array.from({ length: 17_000 }, (_, place) => String(place));
    const many = resampleNumbers([counted(2, 2, names), counted(3, 2, ['last'])]);
    expect(many.size).toBe(17_001);
    expect(
      new Set([...many.values()].map(({ low, high }) => `${String(low)} ${String(high)}`)),
    ).toEqual(new Set(['0 2', '0 3']));
  });

  it('needs half of the resamples to define a number, and two clusters', () => {
    const rare: Prepared = {
      ...counted(2, 1, []),
      numbers: [
        { name: 'half or so', of: () => null },
        { name: 'always', of: () => 1 },
      ],
    };
    expect([...resampleNumbers([rare]).keys()].map(({ name }) => name)).toEqual(['always']);
    expect(resampleNumbers([counted(1, 1, ['one'])]).size).toBe(0);
    let calls = 0;
    const everyOther = (drop: number): Prepared => ({
      ...counted(2, 1, []),
      numbers: [{ name: 'm', of: () => ((calls += 1) <= drop ? null : 1) }],
    });
    expect(resampleNumbers([everyOther(500)]).size).toBe(1);
    calls = 0;
    expect(resampleNumbers([everyOther(501)]).size).toBe(0);
  });
});
