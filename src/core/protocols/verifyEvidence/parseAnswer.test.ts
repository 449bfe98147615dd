import { describe, expect, it } from 'vitest';
import { parseAnswer } from './parseAnswer.ts';

describe('parseAnswer', () => {
  it.each([
    ['yes 2 5', true, [2, 5]],
    [' Yes, sentences 5 and 2.', true, [2, 5]],
    ['yes 2 2 2', true, [2]],
    ['yes 0 7 99', true, [7]],
    ['yes: dose 2.5 mg in 3', true, [3]],
    ['no', false, []],
    ['No. Sentence 3 denies it.', false, []],
    ['"yes" 4', true, [4]],
  ])('reads %j', (text, supported, evidence) => {
    expect(parseAnswer(text, 8)).toEqual({ kind: 'read', supported, evidence });
  });

  it.each(['', 'yesterday 2', 'nobody', 'The note says "yes 2"', '2 5', 'yes2x'])(
    'finds %j unreadable',
    (text) => {
      expect(parseAnswer(text, 8)).toEqual({ kind: 'unreadable' });
    },
  );
});
