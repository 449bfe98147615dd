import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateSteps, STEP_AGGREGATIONS } from './aggregateSteps.ts';

describe('the scores of steps as one', () => {
  // numpy and scipy.stats.gmean, scipy.special.expit and logit over [0.9, 0.5, 0.8, 0.6].
  it.each([
    ['min', 0.5],
    ['max', 0.9],
    ['prod', 0.216],
    ['geometric_mean', 0.6817316198804997],
    ['mean', 0.7],
    ['mean_logit', 0.7305167672247965],
    ['mean_odd', 3.875],
    ['last', 0.6],
  ] as const)('by %s', (how, score) => {
    expect(aggregateSteps([0.9, 0.5, 0.8, 0.6], how)).toBeCloseTo(score, 12);
  });

  it('are the one score of a single step, but for the odds', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.constantFrom(...STEP_AGGREGATIONS),
        (score, how) => {
          const expected = how === 'mean_odd' ? score / (1 - score) : score;
          expect(aggregateSteps([score], how)).toBeCloseTo(expected, 9);
        },
      ),
    );
  });

  it('lie between the lowest and the highest, and the product below', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 0.999, noNaN: true }), { minLength: 1 }),
        fc.constantFrom('geometric_mean', 'mean', 'mean_logit', 'last'),
        (steps, how) => {
          const score = aggregateSteps(steps, how) ?? NaN;
          expect(score).toBeGreaterThanOrEqual(Math.min(...steps) - 1e-9);
          expect(score).toBeLessThanOrEqual(Math.max(...steps) + 1e-9);
          expect(aggregateSteps(steps, 'prod')).toBeLessThanOrEqual(Math.min(...steps) + 1e-9);
        },
      ),
    );
  });

  it('say something of steps at the ends', () => {
    expect(aggregateSteps([0, 0.5], 'geometric_mean')).toBe(0);
    expect(aggregateSteps([0, 0.5], 'mean_logit')).toBe(0);
    expect(aggregateSteps([1, 0.5], 'mean_logit')).toBe(1);
    expect(aggregateSteps([1, 0], 'mean_logit')).toBeNull();
    expect(aggregateSteps([1, 0.5], 'mean_odd')).toBe(Infinity);
    const long = Array.from({ length: 5000 }, () => 0.5);
    expect(aggregateSteps(long, 'geometric_mean')).toBeCloseTo(0.5, 12);
  });

  it('are undefined without steps and refused outside [0, 1]', () => {
    for (const how of STEP_AGGREGATIONS) expect(aggregateSteps([], how)).toBeNull();
    expect(() => aggregateSteps([0.5, 1.01], 'mean')).toThrow(
      'Step 2 of 2 has the score 1.01, outside [0, 1].',
    );
    expect(() => aggregateSteps([NaN], 'last')).toThrow(RangeError);
    expect(() => aggregateSteps([-0.1], 'last')).toThrow(RangeError);
  });
});
