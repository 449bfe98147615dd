import { describe, expect, it } from 'vitest';
import {
  entropyOf,
  factsOf,
  forwardKl,
  jensenShannon,
  logSoftmax,
  rankOf,
  reverseKl,
} from './tokenFacts.ts';

const logS = [0.5, 0.3, 0.15, 0.05].map(Math.log);
const logT = [0.2, 0.6, 0.1, 0.1].map(Math.log);

describe('divergences of the worked example', () => {
  it.each([
    ['reverse KL', reverseKl(logS, logT), 0.2763636189573213],
    ['forward KL', forwardKl(logS, logT), 0.26139836920631426],
    ['JSD', jensenShannon(logS, logT, 0.5), 0.06545642782417153],
    ['entropy', entropyOf(logS), 1.1421200429883351],
    ['entropy over ln V', entropyOf(logS) / Math.log(4), 0.8238654610595805],
    ['JSD over ln 2', jensenShannon(logS, logT, 0.5) / Math.LN2, 0.09443366381623863],
  ])('%s', (_, found, expected) => {
    expect(found).toBeCloseTo(expected, 14);
  });
});

describe('their edges', () => {
  it('is 0 for equal distributions, and for a mixture that is one of the two', () => {
    expect(reverseKl(logS, logS)).toBe(0);
    expect(jensenShannon(logS, logS, 0.3)).toBeCloseTo(0, 15);
    expect(jensenShannon(logS, logT, 0)).toBeCloseTo(0, 15);
    expect(jensenShannon(logS, logT, 1)).toBeCloseTo(0, 15);
  });

  it('takes what has no probability for nothing, and what the teacher rules out for infinitely far', () => {
    const half = [Math.log(0.5), Math.log(0.5), -Infinity];
    const third = [1, 1, 1].map((one) => Math.log(one / 3));
    expect(entropyOf(half)).toBeCloseTo(Math.LN2, 15);
    expect(reverseKl(half, third)).toBeCloseTo(Math.log(1.5), 15);
    expect(reverseKl(third, half)).toBe(Infinity);
    expect(jensenShannon(third, half, 0.5)).toBeLessThan(Math.LN2);
  });

  it('refuses models of different vocabularies', () => {
    expect(() => reverseKl(logS, logT.slice(1))).toThrow('must share a vocabulary');
  });
});

describe('logSoftmax', () => {
  it('does not overflow, and reads the row it is asked for', () => {
    expect([...logSoftmax([7, 1000, 1000, -1000], 1, 3)]).toEqual([
      -Math.LN2,
      -Math.LN2,
      -2000 - Math.LN2,
    ]);
  });
});

it('ranks by what lies strictly above', () => {
  const row = [0.1, 3, 3, -1];
  expect([0, 1, 2, 3].map((token) => rankOf(row, token))).toEqual([3, 1, 1, 4]);
  expect(() => rankOf(row, 4)).toThrow('Token 4');
});

describe('factsOf', () => {
  it('reads row t as what was said before token t', () => {
    const student = Float32Array.from([...logS, ...logT]);
    const teacher = Float32Array.from([...logT, ...logT]);
    const facts = factsOf({ student, teacher, reference: student, tokens: [2, 0], vocabSize: 4 });
    expect(facts.logStudent[0]).toBeCloseTo(Math.log(0.15), 6);
    expect(facts.logStudent[1]).toBeCloseTo(Math.log(0.2), 6);
    expect(facts.logTeacher[0]).toBeCloseTo(Math.log(0.1), 6);
    expect(facts.logReference).toEqual(facts.logStudent);
    expect(facts.entropy[0]).toBeCloseTo(1.1421200429883351, 6);
    expect([...facts.reverseKl].map((kl) => kl.toFixed(6))).toEqual(['0.276364', '0.000000']);
  });

  it('refuses logits of the wrong size, and tokens outside the vocabulary', () => {
    const rows = Float32Array.from(logS);
    const input = { student: rows, teacher: rows, reference: null, tokens: [0], vocabSize: 4 };
    expect(() => factsOf({ ...input, teacher: rows.slice(1) })).toThrow('need 4 logits, not 3');
    expect(() => factsOf({ ...input, tokens: [4] })).toThrow('Token 4');
  });
});
