import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quadrantsOf, tokenImportance, topShare } from './tokenImportance.ts';

const entropy = [0.1, 0.9, 0.2, 0.5];
const divergence = [0.8, 0.1, 0.0, 0.4];

describe('tokenImportance', () => {
  it('has the scores of the worked example', () => {
    const scores = tokenImportance(entropy, divergence, false);
    expect([...scores].map((score) => Number(score.toFixed(12)))).toEqual([1, 1, 0.125, 0.75]);
    expect(topShare(scores, 0.5)).toEqual([true, true, false, false]);
  });

  it('is within [0, 1], and 0 where tokens differ in nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.float({ min: 0, max: 9 }), fc.float({ min: 0, max: 9 }))),
        fc.boolean(),
        (pairs, winsorise) => {
          const [h, d] = [pairs.map(([one]) => one), pairs.map(([, one]) => one)];
          for (const score of tokenImportance(h, d, winsorise)) {
            expect(score >= 0 && score <= 1).toBe(true);
          }
        },
      ),
    );
    expect([...tokenImportance([1, 1], [2, 2], false)]).toEqual([0, 0]);
  });

  it('lets one outlier squeeze the others together only where it is not winsorised', () => {
    const many = Array.from({ length: 1000 }, (_, at) => at / 1000);
    const zero = many.map(() => 0);
    const middle = (winsorise: boolean): number =>
      tokenImportance([...many, 1000], [...zero, 0], winsorise)[500] ?? Number.NaN;
    expect(middle(false)).toBeCloseTo(0.0005, 6);
    expect(middle(true)).toBeCloseTo(0.5, 1);
  });
});

describe('topShare', () => {
  it('rounds up, but not for the sake of floating point', () => {
    const count = (n: number, keep: number): number =>
      topShare(new Float64Array(n), keep).filter(Boolean).length;
    expect([count(10, 0.3), count(10, 0.31), count(3, 0.01), count(3, 1), count(0, 0.5)]).toEqual([
      3, 4, 1, 3, 0,
    ]);
  });

  it('gives ties to the earlier token', () => {
    expect(topShare([1, 2, 2, 2], 0.5)).toEqual([false, true, true, false]);
  });
});

it('puts every token into one quadrant', () => {
  expect(quadrantsOf(entropy, divergence)).toEqual([3, 2, 4, 1]);
  expect(quadrantsOf([], [])).toEqual([]);
});
