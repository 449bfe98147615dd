import { describe, expect, it } from 'vitest';
import { parseWorked } from './parseWorked.ts';

describe('parseWorked', () => {
  it.each([
    ['Answer 66', 66],
    ['37 + 48 = 85\nAnswer 85', 85],
    ['answer: 7', 7],
    ['The answer is 12.', 12],
    ['Answer: **66**', 66],
    ['Answer -5', -5],
    ['Answer 3\nno, wait\nAnswer 4', 4],
    ['Answer:\nAnswer 4', 4],
  ])('finds the answer of %j', (text, answer) => {
    expect(parseWorked(text).answer).toBe(answer);
  });

  it.each([
    '',
    '66',
    '37 + 48 = 85',
    'Answer',
    'Answer 3\nAnswer',
    'Answer 2.5',
    'Answer\n66',
    'Answers 66',
    'Answer 12345678',
    `Answer ${'so '.repeat(20)}66`,
  ])('finds no answer in %j', (text) => {
    expect(parseWorked(text).answer).toBeNull();
  });

  it('reads steps with and without their numbers, with any sign for the same sum', () => {
    const step = { left: 6, sign: 'x', right: 4, result: 24 };
    for (const text of [
      '6 x 4 = 24',
      '1 6 x 4 = 24',
      '12. 6 × 4 = 24.',
      '1) 6*4=24',
      'So 6 · 4 = 24',
    ])
      expect(parseWorked(text).steps, text).toEqual([step]);
    expect(parseWorked('1 9 − 4 = 5\n2 8 ÷ 2 = 4').steps.map(({ sign }) => sign)).toEqual([
      '-',
      '/',
    ]);
  });

  it('reads no step in decimals, in half a sum and in what only looks like one', () => {
    for (const text of [
      '1.5 + 2 = 3',
      '2 + 2 = 4.5',
      '3 + 4',
      '= 7',
      '3 + = 7',
      '12345678 + 1 = 2',
    ])
      expect(parseWorked(text).steps, text).toEqual([]);
  });

  it('stays quick on long hostile text', () => {
    const start = performance.now();
    parseWorked(`${'1 + '.repeat(20_000)}${' '.repeat(20_000)}Answer${' answer'.repeat(20_000)}`);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
