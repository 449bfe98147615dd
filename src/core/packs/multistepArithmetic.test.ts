import { describe, expect, it } from 'vitest';
import { multistepArithmeticKind, parseArithmeticItem } from './multistepArithmetic.ts';

const item = {
  id: 'x',
  cluster: 'x',
  stratum: 'steps-02',
  lines: ['start at 6', 'halve it', 'take 2 off it'],
  steps: ['6 / 2 = 3', '3 - 2 = 1'],
  answer: 1,
};
const parse = (changes: object) => parseArithmeticItem(JSON.stringify({ ...item, ...changes }), 3);

describe('parseArithmeticItem', () => {
  it('reads an item', () => {
    expect(parse({})).toEqual({ ok: true, value: item });
  });

  it.each([
    ['a wrong sum', { steps: ['6 / 2 = 4', '4 - 2 = 2'], answer: 2 }],
    ['a step that leaves the chain', { steps: ['6 / 2 = 3', '5 - 2 = 3'], answer: 3 }],
    ['an answer that is not the last result', { answer: 3 }],
    ['a line too many', { lines: [...item.lines, 'double it'] }],
    ['a step that is none', { steps: ['6 / 2 = 3', '3 less 2 = 1'] }],
    ['a line feed in a line', { lines: ['start at 6', 'halve\nit', 'take 2 off it'] }],
    ['a field of its own', { extra: 1 }],
    ['no steps', { lines: ['start at 1', 'stop'], steps: [] }],
  ])('refuses %s', (_, changes) => {
    expect(parse(changes).ok).toBe(false);
  });

  it('shows a long problem under a short title', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `now add ${String(index)}`);
    expect(multistepArithmeticKind.view({ ...item, lines }).title.length).toBeLessThanOrEqual(90);
    expect(multistepArithmeticKind.view(item).gold).toBe('1');
  });
});
