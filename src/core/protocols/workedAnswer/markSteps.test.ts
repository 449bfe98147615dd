import { describe, expect, it } from 'vitest';
import { markSteps } from './markSteps.ts';

function step(left: number, sign: '+' | '-' | 'x' | '/', right: number, result: number) {
  return { left, sign, right, result };
}

describe('markSteps', () => {
  it.each([
    ['the same sum', step(3, '+', 4, 7), step(3, '+', 4, 7), 1],
    ['a sum turned', step(4, '+', 3, 7), step(3, '+', 4, 7), 1],
    ['a product turned', step(4, 'x', 3, 12), step(3, 'x', 4, 12), 1],
    ['a difference turned', step(2, '-', 5, 3), step(5, '-', 2, 3), 0],
    ['a quotient turned', step(3, '/', 6, 2), step(6, '/', 3, 2), 0],
    ['another result', step(3, '+', 4, 8), step(3, '+', 4, 7), 0],
    ['another sign', step(2, '+', 2, 4), step(2, 'x', 2, 4), 0],
    ['another right side', step(3, '+', 5, 7), step(3, '+', 4, 7), 0],
    ['another left side', step(5, '+', 4, 7), step(3, '+', 4, 7), 0],
    ['one side twice', step(3, '+', 3, 7), step(3, '+', 4, 7), 0],
    ['the other side twice', step(4, '+', 4, 7), step(3, '+', 4, 7), 0],
  ])('marks %s', (_, said, gold, share) => {
    expect(markSteps([said], [gold])).toEqual({ share, firstWrong: share === 1 ? null : 1 });
  });

  it('marks by place: steps left out or too many cost, and all behind them', () => {
    const gold = [step(1, '+', 1, 2), step(2, '+', 1, 3), step(3, '+', 1, 4)];
    expect(markSteps(gold, gold)).toEqual({ share: 1, firstWrong: null });
    expect(markSteps(gold.slice(0, 2), gold)).toEqual({ share: 2 / 3, firstWrong: 3 });
    expect(markSteps(gold.slice(1), gold)).toEqual({ share: 0, firstWrong: 1 });
    expect(markSteps([...gold, step(4, '+', 1, 5)], gold)).toEqual({ share: 0.75, firstWrong: 4 });
    expect(markSteps([], gold)).toEqual({ share: 0, firstWrong: 1 });
  });
});
