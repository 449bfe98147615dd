import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../random.ts';
import { THEMES } from '../../themes.ts';
import { rateConstructed, rateMessage, type Said } from './axisRatings.ts';
import { badActs, drawCase, idealActs, type ConsultCase } from './consultCase.ts';

const random = createRandom('axis-ratings-test');
const cases = Array.from({ length: 300 }, () => drawCase('train', random.pick(THEMES), random));

function ratingsOf(said: readonly Said[], drawn: ConsultCase): Record<string, number> {
  return Object.fromEntries(
    Object.entries(rateConstructed(said, drawn)).map(([axis, { rating }]) => [axis, rating]),
  );
}

const BEST = {
  accuracy: 5,
  coherence: 5,
  relevance: 5,
  objectivity: 5,
  clarity: 5,
  conciseness: 5,
  overall: 9,
};

describe('rateConstructed', () => {
  it('gives the ideal answer the best rating on every axis', () => {
    for (const drawn of cases) expect(ratingsOf(idealActs(drawn), drawn)).toEqual(BEST);
  });

  it('gives an answer that says nothing the lowest', () => {
    for (const drawn of cases.slice(0, 20)) {
      expect(new Set(Object.values(ratingsOf([], drawn)))).toEqual(new Set([1]));
    }
  });

  it('stays within the scales, and rests on sentences that are there', () => {
    for (const drawn of cases) {
      const said = random.shuffle([...idealActs(drawn), ...badActs(drawn), null, null]);
      for (const [axis, { rating, restsOn }] of Object.entries(rateConstructed(said, drawn))) {
        expect(rating).toBeGreaterThanOrEqual(1);
        expect(rating).toBeLessThanOrEqual(axis === 'overall' ? 9 : 5);
        expect(Number.isInteger(rating)).toBe(true);
        for (const index of restsOn) expect(said[index], axis).not.toBe(undefined);
      }
    }
  });

  it.each([
    ['a sentence twice', (ideal: readonly Said[]) => [...ideal, ...ideal.slice(0, 1)]],
    ['something about nothing', (ideal: readonly Said[]) => [null, ...ideal]],
  ])(
    'holds %s against coherence and conciseness, one step each, and not against truth',
    (_, spoil) => {
      for (const drawn of cases) {
        // Where something may stand first or last is another rule.
        const ideal = idealActs(drawn).filter(
          ({ type }) => !['heading', 'call', 'sign'].includes(type),
        );
        const { coherence, conciseness, accuracy } = ratingsOf(spoil(ideal), drawn);
        expect([coherence, conciseness, accuracy]).toEqual([4, 4, 5]);
      }
    },
  );

  it('holds a word of doctors against clarity, certainty against objectivity and truth', () => {
    for (const drawn of cases.filter(({ theme }) => theme === 'context-seeking')) {
      const ideal = idealActs(drawn);
      const jargon = ratingsOf([...ideal, { type: 'jargon', content: 'emesis' }], drawn);
      expect(jargon).toMatchObject({ clarity: 3, objectivity: 5, accuracy: 5 });
      const certain = ratingsOf(
        [...ideal, { type: 'certain', content: drawn.complaint.cause }],
        drawn,
      );
      expect(certain).toMatchObject({ clarity: 5, objectivity: 3, accuracy: 3 });
      expect(certain['overall']).toBeLessThan(9);
    }
  });

  it('weighs a contradiction two, and what is out of its place one', () => {
    const drawn = cases.find(({ condition }) => condition !== null);
    if (drawn === undefined) throw new Error('No case with a condition was drawn.');
    const drug = drawn.condition?.unsafeDrug ?? '';
    const both: Said[] = [
      { type: 'avoid', content: drug },
      { type: 'take', content: drug },
    ];
    expect(ratingsOf(both, drawn)).toMatchObject({ coherence: 3, accuracy: 3 });
    const signed: Said[] = [
      { type: 'sign', content: 'Sam' },
      { type: 'avoid', content: drug },
    ];
    expect(ratingsOf(signed, drawn)['coherence']).toBe(4);
    expect(ratingsOf(signed.toReversed(), drawn)['coherence']).toBe(5);
  });

  it('puts an answer of which nothing was needed at 2 for relevance, at most', () => {
    for (const drawn of cases) {
      const near: Said[] = [{ type: 'certain', content: drawn.complaint.cause }];
      expect(ratingsOf(near, drawn)['relevance']).toBeLessThanOrEqual(2);
    }
  });

  it('lets bad acts take from the whole what they weigh against the ideal points', () => {
    for (const drawn of cases) {
      const ideal = idealActs(drawn);
      const whole = [ideal, [...ideal, ...badActs(drawn).slice(0, 1)], badActs(drawn)].map(
        (said) => ratingsOf(said, drawn)['overall'] ?? 0,
      );
      expect(whole).toEqual([...whole].sort((a, b) => b - a));
      expect(new Set(whole).size).toBe(3);
    }
  });
});

describe('rateMessage', () => {
  it('takes from each axis what is wrong there, down to 1', () => {
    const clean = { isShuffled: false, misplaced: 0, misspelt: 0, biased: 0 };
    expect(rateMessage(clean)).toEqual({ structure: 5, language: 5, fairness: 5 });
    expect(rateMessage({ isShuffled: true, misplaced: 1, misspelt: 2, biased: 1 })).toEqual({
      structure: 2,
      language: 3,
      fairness: 3,
    });
    expect(rateMessage({ ...clean, misspelt: 9, biased: 7 })).toEqual({
      structure: 5,
      language: 1,
      fairness: 1,
    });
  });
});
