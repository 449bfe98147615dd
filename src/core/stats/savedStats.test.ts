import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapMeanStd } from './bootstrapMeanStd.ts';
import { cohenKappa } from './cohenKappa.ts';
import { kappaOfLabels } from './kappaOfLabels.ts';

describe('bootstrapMeanStd', () => {
  const values = Array.from({ length: 100 }, (_, index) => index % 2);

  it('comes to sd / sqrt(n), within the error of its resamples', () => {
    const std = bootstrapMeanStd(values, { seed: 'a', resamples: 4000 }) ?? 0;
    // The standard error of a standard deviation over 4000 draws is 1.1 %.
    expect(Math.abs(std - 0.05)).toBeLessThan(0.05 * 0.04);
  });

  it('is the same every time, and another with another seed', () => {
    const first = bootstrapMeanStd(values, { seed: 'a' });
    expect(bootstrapMeanStd(values, { seed: 'a' })).toBe(first);
    expect(bootstrapMeanStd(values, { seed: 'a', resamples: 1000 })).toBe(first);
    expect(bootstrapMeanStd(values, { seed: 'b' })).not.toBe(first);
  });

  it('is 0 for one value or equal ones, also behind a finish, and null for none', () => {
    expect(bootstrapMeanStd([0.25], { seed: 'a' })).toBe(0);
    expect(bootstrapMeanStd(values, { seed: 'a', finish: () => 0.5 })).toBe(0);
    expect(bootstrapMeanStd([], { seed: 'a' })).toBeNull();
  });

  it('divides by the number of resamples', () => {
    // Means of one draw each from {0, 1}, as finish saw them.
    const seen: number[] = [];
    const keep = (mean: number): number => {
      seen.push(mean);
      return mean;
    };
    const std = bootstrapMeanStd([0, 1], { seed: 'c', resamples: 5, finish: keep });
    const mean = seen.reduce((sum, one) => sum + one, 0) / 5;
    const squares = seen.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    expect(seen).toHaveLength(5);
    expect(std).toBeCloseTo(Math.sqrt(squares / 5), 12);
  });
});

describe('cohenKappa', () => {
  it('has chance say yes as often as each of the readers does', () => {
    // 0.6 agreed; yes by 0.3 and 0.5 of 20: 0.15 + 0.35 by chance. Then yes by 0.6 and 0.8: 0.48 + 0.08 of 0.7.
    expect(
      cohenKappa({ truePositives: 4, falsePositives: 6, trueNegatives: 8, falseNegatives: 2 }),
    ).toBeCloseTo((0.6 - 0.5) / 0.5, 12);
    expect(
      cohenKappa({ truePositives: 11, falsePositives: 5, trueNegatives: 3, falseNegatives: 1 }),
    ).toBeCloseTo((0.7 - 0.56) / 0.44, 12);
  });

  it('is what kappaOfLabels says of the same two labels', () => {
    const count = fc.nat(30);
    fc.assert(
      fc.property(count, count, count, count, (tp, fp, tn, fn) => {
        const label = (one: string, two: string, times: number) =>
          Array.from({ length: times }, () => [one, two] as const);
        const ofLabels = kappaOfLabels([
          ...label('y', 'y', tp),
          ...label('n', 'y', fp),
          ...label('n', 'n', tn),
          ...label('y', 'n', fn),
        ]);
        const kappa = cohenKappa({
          truePositives: tp,
          falsePositives: fp,
          trueNegatives: tn,
          falseNegatives: fn,
        });
        if (ofLabels === null) expect(kappa).toBeNull();
        else expect(kappa).toBeCloseTo(ofLabels, 10);
      }),
    );
  });

  it('is not defined without questions, or where both always say the same', () => {
    const none = { truePositives: 0, falsePositives: 0, trueNegatives: 0, falseNegatives: 0 };
    expect(cohenKappa(none)).toBeNull();
    expect(cohenKappa({ ...none, truePositives: 9 })).toBeNull();
    expect(cohenKappa({ ...none, trueNegatives: 9 })).toBeNull();
    expect(cohenKappa({ ...none, truePositives: 9, falseNegatives: 3 })).toBe(0);
  });
});

describe('kappaOfLabels', () => {
  const yes = (count: number, one: string, two: string) =>
    Array.from({ length: count }, () => [one, two] as const);

  it('is Cohen’s kappa of two labels', () => {
    const pairs = [
      ...yes(20, 'y', 'y'),
      ...yes(5, 'y', 'n'),
      ...yes(10, 'n', 'y'),
      ...yes(15, 'n', 'n'),
    ];
    const counts = { truePositives: 20, falseNegatives: 5, falsePositives: 10, trueNegatives: 15 };
    // Cohen's textbook table: 0.7 agreed, 0.5 by chance.
    expect(kappaOfLabels(pairs)).toBeCloseTo(0.4, 12);
    expect(kappaOfLabels(pairs)).toBeCloseTo(cohenKappa(counts) ?? 0, 12);
  });

  it('is 1 for full agreement, 0 for one label always against several, below 0 for worse than chance', () => {
    expect(kappaOfLabels([...yes(3, 'a', 'a'), ...yes(2, 'b', 'b')])).toBe(1);
    expect(kappaOfLabels([...yes(3, 'a', 'a'), ...yes(2, 'a', 'b')])).toBe(0);
    expect(kappaOfLabels([...yes(3, 'a', 'b'), ...yes(3, 'b', 'a')])).toBe(-1);
  });

  it('is not defined without pairs or with one label alone', () => {
    expect(kappaOfLabels([])).toBeNull();
    expect(kappaOfLabels(yes(49, 'a', 'a'))).toBeNull();
  });
});
