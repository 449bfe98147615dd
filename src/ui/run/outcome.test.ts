import { describe, expect, it } from 'vitest';
import { countOutcomes, outcomeOf } from './outcome.ts';

describe('outcomeOf', () => {
  it('is unscored before it is right or wrong', () => {
    expect(outcomeOf({ correct: 1, unscored: 1 })).toBe('unscored');
  });

  it('is right or wrong where there is a gold label, and scored where there is none', () => {
    expect(outcomeOf({ correct: 1, unscored: 0 })).toBe('right');
    expect(outcomeOf({ correct: 0, unscored: 0 })).toBe('wrong');
    expect(outcomeOf({ score: 0.4, unscored: 0 })).toBe('scored');
  });
});

it('countOutcomes leaves out what does not occur', () => {
  const rows = [{ values: { correct: 0 } }, { values: { correct: 1 } }, { values: { correct: 0 } }];
  expect(countOutcomes(rows)).toEqual([
    ['right', 1],
    ['wrong', 2],
  ]);
});
