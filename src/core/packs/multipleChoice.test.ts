import { describe, expect, it } from 'vitest';
import { multipleChoiceKind, parseChoiceItem, type ChoiceItem } from './multipleChoice.ts';

const item: ChoiceItem = {
  id: 'x',
  cluster: 'c',
  stratum: 'orders',
  topic: 'orders-chain',
  text: 'Ann was seen before Ben.',
  question: 'Who was seen last?',
  options: ['Ann', 'Ben', 'Cara', 'Dan'],
  answer: 1,
};
const { text, ...alone } = item;

describe('parseChoiceItem', () => {
  it('reads an item, with a case or without', () => {
    expect(text).toBeDefined();
    expect(parseChoiceItem(JSON.stringify(item), 1)).toEqual({ ok: true, value: item });
    expect(parseChoiceItem(JSON.stringify(alone), 1)).toEqual({ ok: true, value: alone });
  });

  it.each([
    ['options', { ...item, options: ['Ann', 'Ben', 'Cara'] }],
    ['options', { ...item, options: ['Ann', 'Ben', 'Ann', 'Dan'] }],
    ['options.1', { ...item, options: ['Ann', 'Ben\nC Cara', 'Cara', 'Dan'] }],
    ['answer', { ...item, answer: 4 }],
    ['answer', { ...item, answer: 'B' }],
    ['stratum', { ...item, stratum: '' }],
    ['question', { ...item, question: 'x'.repeat(3000) }],
  ])('names the field %s where it is wrong', (field, wrong) => {
    const read = parseChoiceItem(JSON.stringify(wrong), 3);
    expect(read.ok ? null : read.error).toMatchObject({ line: 3, field });
  });
});

describe('the view', () => {
  it('shows the case where there is one, and marks the right option', () => {
    const view = (shown: ChoiceItem) => multipleChoiceKind.view(shown);
    expect(view(item).gold).toBe('B Ben');
    expect(view(item).blocks.map(({ kind }) => kind)).toEqual(['text', 'text', 'options']);
    expect(view(alone).blocks.map(({ kind }) => kind)).toEqual(['text', 'options']);
    expect(view(item).blocks.at(-1)).toMatchObject({ right: [1] });
    expect(view({ ...item, question: 'x'.repeat(200) }).title.length).toBeLessThanOrEqual(90);
  });
});
