import { describe, expect, it } from 'vitest';
import { rampColour, rampPlace, TOKEN_MEASURES, type TokenMeasure } from './measures.ts';

function measure(id: string): TokenMeasure {
  const found = TOKEN_MEASURES.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no measure ${id}`);
  return found;
}

describe('ramps', () => {
  it('put the greatest value at the end and no difference in the middle', () => {
    const kl = measure('reverse-kl');
    expect(rampColour(kl, rampPlace(kl, 2, 2))).toBe('--ramp-8');
    expect(rampColour(kl, rampPlace(kl, 0, 2))).toBe('--ramp-0');
    const advantage = measure('advantage');
    expect(rampColour(advantage, rampPlace(advantage, 0, 3))).toBe('--diverge-4');
    expect(rampColour(advantage, rampPlace(advantage, -3, 3))).toBe('--diverge-0');
    expect(rampColour(advantage, rampPlace(advantage, 3, 3))).toBe('--diverge-8');
  });

  it('go by the logarithm of ranks, and stay at the start where all are first', () => {
    const rank = measure('student-rank');
    expect(rampPlace(rank, 1, 1)).toBe(0);
    expect(rampPlace(rank, 10, 1000)).toBeCloseTo(1 / 3, 10);
  });

  it('have a place for what is no number', () => {
    for (const one of TOKEN_MEASURES) expect(rampPlace(one, Number.NaN, 1)).toBe(0);
  });
});
