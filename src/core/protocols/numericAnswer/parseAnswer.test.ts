import { describe, expect, it } from 'vitest';
import { parseNumber } from './parseAnswer.ts';

describe('parseNumber', () => {
  it.each([
    ['40', 40],
    [' 40 mmHg', 40],
    ['40mmHg.', 40],
    ['**40**', 40],
    ['$\\boxed{22.5}$', 22.5],
    ['The pulse pressure is 40 mmHg, which is normal (30 to 50).', 40],
    ['\n\n40\n50', 40],
    ['-5', -5],
    ['−5 ml', -5],
    ['The balance is -50 ml', -50],
    ['minus 50 ml', -50],
    ['120 - 80 = 40', 40],
    ['120-80=40 mmHg', 40],
    ['100 - 150 = -50', -50],
    ['140 - (100 + 24) = 140 - 124 = 16', 16],
    ['120-80', 120],
    ['- 40', 40],
    ['Answer - 40', 40],
    ['1,200', 1200],
    ['1,234,567.5', 1234567.5],
    ['1\u202f200 ml', 1200],
    ['12,5', 12.5],
    ['0,750', 0.75],
    ['12,3456', 12.3456],
    ['3, 4 or 5', 3],
    ['.5', 0.5],
    ['-0', 0],
    ['CHA2DS2 score 3', 3],
    ['pO2: 12.4', 12.4],
    ['1000000000000', 1e12],
    [`${'x'.repeat(497)} 40`, 40],
  ])('reads %j as %d', (text, value) => {
    expect(parseNumber(text)).toEqual({ kind: 'read', value });
  });

  it.each([
    '',
    '   ',
    'forty',
    'CHA2DS2',
    '120 - 80 =',
    'none\n40',
    'NaN',
    'Infinity',
    '٤٠',
    '9'.repeat(400),
    '1000000000001',
    `${'x'.repeat(498)} 40`,
    `${'x'.repeat(600)} 40`,
    '<b>no</b>',
  ])('finds %j unreadable', (text) => {
    expect(parseNumber(text)).toEqual({ kind: 'unreadable' });
  });

  it('reads hostile lines in no time', () => {
    const started = performance.now();
    for (const piece of ['1,', '1,000,', '.', '- ', '=1', '1\u202f000'])
      parseNumber(piece.repeat(200).slice(0, 500));
    expect(performance.now() - started).toBeLessThan(200);
  });
});
