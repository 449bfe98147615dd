import { describe, expect, it } from 'vitest';
import { meanOf, type Metric } from '../protocols/metric.ts';
import { f1FromCounts } from '../stats/f1FromCounts.ts';
import { better, compareMetric } from './compareMetric.ts';
import golden from './fixtures/golden.json' with { type: 'json' };
import { itemValueOf } from './itemValue.ts';
import type { UnitPair } from './pairUnits.ts';

function metric(parts: Partial<Metric>): Metric {
  return {
    id: 'x',
    title: 'X',
    basis: 'gold',
    chance: null,
    formula: 'x',
    source: 'ours',
    measuredBy: 'x',
    estimate: (rows) => meanOf(rows, 'x'),
    ...parts,
  };
}

const f1 = metric({
  id: 'f1',
  measuredBy: 'said',
  estimate: (rows) => {
    const counts = { truePositives: 0, falsePositives: 0, falseNegatives: 0 };
    for (const { values } of rows) {
      if (values['label'] === 1 && values['said'] === 1) counts.truePositives += 1;
      else if (values['label'] === 1) counts.falseNegatives += 1;
      else if (values['said'] === 1) counts.falsePositives += 1;
    }
    return f1FromCounts(counts);
  },
});

function pairs(
  first: readonly (number | null)[],
  second: readonly (number | null)[],
  cluster: (index: number) => string = String,
): UnitPair[] {
  return first.map((value, index) => ({
    cluster: cluster(index),
    stratum: '',
    first: { x: value },
    second: { x: second[index] ?? null },
  }));
}

const byDocument = (index: number): string => String(golden.document[index]);
/** Of an interval's ends after some thousand resamples, against its width. */
const NEAR = 0.08;

function expectNear(
  interval: { low: number; high: number } | null | undefined,
  [low = 0, high = 0]: readonly number[],
): void {
  const tolerance = NEAR * (high - low);
  expect(Math.abs((interval?.low ?? 9) - low)).toBeLessThan(tolerance);
  expect(Math.abs((interval?.high ?? 9) - high)).toBeLessThan(tolerance);
}

describe('compareMetric', () => {
  it('agrees with scikit-learn and NumPy on a difference of F1 over documents', () => {
    const { label, first, second, difference, interval, pValue, standardError } = golden.f1;
    const rows = first.map((said, index): UnitPair => ({
      cluster: byDocument(index),
      stratum: '',
      first: { said, label: label[index] ?? 0 },
      second: { said: second[index] ?? 0, label: label[index] ?? 0 },
    }));
    const compared = compareMetric(rows, f1);
    expect(compared.difference?.estimate).toBeCloseTo(difference, 12);
    expectNear(compared.difference, interval);
    expect(compared.p?.test).toBe('paired-bootstrap');
    // Five standard errors of a share over 2,000 resamples.
    const error = 5 * Math.sqrt((pValue * (1 - pValue)) / 2000) + 1 / 2001;
    expect(Math.abs((compared.p?.value ?? 1) - pValue)).toBeLessThan(error);
    expect((compared.detectable ?? 0) / (2.801585 * standardError)).toBeCloseTo(1, 1);
    expect(compared.counts).toBeNull();
    expect([compared.n, compared.clusters]).toEqual([120, 40]);
  });

  it('takes McNemar’s exact test for right and wrong on items of their own', () => {
    const { first, second, onlyFirst, onlySecond, exact, detectable } = golden.right;
    const compared = compareMetric(pairs(first, second), metric({}));
    expect(compared.p?.test).toBe('mcnemar-exact');
    expect(compared.p?.value).toBeCloseTo(exact, 10);
    expect(compared.detectable).toBeCloseTo(detectable, 8);
    expect(compared.counts).toEqual({
      wins: onlyFirst,
      losses: onlySecond,
      ties: 120 - onlyFirst - onlySecond,
    });
  });

  it('does not take McNemar’s test where items share a document', () => {
    const { first, second } = golden.right;
    const compared = compareMetric(pairs(first, second, byDocument), metric({}));
    expect(compared.p?.test).toBe('paired-bootstrap');
  });

  it('finds what scores over documents could show from the clustered standard error', () => {
    const { first, second, difference, detectable } = golden.score;
    const compared = compareMetric(pairs(first, second, byDocument), metric({}));
    expect(compared.difference?.estimate).toBeCloseTo(difference, 12);
    expect(compared.detectable).toBeCloseTo(detectable, 10);
  });

  it('compares the items that both measure, and counts those that one alone does', () => {
    const compared = compareMetric(
      pairs([1, null, 0.5, null], [0, 1, null, null]),
      metric({ lowerIsBetter: true }),
    );
    expect([compared.n, compared.halfMeasured]).toEqual([1, 2]);
    expect(compared.counts).toEqual({ wins: 0, ties: 0, losses: 1 });
  });

  it('shows no difference, and no smallest one, between a run and itself', () => {
    const values = [0.2, 0.4, 0.9, 0.1];
    const compared = compareMetric(pairs(values, values), metric({}));
    expect(compared.difference).toMatchObject({ estimate: 0, low: 0, high: 0 });
    expect(compared.p?.value).toBe(1);
    expect(compared.detectable).toBeNull();
    expect(compared.counts).toEqual({ wins: 0, ties: 4, losses: 0 });
  });

  it('does not call two items certain because no draw of them differs', () => {
    const two = compareMetric(pairs([0.9, 0.7], [0.4, 0.2]), metric({}));
    expect(two.p).toEqual({ value: 0.5, test: 'sign-of-clusters' });
    expect(two.detectable).toBeNull();
    const largest = metric({
      estimate: (rows) => Math.max(...rows.map(({ values }) => values['x'] ?? 0)),
    });
    const whole = compareMetric(
      pairs([0.9, 0.9, 0.9], [0.4, 0.2, 0.4], () => 'one'),
      largest,
    );
    expect(whole.difference?.estimate).toBeCloseTo(0.5, 12);
    expect(whole.p).toBeNull();
  });

  it('is without figures where nothing is measured', () => {
    expect(compareMetric(pairs([null], [1]), metric({}))).toMatchObject({
      n: 0,
      halfMeasured: 1,
      first: null,
      difference: null,
      p: null,
      detectable: null,
    });
  });
});

describe('itemValueOf', () => {
  const rows = [0.2, 1.4, -0.3, 0.6, 0.1].map((x) => ({
    cluster: String(x),
    stratum: '',
    values: { x },
  }));

  it('tells a mean, a mean that is cut off, and what is neither', () => {
    expect(itemValueOf(metric({}), rows)?.kind).toBe('mean');
    const clipped = metric({
      estimate: (sample) => Math.min(1, Math.max(0, meanOf(sample, 'x') ?? 0)),
    });
    const value = itemValueOf(clipped, rows);
    expect(value?.kind).toBe('clipped');
    expect(rows.map((row) => value?.of(row))).toEqual([0.2, 1.4, -0.3, 0.6, 0.1]);
    const squared = metric({ estimate: (sample) => (meanOf(sample, 'x') ?? 0) ** 2 });
    expect(itemValueOf(squared, rows)).toBeNull();
    expect(itemValueOf(metric({ measuredIn: 'elsewhere' }), rows)).toBeNull();
  });
});

describe('better', () => {
  it('goes by what the metric says is good', () => {
    expect([
      better(2, 1, false),
      better(2, 1, true),
      better(1, 2, true),
      better(1, 1, true),
    ]).toEqual([1, -1, 1, 0]);
  });
});
