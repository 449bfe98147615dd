import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapInterval } from '../bootstrapInterval.ts';
import { f1FromCounts } from '../f1FromCounts.ts';
import reference from '../fixtures/reference.json' with { type: 'json' };
import { bootstrapMean } from './bootstrapMean.ts';
import { bootstrapTotals } from './bootstrapTotals.ts';
import { clusteredMeanInterval, type ClusteredValue } from './clusteredMeanInterval.ts';
import { meanInterval } from './meanInterval.ts';
import { resampleTotals, sumByCluster } from './resampleTotals.ts';

const rows = reference.means.rows.flatMap(([cluster, value]): ClusteredValue[] =>
  typeof cluster === 'string' && typeof value === 'number' ? [{ cluster, value }] : [],
);
const values = rows.map(({ value }) => value);

const mean = (some: readonly { value: number }[]): number =>
  some.reduce((sum, { value }) => sum + value, 0) / some.length;

describe('meanInterval', () => {
  it('agrees with SciPy', () => {
    const interval = meanInterval(values);
    expect(interval?.estimate).toBeCloseTo(reference.means.mean, 12);
    expect(interval?.standardError).toBeCloseTo(reference.means.standardError, 12);
    expect(interval?.low).toBeCloseTo(reference.means.low, 12);
    expect(interval?.high).toBeCloseTo(reference.means.high, 12);
    expect([interval?.n, interval?.clusters]).toEqual([21, 21]);
  });

  it('needs two values, which must be finite', () => {
    expect(meanInterval([])).toBeNull();
    expect(meanInterval([1])).toBeNull();
    expect(meanInterval([1, 3])?.standardError).toBeCloseTo(1, 15);
    expect(() => meanInterval([1, Infinity])).toThrow('Value 2 of 2 is Infinity');
  });
});

describe('clusteredMeanInterval', () => {
  it('agrees with statsmodels', () => {
    const interval = clusteredMeanInterval(rows);
    expect(interval?.estimate).toBeCloseTo(reference.means.mean, 12);
    expect(interval?.standardError).toBeCloseTo(reference.means.clusteredStandardError, 12);
    expect(interval?.low).toBeCloseTo(
      reference.means.mean - 1.959963984540054 * reference.means.clusteredStandardError,
      12,
    );
    expect([interval?.n, interval?.clusters]).toEqual([21, 8]);
  });

  it('is the ordinary one with a row a cluster', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2 }), (some) => {
        const clustered = clusteredMeanInterval(
          some.map((value, index) => ({ cluster: String(index), value })),
        );
        expect(clustered?.standardError).toBeCloseTo(meanInterval(some)?.standardError ?? -1, 10);
      }),
    );
  });

  it('needs two clusters', () => {
    const one = [1, 2, 3].map((value) => ({ cluster: 'a', value }));
    expect(clusteredMeanInterval([])).toBeNull();
    expect(clusteredMeanInterval(one)).toBeNull();
    expect(clusteredMeanInterval([...one, { cluster: 'b', value: 4 }])).not.toBeNull();
    expect(() => clusteredMeanInterval([{ cluster: 'a', value: Number.NaN }])).toThrow('is NaN');
  });
});

describe('bootstrapMean', () => {
  it('is bootstrapInterval of the mean, to the last bit where each row is a cluster', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1, max: 1 }), { minLength: 1, maxLength: 40 }),
        fc.string(),
        (some, seed) => {
          const single = some.map((value, index) => ({ cluster: String(index), value }));
          const options = { resamples: 50, seed };
          expect(bootstrapMean(single, options)).toEqual(bootstrapInterval(single, mean, options));
        },
      ),
    );
  });

  it('is it to the last digits where clusters have several rows', () => {
    const slow = bootstrapInterval(rows, mean);
    const fast = bootstrapMean(rows);
    expect(fast?.estimate).toBeCloseTo(slow?.estimate ?? 0, 12);
    expect(fast?.low).toBeCloseTo(slow?.low ?? 0, 12);
    expect(fast?.high).toBeCloseTo(slow?.high ?? 0, 12);
    expect([fast?.n, fast?.clusters]).toEqual([21, 8]);
    expect(bootstrapMean(rows, { seed: 'x' })?.low).not.toBe(fast?.low);
  });

  it('is nothing for nothing, and refuses what is not finite', () => {
    expect(bootstrapMean([])).toBeNull();
    expect(() => bootstrapMean([{ cluster: 'a', value: Number.NaN }])).toThrow(
      'Value 1 of 1 is NaN, not a finite number.',
    );
  });
});

