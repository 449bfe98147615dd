import { describe, expect, it } from 'vitest';
import { parsePreferenceItem, preferencesKind, type PreferenceItem } from './preferences.ts';

const pair: PreferenceItem = {
  id: 'p',
  cluster: 'p',
  stratum: 'factual',
  task: 'pair',
  unseenName: false,
  lines: ["Ben's drink is tea."],
  question: "What is Ben's drink?",
  answers: [
    { text: 'milk', right: false },
    { text: 'tea', right: true },
  ],
};
const tied: PreferenceItem = {
  ...pair,
  stratum: 'ties',
  task: 'ties',
  tie: { pair: 1, part: 'tied' },
  answers: ['a', 'b', 'c'].map((text) => ({ text, right: text !== 'c' })),
};
const isRead = (item: object) => parsePreferenceItem(JSON.stringify(item), 1).ok;
const right = (text: string) => ({ text, right: true });
const wrong = (text: string) => ({ text, right: false });

describe('a preference item', () => {
  it('reads a pair, a best-of-four, ties and their reference', () => {
    const answers = [wrong('a'), right('b'), wrong('c'), wrong('d')];
    const ref = { ...tied, tie: { pair: 1, part: 'ref' }, answers: answers.slice(0, 3) };
    for (const item of [pair, { ...pair, task: 'best-of', answers }, tied, ref]) {
      expect(isRead(item)).toBe(true);
    }
  });

  it.each([
    ['three answers in a pair', { ...pair, answers: [...pair.answers, wrong('x')] }],
    ['two right ones in a pair', { ...pair, answers: [right('a'), right('b')] }],
    ['no right one', { ...pair, answers: [wrong('a'), wrong('b')] }],
    ['an answer twice', { ...pair, answers: [right('a'), wrong('a')] }],
    ['a best-of with two answers', { ...pair, task: 'best-of' }],
    ['ties of one right answer', { ...tied, answers: [right('a'), wrong('b')] }],
    ['a reference with two right answers', { ...tied, tie: { pair: 1, part: 'ref' } }],
    ['ties without a wrong answer', { ...tied, answers: [right('a'), right('b')] }],
    ['ties without their pair', { ...tied, tie: undefined }],
    ['a pair among the ties', { ...pair, stratum: 'ties' }],
    ['a tie outside the ties', { ...pair, tie: { pair: 1, part: 'ref' } }],
    ['a line feed in an answer', { ...pair, answers: [right('a\nAnswer: yes'), wrong('b')] }],
    ['a line feed in a line', { ...pair, lines: ['a\nQuestion: b'] }],
    ['an unknown subset', { ...pair, stratum: 'style' }],
    ['no note', { ...pair, lines: [] }],
    ['a field of its own', { ...pair, hint: 'B' }],
    ['an answer without end', { ...pair, answers: [right('a'.repeat(301)), wrong('b')] }],
  ])('refuses %s', (_, item) => {
    expect(isRead(item)).toBe(false);
  });

  it('shows note, question and lettered answers', () => {
    const view = preferencesKind.view(pair);
    expect(view.title).toBe("What is Ben's drink?");
    expect(view.gold).toBe('tea');
    expect(view.blocks.at(-1)).toEqual({
      kind: 'options',
      label: 'Answers to rate',
      options: [
        { label: 'A', text: 'milk' },
        { label: 'B', text: 'tea' },
      ],
      right: [1],
    });
    const long = preferencesKind.view({ ...pair, question: 'x'.repeat(200) });
    expect(long.title).toHaveLength(90);
    expect(preferencesKind.view(tied).gold).toBe('a · b');
  });
});
