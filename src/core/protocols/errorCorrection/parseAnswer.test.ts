import { describe, expect, it } from 'vitest';
import { buildTestItems } from '../../packs/generators/noteErrors/testItems.ts';
import { parseAnswer } from './parseAnswer.ts';
import { correctionReply } from './prompt.ts';

describe('parseAnswer', () => {
  it.each([
    ['3 He takes 20 mg.', 3, 'He takes 20 mg.'],
    [' 3. He takes 20 mg.', 3, 'He takes 20 mg.'],
    ['Sentence 3: "He takes 20 mg."', 3, 'He takes 20 mg.'],
    ['**3** - He takes 20 mg.', 3, 'He takes 20 mg.'],
    ['Answer: 3) He takes 20 mg.', 3, 'He takes 20 mg.'],
    ['[3] He takes 20 mg.', 3, 'He takes 20 mg.'],
    ['3\nHe takes 20 mg.\nBecause of 1.', 3, 'He takes 20 mg.'],
    ['\n\n3 He takes 20 mg.\nnone', 3, 'He takes 20 mg.'],
    ['3', 3, ''],
    ['1 A man.', 1, 'A man.'],
    ['3 20 mg is the dose.', 3, '20 mg is the dose.'],
  ])('reads %j', (text, sentence, correction) => {
    expect(parseAnswer(text, 5)).toEqual({ kind: 'error', sentence, correction });
  });

  it.each(['none', ' None.', '"none"', 'No error', 'There are no errors in it.', 'Answer: none'])(
    'reads %j as none',
    (text) => {
      expect(parseAnswer(text, 5)).toEqual({ kind: 'none' });
    },
  );

  it.each([
    '',
    ' \n ',
    'He takes 20 mg.',
    '0 x',
    '6 x',
    '99',
    '3.5 mg',
    '1234 x',
    'nonetheless',
    'No 20 mg',
  ])('finds %j unreadable', (text) => {
    expect(parseAnswer(text, 5)).toEqual({ kind: 'unreadable' });
  });

  it('reads every right reply of the pack back', () => {
    for (const { error, sentences } of buildTestItems()) {
      expect(parseAnswer(correctionReply(error), sentences.length)).toEqual(
        error === null ? { kind: 'none' } : { kind: 'error', ...error },
      );
    }
  });
});