describe('bootstrapTotals', () => {
  const counts = Array.from({ length: 30 }, (_, item) => ({
    cluster: String(item % 11),
    parts: [item % 2, Number(item % 3 === 0), Number(item % 5 === 0)],
  }));
  const f1 = (truePositives: number, falsePositives: number, falseNegatives: number) =>
    f1FromCounts({ truePositives, falsePositives, falseNegatives });

  it('is bootstrapInterval of a statistic of counts, which add up exactly', () => {
    const slow = bootstrapInterval(counts, (some) => {
      const total = (column: number) =>
        some.reduce((sum, { parts }) => sum + (parts[column] ?? 0), 0);
      return f1(total(0), total(1), total(2));
    });
    expect(bootstrapTotals(counts, ([tp = 0, fp = 0, fn = 0]) => f1(tp, fp, fn))).toEqual(slow);
  });

  it('drops resamples on which the statistic is undefined, up to a half of them', () => {
    const every = (wanted: number) => {
      let calls = 0;
      return (totals: Float64Array): number | null => {
        calls += 1;
        return calls === 1 || calls % wanted === 0 ? (totals[0] ?? 0) : null;
      };
    };
    const options = { resamples: 100 };
    expect(bootstrapTotals(counts, every(2), options)?.estimate).toBe(15);
    expect(bootstrapTotals(counts, every(2), options)?.low).toBeGreaterThan(0);
    expect(bootstrapTotals(counts, every(3), options)).toBeNull();
    expect(bootstrapTotals(counts, () => null)).toBeNull();
    // Without a figure of its own there is nothing that an interval could be about.
    let calls = 0;
    expect(bootstrapTotals(counts, () => ((calls += 1) === 1 ? null : 0.5))).toBeNull();
  });

  it('needs the same parts in every row', () => {
    expect(bootstrapTotals([], () => 1)).toBeNull();
    expect(bootstrapTotals([{ cluster: 'a', parts: [] }], () => 1)).toBeNull();
    expect(() => bootstrapTotals([...counts, { cluster: 'a', parts: [1] }], () => 1)).toThrow(
      new RangeError('A row has 1 parts where the first has 3.'),
    );
  });
});

describe('resampleTotals', () => {
  it('draws the same resamples for columns whose entries are all alike', () => {
    const totals: number[][] = [];
    const columns = [
      Float64Array.of(1, 2, 4),
      Float64Array.of(2, 2, 2),
      Float64Array.of(0.1, 0.1, 0.1),
    ];
    resampleTotals(columns, { resamples: 40, seed: 's' }, (each, round) => {
      totals.push([...each]);
      expect(totals).toHaveLength(round + 1);
    });
    expect(totals).toHaveLength(40);
    expect(new Set(totals.map(([first]) => first)).size).toBeGreaterThan(4);
    for (const [first = 0, second, third] of totals) {
      expect(first).toBeGreaterThanOrEqual(3);
      expect(first).toBeLessThanOrEqual(12);
      expect(second).toBe(6);
      expect(third).toBe(0.1 + 0.1 + 0.1);
    }
  });

  it('has nothing to draw without clusters', () => {
    const visit = (): void => {
      throw new Error('nothing was to be drawn');
    };
    resampleTotals([], { resamples: 3, seed: 's' }, visit);
    resampleTotals([new Float64Array(0)], { resamples: 3, seed: 's' }, visit);
  });

  it('sums rows by cluster, in order of their first row', () => {
    const some = [
      { cluster: 'b', value: 1 },
      { cluster: 'a', value: 2 },
      { cluster: 'b', value: 4 },
    ];
    expect(sumByCluster(some, 2, ({ value }) => [value, 1])).toEqual([
      Float64Array.of(5, 2),
      Float64Array.of(2, 1),
    ]);
  });
});
