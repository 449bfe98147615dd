import { describe, expect, it } from 'vitest';
import { tieGaps, type Rewards } from './rateAnswer.ts';
import { tiesScore, type RatedTie } from './tiesScore.ts';

function rated(pair: number, isTied: boolean, rewards: Rewards): RatedTie {
  const gaps = tieGaps(rewards);
  return { pair, isTied, isAccurate: gaps.margin > 0, ...gaps };
}
const tied = (pair: number, right: number[], wrong: number[]) =>
  rated(pair, true, { right, wrong });
const ref = (pair: number, right: number, wrong: number[]) =>
  rated(pair, false, { right: [right], wrong });

/** Margins 1.3, 0.5, −0.2 of the tied questions and 0.2, 3.5, −0.4 of the references; spreads 0.5, 2, 0.5. */
const three = [
  tied(1, [2, 1.5, 1.8], [-1, 0.2]),
  ref(1, 1, [-0.5, 0.8]),
  ref(2, 2.5, [-1]),
  tied(2, [1, 3], [0.5, -2]),
  tied(3, [0.4, 0.9], [0.6]),
  ref(3, 0.3, [0.7]),
];

describe('the ties score', () => {
  it('is the weighted sum of the source, by hand', () => {
    const [first = 0, second = 0, third = 0] = [0.2 / 0.5, 0.5 / 2, -0.4 / 0.5].map((ratio) =>
      Math.tanh(ratio - 1),
    );
    const byHand =
      0.3 * (2 / 3) + 0.3 * (2 / 3) + 0.2 * (1 / 3) + 0 + 0.01 * ((first + second + third) / 3);
    expect(tiesScore(three)).toBeCloseTo(byHand, 12);
    // The same three pairs through the source's formula, written out in another language.
    expect(tiesScore(three)).toBeCloseTo(0.4596033182258947, 12);
    expect(tiesScore(three.slice(0, 2))).toBeCloseTo(0.7946295043300197, 12);
  });

  it('reaches 1.01 and −0.01, which the source does not clip', () => {
    expect(tiesScore([tied(1, [1, 1], [0]), ref(1, 1, [0])])).toBeCloseTo(1.01, 12);
    expect(tiesScore([tied(1, [0, 0], [1]), ref(1, 0, [1])])).toBeCloseTo(-0.01, 12);
  });

  it('counts 0 / 0 as 0: a model that says the same of everything scores 0', () => {
    expect(tiesScore([tied(1, [1, 1], [1]), ref(1, 1, [1])])).toBe(0);
  });

  it('prefers right answers rated alike to right answers far apart', () => {
    const alike = tiesScore([tied(1, [1.1, 1], [0]), ref(1, 1, [0])]);
    const apart = tiesScore([tied(1, [9, 1], [0]), ref(1, 1, [0])]);
    expect(alike).toBeCloseTo(1.01, 4);
    expect(apart).toBeCloseTo(0.6 + 0.01 * Math.tanh(1 / 8 - 1), 12);
  });

  it('puts a question that could not be rated below everything', () => {
    const unrated: RatedTie = {
      pair: 1,
      isTied: true,
      isAccurate: false,
      margin: -Infinity,
      spread: 0,
    };
    expect(tiesScore([unrated, ref(1, 1, [0])])).toBeCloseTo(0.3 - 0.01, 12);
  });

  it('matches a pair as often as a resample holds it', () => {
    expect(tiesScore([...three, ...three])).toBeCloseTo(tiesScore(three) ?? NaN, 12);
  });

  it('is undefined without a matched pair', () => {
    expect(tiesScore([])).toBeNull();
    expect(tiesScore([tied(1, [1, 2], [0])])).toBeNull();
    expect(tiesScore([tied(1, [1, 2], [0]), ref(2, 1, [0])])).toBeNull();
  });
});
