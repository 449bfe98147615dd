import { describe, expect, it } from 'vitest';
import { meanOf, type ValueRow } from '../protocols/metric.ts';
import { createRandom } from '../random.ts';
import { pairedDifference } from './pairedDifference.ts';

const metric = { estimate: (rows: readonly ValueRow[]) => meanOf(rows, 'correct') };

function rowsOf(values: readonly number[]): ValueRow[] {
  return values.map((correct, index) => ({
    cluster: String(index),
    stratum: 'all',
    values: { correct },
  }));
}

describe('pairedDifference', () => {
  const random = createRandom('paired');
  // Items differ much in difficulty, and the first run does each a little better.
  const hard = Array.from({ length: 200 }, () => random.next());
  const first = rowsOf(hard.map((value) => value + 0.05 + 0.02 * random.next()));
  const second = rowsOf(hard);

  it('is narrow where the runs differ alike on every item', () => {
    const interval = pairedDifference(first, second, metric);
    expect(interval?.estimate).toBeCloseTo(0.06, 2);
    expect(interval?.low).toBeGreaterThan(0.05);
    expect(interval?.high).toBeLessThan(0.07);
  });

  it('holds the normal interval of the mean difference', () => {
    // scipy.stats.norm.interval over the 200 differences has half width 1.96 sd / sqrt(n); sd of U(0, 0.02) is 0.00577.
    const interval = pairedDifference(first, second, metric);
    const width = (interval?.high ?? 0) - (interval?.low ?? 0);
    expect(width).toBeCloseTo((2 * 1.96 * 0.00577) / Math.sqrt(200), 3);
  });

  it('turns its sign with the order, and is null where neither run measures the metric', () => {
    expect(pairedDifference(second, first, metric)?.estimate).toBeCloseTo(-0.06, 2);
    const empty = { estimate: () => null };
    expect(pairedDifference(first, second, empty)).toBeNull();
  });

  it('refuses runs of different items', () => {
    expect(() => pairedDifference(first, second.slice(1), metric)).toThrow(RangeError);
  });
});
