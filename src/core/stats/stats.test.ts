import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import golden from './fixtures/golden.json' with { type: 'json' };
import { balancedAccuracy } from './balancedAccuracy.ts';
import { bootstrapInterval } from './bootstrapInterval.ts';
import { f1FromCounts } from './f1FromCounts.ts';
import { quantileSorted } from './quantile.ts';

const pairs = golden.truth.map((truth, index) => ({
  truth: truth === 1,
  said: golden.said[index] === 1,
}));

const mean = (rows: readonly { value: number }[]): number =>
  rows.reduce((sum, row) => sum + row.value, 0) / rows.length;

describe('f1FromCounts', () => {
  it('agrees with scikit-learn', () => {
    const count = (truth: boolean, said: boolean) =>
      pairs.filter((pair) => pair.truth === truth && pair.said === said).length;
    const f1 = f1FromCounts({
      truePositives: count(true, true),
      falsePositives: count(false, true),
      falseNegatives: count(true, false),
    });
    expect(f1).toBeCloseTo(golden.f1, 12);
  });

  it('is undefined where nothing is positive', () => {
    expect(f1FromCounts({ truePositives: 0, falsePositives: 0, falseNegatives: 0 })).toBeNull();
  });
});

describe('balancedAccuracy', () => {
  it('agrees with scikit-learn', () => {
    expect(balancedAccuracy(pairs)).toBeCloseTo(golden.balancedAccuracy, 12);
  });

  it('is undefined with one class only', () => {
    expect(balancedAccuracy([{ truth: true, said: true }])).toBeNull();
    expect(balancedAccuracy([{ truth: false, said: false }])).toBeNull();
    expect(balancedAccuracy([])).toBeNull();
  });

  it('gives one half to whoever always says the same', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(fc.boolean(), { maxLength: 30 }), (said, truths) => {
        const both = [true, false, ...truths];
        expect(balancedAccuracy(both.map((truth) => ({ truth, said })))).toBe(0.5);
      }),
    );
  });
});

describe('quantileSorted', () => {
  it('agrees with NumPy', () => {
    const sorted = Float64Array.from(golden.values).sort();
    for (const [p, value] of Object.entries(golden.quantiles)) {
      expect(quantileSorted(sorted, Number(p))).toBeCloseTo(value, 12);
    }
  });

  it('refuses what has no quantile', () => {
    expect(() => quantileSorted([], 0.5)).toThrow(
      new RangeError('a quantile of no values is not defined'),
    );
    for (const p of [1.5, -0.5, Number.NaN]) {
      expect(() => quantileSorted([1, 2], p)).toThrow(
        new RangeError(`p = ${String(p)} is outside [0, 1]`),
      );
    }
    expect([quantileSorted([1, 2], 0), quantileSorted([1, 2], 1)]).toEqual([1, 2]);
  });
});

describe('bootstrapInterval', () => {
  const rows = golden.values.map((value, index) => ({ value, cluster: String(index) }));

  it('agrees with SciPy within the error of its resamples', () => {
    const interval = bootstrapInterval(rows, mean, { resamples: 4000 });
    const [low = 0, high = 0] = golden.meanInterval;
    // The standard error of a 2.5 % quantile over 4,000 resamples is about 0.04 interval widths.
    const tolerance = 0.12 * (high - low);
    expect(interval?.estimate).toBeCloseTo(golden.mean, 12);
    expect(Math.abs((interval?.low ?? 0) - low)).toBeLessThan(tolerance);
    expect(Math.abs((interval?.high ?? 0) - high)).toBeLessThan(tolerance);
  });

  it('draws clusters, not rows', () => {
    const clustered = golden.clusters.flatMap((cluster, index) =>
      cluster.map((value) => ({ value, cluster: String(index) })),
    );
    const interval = bootstrapInterval(clustered, mean, { resamples: 4000 });
    const [low = 0, high = 0] = golden.clusterMeanInterval;
    const width = high - low;
    expect(Math.abs((interval?.low ?? 0) - low)).toBeLessThan(0.12 * width);
    expect(Math.abs((interval?.high ?? 0) - high)).toBeLessThan(0.12 * width);
    const asIfIndependent = bootstrapInterval(
      clustered.map((row, index) => ({ ...row, cluster: String(index) })),
      mean,
      { resamples: 4000 },
    );
    const naive = (asIfIndependent?.high ?? 0) - (asIfIndependent?.low ?? 0);
    expect(naive).toBeLessThan(0.75 * width);
  });

  it('draws whole clusters, as many as there are, as often as asked', () => {
    const uneven = ['a', 'a', 'a', 'b'].map((cluster) => ({ cluster }));
    const drawn: string[] = [];
    const interval = bootstrapInterval(
      uneven,
      (some) => {
        drawn.push(some.map(({ cluster }) => cluster).join(''));
        return some.length;
      },
      { resamples: 60 },
    );
    // The data first, then the resamples.
    expect(drawn).toHaveLength(61);
    expect(drawn[0]).toBe('aaab');
    expect([...new Set(drawn)].sort()).toEqual(['aaaaaa', 'aaab', 'baaa', 'bb']);
    expect(interval).toMatchObject({ estimate: 4, low: 2, high: 6, n: 4, clusters: 2 });
  });

  it('is the same every time, and another with another seed', () => {
    expect(bootstrapInterval(rows, mean)).toEqual(bootstrapInterval(rows, mean));
    expect(bootstrapInterval(rows, mean, { seed: 'x' })).not.toEqual(bootstrapInterval(rows, mean));
  });

  it('is undefined where the statistic is, or mostly is', () => {
    expect(bootstrapInterval(rows, () => null)).toBeNull();
    let calls = 0;
    const rarely = (): number | null => {
      calls += 1;
      return calls === 1 || calls % 3 === 0 ? 1 : null;
    };
    expect(bootstrapInterval(rows, rarely)).toBeNull();
    calls = 0;
    const undefinedOnAll = (): number | null => ((calls += 1) === 1 ? null : 1);
    expect(bootstrapInterval(rows, undefinedOnAll)).toBeNull();
    // Half of them are enough.
    calls = 0;
    const half = (): number | null => ((calls += 1) === 1 || calls % 2 === 0 ? 1 : null);
    expect(bootstrapInterval(rows, half, { resamples: 10 })).toMatchObject({ low: 1, high: 1 });
  });
});
