import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRatings, LIKERT, readRating, REWARD, scaleLabels } from './expectedRating.ts';

const logs = (probabilities: readonly number[]) => ({ logprobs: probabilities.map(Math.log) });

describe('a rating by expectation', () => {
  it('has the digits of its scale as labels', () => {
    expect(scaleLabels(LIKERT)).toEqual(['1', '2', '3', '4', '5']);
    expect(scaleLabels(REWARD)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  });

  it('is the mean of the digits, with its variance, by hand', () => {
    // (2·0.1 + 4·0.3) / 0.4 = 3.5; variance 0.25·1.5² + 0.75·0.5² = 0.75; (3.5 − 1) / 4 = 0.625.
    const rating = readRating(logs([1e-9, 0.1, 1e-9, 0.3, 1e-9]), LIKERT);
    expect(rating?.distribution.map((p) => Number(p.toFixed(12)))).toEqual([0, 0.25, 0, 0.75, 0]);
    expect(rating?.mean).toBeCloseTo(3.5, 12);
    expect(rating?.variance).toBeCloseTo(0.75, 12);
    expect(rating?.normalised).toBeCloseTo(0.625, 12);
  });

  it('keeps a digit with 1 % and drops one with less', () => {
    const kept = readRating({ logprobs: [Math.log(0.5), -99, -99, -99, Math.log(0.0101)] }, LIKERT);
    expect(kept?.mean).toBeCloseTo((0.5 + 5 * 0.0101) / 0.5101, 12);
    const dropped = readRating(
      { logprobs: [Math.log(0.5), -99, -99, -99, Math.log(0.0099)] },
      LIKERT,
    );
    expect(dropped?.mean).toBe(1);
    expect(dropped?.variance).toBe(0);
    expect(readRating({ logprobs: [0, -99, -99, -99, -99] }, LIKERT)?.normalised).toBe(0);
  });

  it.each([
    ['no digit has 1 %', [0.009, 0.009, 0.009, 0.009, 0.009].map(Math.log)],
    ['a log-probability is no number', [0, NaN, -1, -1, -1]],
    ['a log-probability is above any', [0, Infinity, -1, -1, -1]],
    ['every digit is impossible', [-Infinity, -Infinity, -Infinity, -Infinity, -Infinity]],
    ['a digit is missing', [0, -1, -1, -1]],
  ])('is not read where %s', (_, logprobs) => {
    expect(readRating({ logprobs }, LIKERT)).toBeNull();
  });

  it('takes an impossible digit for what it is', () => {
    const half = Math.log(0.5);
    const sides = [half, -Infinity, -Infinity, -Infinity, half];
    expect(readRating({ logprobs: sides }, LIKERT)).toMatchObject({ mean: 3, variance: 4 });
  });

  it('takes the reward over all nine digits, whatever one of them has', () => {
    // 0.9 % each, 8.1 % together: a softmax of equals.
    const even = readRating(logs(Array<number>(9).fill(0.009)), REWARD);
    expect(even?.mean).toBeCloseTo(5, 12);
    expect(even?.variance).toBeCloseTo(60 / 9, 12);
    // 0.8 % on each low digit and half on the highest: (0.5 · 9 + 0.008 · 36) / 0.564.
    const skewed = readRating(logs([...Array<number>(8).fill(0.008), 0.5]), REWARD);
    expect(skewed?.mean).toBeCloseTo((0.5 * 9 + 0.008 * 36) / 0.564, 12);
    expect(readRating(logs(Array<number>(9).fill(0.0012)), REWARD)?.mean).toBeCloseTo(5, 12);
    expect(readRating(logs(Array<number>(9).fill(0.0011)), REWARD)).toBeNull();
    expect(readRating({ logprobs: [...Array<number>(8).fill(-1), NaN] }, REWARD)).toBeNull();
  });

  it('stays on its scale', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -12, max: 0, noNaN: true }), { minLength: 9, maxLength: 9 }),
        (logprobs) => {
          const rating = readRating({ logprobs }, REWARD);
          if (rating === null) return;
          expect(rating.distribution.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
          expect(rating.mean).toBeGreaterThanOrEqual(1 - 1e-9);
          expect(rating.mean).toBeLessThanOrEqual(9 + 1e-9);
          // A variable on [1, 9] has a variance of at most 4².
          expect(rating.variance).toBeLessThanOrEqual(16 + 1e-9);
        },
      ),
    );
  });
});

describe('two ratings compared', () => {
  // The worked example of OPRM.
  const a = { distribution: [0, 0, 0.05, 0.05, 0.1, 0.2, 0.3, 0.2, 0.1] };
  const b = { distribution: [0.1, 0.1, 0.2, 0.2, 0.2, 0.1, 0.05, 0.05, 0] };

  it('are the joint’s mass below and on its diagonal', () => {
    const { above, equal } = compareRatings(a, b);
    expect(above).toBeCloseTo(0.81, 12);
    expect(equal).toBeCloseTo(0.085, 12);
    expect(readRating(logs(a.distribution), REWARD)?.mean).toBeCloseTo(6.65, 12);
    expect(readRating(logs(b.distribution), REWARD)?.mean).toBeCloseTo(4.05, 12);
  });

  it('share all of the probability whichever comes first', () => {
    const there = compareRatings(a, b);
    const back = compareRatings(b, a);
    expect(there.above + there.equal + back.above).toBeCloseTo(1, 12);
    expect(back.equal).toBeCloseTo(there.equal, 12);
  });
});
