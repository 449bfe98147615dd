import { describe, expect, it } from 'vitest';
import { reverseKl } from './tokenFacts.ts';
import { randomRow } from './testing.ts';

const VOCABULARY = 3;
const LONGEST = 5;

/** A random autoregressive model: log-probabilities of the next token after each text. */
function model(name: string): (prefix: readonly number[]) => number[] {
  return (prefix) => randomRow(`${name}:${prefix.join(',')}`, VOCABULARY, 1.3);
}

function textsOf(length: number): number[][] {
  if (length === 0) return [[]];
  return textsOf(length - 1).flatMap((text) =>
    Array.from({ length: VOCABULARY }, (_, token) => [...text, token]),
  );
}

function logProbability(
  next: (prefix: readonly number[]) => number[],
  text: readonly number[],
): number {
  return text.reduce((sum, token, t) => sum + (next(text.slice(0, t))[token] ?? Number.NaN), 0);
}

const [student, teacher] = [model('student'), model('teacher')];

/** Expected KL of the next token after t tokens of the student's own writing. */
function expectedKl(t: number): number {
  return textsOf(t).reduce(
    (sum, prefix) =>
      sum + Math.exp(logProbability(student, prefix)) * reverseKl(student(prefix), teacher(prefix)),
    0,
  );
}

describe('reverse KL cut after L tokens', () => {
  it.each(Array.from({ length: LONGEST }, (_, at) => at + 1))(
    'is the KL of the two models’ texts of %d tokens, all of them written out',
    (length) => {
      const texts = textsOf(length);
      const whole = reverseKl(
        texts.map((text) => logProbability(student, text)),
        texts.map((text) => logProbability(teacher, text)),
      );
      const summed = Array.from({ length }, (_, t) => expectedKl(t)).reduce((a, b) => a + b, 0);
      expect(summed).toBeCloseTo(whole, 12);
      expect(whole).toBeGreaterThan(0.1);
    },
  );
});
