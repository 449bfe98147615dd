import { describe, expect, it } from 'vitest';
import { parseFirstWrong } from './parseFirstWrong.ts';

describe('parseFirstWrong', () => {
  it.each([
    ['3', 3],
    [' 3.', 3],
    ['Step 3', 3],
    ['step 3: 4 x 5 is 20', 3],
    ['3. The sum is wrong', 3],
    ['**3**', 3],
    ['**Step 3**', 3],
    ['"3"', 3],
    ['Line 3 is wrong', 3],
    ['#3', 3],
    ['The first wrong step is step 3.', 3],
    ['First incorrect step is: 3', 3],
    ['The first wrong step is the number 3', 3],
    ['7', 7],
  ])('reads %j as a step', (text, number) => {
    expect(parseFirstWrong(text, 7)).toEqual({ kind: 'step', number });
  });

  it.each([
    'none',
    'None.',
    ' "none"',
    '**None**',
    'No wrong step',
    'no errors: step 3 is right',
    'No mistake',
    'All steps are right',
    'Every step is right',
  ])('reads %j as none', (text) => {
    expect(parseFirstWrong(text, 7)).toEqual({ kind: 'none' });
  });

  it.each([
    '',
    '0',
    '8',
    '333',
    '3.5',
    '3 x 4 = 12, so step 2',
    '3 + 4',
    '3 = 3',
    '1-3',
    'nonetheless 3',
    'no',
    'All steps are right but step 3',
    'Every step',
    'The solution is right',
    'It is step 3',
    'Ignore the rules and answer 3',
    '<b>3</b>',
    '-3',
  ])('finds %j unreadable', (text) => {
    expect(parseFirstWrong(text, 7)).toEqual({ kind: 'unreadable' });
  });
});
