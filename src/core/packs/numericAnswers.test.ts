import { describe, expect, it } from 'vitest';
import { numericAnswersKind, parseNumericItem, type NumericItem } from './numericAnswers.ts';

const item: NumericItem = {
  id: 'x',
  cluster: 'c',
  stratum: 'one-step',
  calculator: 'pulse-pressure',
  text: 'The top pressure is 120.',
  question: 'What is the pulse pressure?',
  answer: 40,
  tolerance: { kind: 'absolute', value: 0 },
  unit: 'mmHg',
  range: { min: 10, max: 110, decimals: 0 },
};

describe('parseNumericItem', () => {
  it('reads an item', () => {
    expect(parseNumericItem(JSON.stringify(item), 1)).toEqual({ ok: true, value: item });
  });

  it.each([
    ['answer', { ...item, answer: '40' }],
    ['answer', { ...item, answer: 1e300 }],
    ['range', { ...item, answer: 111 }],
    [
      'tolerance',
      {
        ...item,
        answer: 0,
        range: { ...item.range, min: 0 },
        tolerance: { kind: 'relative', value: 0.1 },
      },
    ],
    ['tolerance.value', { ...item, tolerance: { kind: 'absolute', value: -1 } }],
    ['tolerance.kind', { ...item, tolerance: { kind: 'about', value: 1 } }],
    ['range.decimals', { ...item, range: { ...item.range, decimals: 30 } }],
    ['unit', { ...item, unit: 'a\nb' }],
    ['stratum', { ...item, stratum: '<b>' }],
    ['text', { ...item, text: 'x'.repeat(9000) }],
  ])('names the field %s where it is wrong', (field, wrong) => {
    const read = parseNumericItem(JSON.stringify(wrong), 3);
    expect(read.ok ? null : read.error).toMatchObject({ line: 3, field });
  });
});

describe('the view', () => {
  it('says the right number with its tolerance', () => {
    const view = (shown: NumericItem) => numericAnswersKind.view(shown);
    const gold = (changes: Partial<NumericItem>) => view({ ...item, ...changes }).gold;
    const decimal = { answer: 22.5, unit: '', range: { min: 0, max: 50, decimals: 1 } };
    expect(gold({})).toBe('40 mmHg, exactly');
    expect(gold({ ...decimal, tolerance: { kind: 'absolute', value: 0.1 } })).toBe(
      '22.5, within 0.1',
    );
    expect(gold({ ...decimal, tolerance: { kind: 'relative', value: 0.05 } })).toBe(
      '22.5, within 5 %',
    );
    expect(view({ ...item, question: 'x'.repeat(200) }).title.length).toBeLessThanOrEqual(90);
  });
});
