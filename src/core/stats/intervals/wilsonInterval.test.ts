import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilsonInterval.ts';

describe('wilsonInterval', () => {
  // scipy.stats.binomtest(k, n).proportion_ci(0.95, 'wilson'), SciPy.
  it.each([
    [0, 5, 0.0, 0.43448246478317476],
    [3, 5, 0.23072428127601297, 0.8823792257673521],
    [5, 5, 0.5655175352168251, 1.0],
    [17, 40, 0.28509392559950375, 0.5780493145800892],
    [480, 500, 0.9390264041651492, 0.9739592026102227],
  ])('agrees with SciPy on %i of %i', (successes, trials, low, high) => {
    const interval = wilsonInterval(successes, trials);
    expect(interval?.estimate).toBeCloseTo(successes / trials, 12);
    expect(interval?.low).toBeCloseTo(low, 9);
    expect(interval?.high).toBeCloseTo(high, 9);
  });

  it('is nothing without trials, and refuses what are no counts of successes', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(() => wilsonInterval(3, 2)).toThrow(new RangeError('3 successes in 2 trials'));
    expect(() => wilsonInterval(-1, 2)).toThrow(new RangeError('-1 successes in 2 trials'));
    expect(() => wilsonInterval(Number.NaN, 2)).toThrow(RangeError);
  });
});
