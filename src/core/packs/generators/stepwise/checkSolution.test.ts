import { describe, expect, it } from 'vitest';
import { checkSolution } from './checkSolution.ts';

const problem =
  'There are 7 gloves, and Eva gets 11 more. It is done for 2 such weeks. Of them 3 are lost. How many gloves in the end?';
const right = [
  'At first 7 + 11 = 18 gloves',
  'For all weeks 18 x 2 = 36 gloves',
  'So without the lost: 36 - 3 = 33 gloves',
];

/** The right solution with one step changed, and the rest going on from it. */
function changed(at: number, steps: readonly string[]): string[] {
  return [...right.slice(0, at), ...steps];
}

describe('checkSolution', () => {
  it('finds nothing in a right solution', () => {
    expect(checkSolution(problem, right)).toEqual({ firstWrong: null, faults: [], follows: true });
  });

  it.each([
    [0, ['7 + 11 = 20 gloves', '20 x 2 = 40 gloves', '40 - 3 = 37 gloves'], ['sum']],
    [1, ['18 x 2 = 38 gloves', '38 - 3 = 35 gloves'], ['product']],
    [1, ['18 x 7 = 126 gloves', '126 - 3 = 123 gloves'], ['copied']],
    [0, ['8 + 11 = 19 gloves', '19 x 2 = 38 gloves', '38 - 3 = 35 gloves'], ['copied']],
    [2, ['26 - 3 = 23 gloves'], ['carried']],
    [2, ['36 + 3 = 39 gloves'], ['sign']],
    [1, ['18 x 2 = 36 masks', '36 - 3 = 33 masks'], ['noun']],
    [2, ['26 - 3 = 33 masks'], ['noun', 'carried', 'sum']],
  ])('at %i finds what is wrong with %j', (at, steps, faults) => {
    expect(checkSolution(problem, changed(at, steps))).toEqual({
      firstWrong: at + 1,
      faults,
      follows: true,
    });
  });

  it('notices a second mistake after the first', () => {
    const steps = ['7 + 11 = 20 gloves', '18 x 2 = 36 gloves', '36 - 3 = 33 gloves'];
    expect(checkSolution(problem, steps).follows).toBe(false);
  });
});
