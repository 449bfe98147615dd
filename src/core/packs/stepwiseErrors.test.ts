import { describe, expect, it } from 'vitest';
import { parseStepwiseItem, stepwiseErrorsKind } from './stepwiseErrors.ts';

const item = {
  id: 'x',
  cluster: 'x',
  stratum: 'sum',
  problem: 'There are 6 pills, and Ada gets 2 more.',
  steps: ['At first 6 + 2 = 9 pills'],
  firstWrong: 1,
};
const parse = (changes: object) => parseStepwiseItem(JSON.stringify({ ...item, ...changes }), 3);

describe('parseStepwiseItem', () => {
  it('reads an item with a mistake, and one without', () => {
    expect(parse({})).toEqual({ ok: true, value: item });
    expect(parse({ firstWrong: null }).ok).toBe(true);
  });

  it.each([
    ['a number past the last step', { firstWrong: 2 }],
    ['step 0', { firstWrong: 0 }],
    ['no steps', { steps: [], firstWrong: null }],
    ['a step of two lines', { steps: ['6 + 2\n= 9'] }],
    ['a problem of two lines', { problem: 'a\n1 b' }],
    ['a field of its own', { extra: 1 }],
    ['no firstWrong', { firstWrong: undefined }],
  ])('refuses %s', (_, changes) => {
    expect(parse(changes).ok).toBe(false);
  });

  it('shows the wrong step, or that there is none, under a short title', () => {
    const problem = 'word '.repeat(300);
    const view = stepwiseErrorsKind.view({ ...item, problem });
    expect(view.title.length).toBeLessThanOrEqual(90);
    expect(view.blocks[1]).toMatchObject({ kind: 'sentences', gold: [1] });
    expect(stepwiseErrorsKind.view({ ...item, firstWrong: null }).blocks[1]).toMatchObject({
      gold: [],
    });
  });
});
