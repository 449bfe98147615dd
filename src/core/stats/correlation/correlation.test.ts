import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../fixtures/reference.json' with { type: 'json' };
import { averageRanks } from './averageRanks.ts';
import { kendallTauB } from './kendallTauB.ts';
import { pearson } from './pearson.ts';
import { spearman } from './spearman.ts';

const small = fc.integer({ min: -4, max: 4 });

describe.each(Object.entries(reference.correlations))('over %s values', (_, given) => {
  it('agrees with SciPy', () => {
    const { x, y } = given;
    expect(pearson(x, y)).toBeCloseTo(given.pearson, 12);
    expect(spearman(x, y)).toBeCloseTo(given.spearman, 12);
    expect(kendallTauB(x, y)).toBeCloseTo(given.kendall, 12);
    expect(averageRanks(x)).toEqual(given.ranks);
  });
});

describe('averageRanks', () => {
  it('shares ranks among equals', () => {
    expect(averageRanks([])).toEqual([]);
    expect(averageRanks([3, 1, 3, 2])).toEqual([3.5, 1, 3.5, 2]);
    expect(averageRanks([5, 5, 5])).toEqual([2, 2, 2]);
    expect(averageRanks([-0, 0])).toEqual([1.5, 1.5]);
  });
});

describe.each([
  ['pearson', pearson],
  ['spearman', spearman],
  ['kendallTauB', kendallTauB],
])('%s', (_, correlation) => {
  it('is 1 or -1 where one follows the other', () => {
    const x = [0.1, 0.2, 0.3, 0.7];
    expect(correlation(x, x)).toBeCloseTo(1, 15);
    expect(
      correlation(
        x,
        x.map((value) => -3 * value),
      ),
    ).toBeCloseTo(-1, 15);
    expect(correlation([1, 2], [5, 4])).toBeCloseTo(-1, 15);
  });

  it('does not mind which list is first, stays within [-1, 1], and turns with the sign', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(small, small), { minLength: 2 }), (pairs) => {
        const x = pairs.map(([one]) => one);
        const y = pairs.map(([, two]) => two);
        const r = correlation(x, y);
        const turned = correlation(
          y,
          x.map((value) => -value),
        );
        if (r === null) {
          expect(turned).toBeNull();
          return;
        }
        expect(Math.abs(r)).toBeLessThanOrEqual(1);
        expect(turned).toBeCloseTo(-r, 12);
      }),
    );
  });

  it('is undefined without pairs and for a constant list', () => {
    expect(correlation([], [])).toBeNull();
    expect(correlation([1], [2])).toBeNull();
    expect(correlation([0.1, 0.1, 0.1], [1, 2, 3])).toBeNull();
    expect(correlation([1, 2, 3], [0.1, 0.1, 0.1])).toBeNull();
  });

  it('refuses lists of different length and values that are not finite', () => {
    expect(() => correlation([1, 2], [1])).toThrow(
      new RangeError('Lists of 2 and 1 values are not paired.'),
    );
    expect(() => correlation([Number.NaN, 2], [1, 2])).toThrow('Value 1 of 2 is NaN');
    expect(() => correlation([1, 2], [1, Infinity])).toThrow('Value 2 of 2 is Infinity');
  });
});

describe('kendallTauB by sorting', () => {
  /** By its definition: each pair of places by itself. */
  function byPairs(first: readonly number[], second: readonly number[]): number {
    let [score, untiedFirst, untiedSecond] = [0, 0, 0];
    for (const [place, x] of first.entries()) {
      for (let before = 0; before < place; before += 1) {
        const signX = Math.sign(x - (first[before] ?? 0));
        const signY = Math.sign((second[place] ?? 0) - (second[before] ?? 0));
        score += signX * signY;
        untiedFirst += signX ** 2;
        untiedSecond += signY ** 2;
      }
    }
    return score / Math.sqrt(untiedFirst * untiedSecond);
  }

  it.each([2, 3, 4, 7, 8, 9, 50])('compares %i places as each with each does', (n) => {
    for (const kinds of [3, 10, 1000]) {
      const values = (seed: number) =>
        Array.from({ length: n }, (_, place) =>
          Math.floor(kinds * Math.abs(Math.sin(seed + 7 * place))),
        );
      const [first, second] = [values(1), values(2)];
      const want = byPairs(first, second);
      const got = kendallTauB(first, second);
      if (Number.isFinite(want)) expect(got).toBe(want);
      else expect(got).toBeNull();
    }
  });
});
