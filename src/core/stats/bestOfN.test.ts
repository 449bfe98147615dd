import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aurocOfScores } from './aurocOfScores.ts';
import { bestOfN } from './bestOfN.ts';

/** All ways to take `count` of the values. */
function subsets(values: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  return values.flatMap((value, at) =>
    subsets(values.slice(at + 1), count - 1).map((rest) => [value, ...rest]),
  );
}

function byHand(right: readonly number[], wrong: readonly number[], n: number): number {
  const credits = right.flatMap((score) =>
    subsets(wrong, n - 1).map((others) => {
      if (others.some((other) => other > score)) return 0;
      return 1 / (1 + others.filter((other) => other === score).length);
    }),
  );
  return credits.reduce((sum, credit) => sum + credit, 0) / credits.length;
}

describe('bestOfN', () => {
  it.each([
    [[5], [1, 2, 3], 4, 1],
    [[0], [1, 2, 3], 4, 0],
    [[2], [2, 2, 2], 4, 1 / 4],
    // Of the three pairs of wrong ones, one has no higher score: 1/3.
    [[2.5], [1, 2, 3], 3, 1 / 3],
    // Ties with 2: {1, 2} gives a half, the others have a 3.
    [[2], [1, 2, 3], 3, 1 / 6],
  ])('of %j among %j, best of %i', (right, wrong, n, expected) => {
    expect(bestOfN(right, wrong, n)).toBeCloseTo(expected, 12);
  });

  it('is what going through all draws gives, and the area under the curve for two', () => {
    const scores = (minLength: number) =>
      fc.array(fc.integer({ min: 0, max: 4 }), { minLength, maxLength: 7 });
    fc.assert(
      fc.property(scores(1), scores(3), fc.integer({ min: 2, max: 4 }), (right, wrong, n) => {
        expect(bestOfN(right, wrong, n)).toBeCloseTo(byHand(right, wrong, n), 12);
        expect(bestOfN(right, wrong, 2)).toBeCloseTo(aurocOfScores(right, wrong) ?? NaN, 12);
      }),
    );
  });

  it('is nothing where there is nothing to choose from', () => {
    expect(bestOfN([], [1, 2, 3], 4)).toBeNull();
    expect(bestOfN([1], [1, 2], 4)).toBeNull();
    expect(bestOfN([1], [1], 2)).toBe(0.5);
    for (const n of [1, 0, 2.5, NaN]) {
      expect(() => bestOfN([1], [1], n)).toThrow(
        new RangeError(`The best of ${String(n)} is not a choice: n must be 2 or more.`),
      );
    }
  });
});
