import { describe, expect, it } from 'vitest';
import type { GenerateReply, ModelCall } from '../../calls/call.ts';
import type { ModelRef } from '../../calls/model.ts';
import type { StepwiseItem } from '../../packs/stepwiseErrors.ts';
import type { ValueRow } from '../metric.ts';
import { processF1 } from './metrics.ts';
import { firstWrongReply } from './prompt.ts';
import { firstWrongStep } from './protocol.ts';

const student: ModelRef = {
  source: 'bundled',
  id: 's',
  revision: '1',
  dtype: 'fp32',
  device: 'wasm',
};
const wrongItem: StepwiseItem = {
  id: 'x',
  cluster: 'x',
  stratum: 'product',
  problem: 'Ada takes 2 pills 3 times a day. This is the same for 4 days. Of them 5 are lost.',
  steps: ['In a day 2 x 3 = 6 pills', 'For all days 6 x 4 = 28 pills', 'So 28 - 5 = 23 pills'],
  firstWrong: 2,
};
const rightItem: StepwiseItem = { ...wrongItem, stratum: 'none', firstWrong: null };

function played(item: StepwiseItem, text: string) {
  const play = firstWrongStep.play(item, { student, judge: student });
  const asked: ModelCall[] = [];
  let step = play.next([]);
  while (step.done !== true) {
    asked.push(...step.value);
    const reply: GenerateReply = {
      kind: 'generate',
      text,
      finishReason: 'stop',
      promptTokens: 9,
      newTokens: 3,
      latencyMs: 1,
    };
    step = play.next([reply]);
  }
  return { asked, score: step.value };
}

describe('first wrong step', () => {
  it.each([
    ['2', wrongItem, { correct: 1, foundMistake: 1, clearedRight: null, said: 2, unreadable: 0 }],
    ['3', wrongItem, { correct: 0, foundMistake: 0, clearedRight: null, said: 3, unreadable: 0 }],
    ['none', wrongItem, { correct: 0, foundMistake: 0, said: null, unreadable: 0 }],
    ['none', rightItem, { correct: 1, foundMistake: null, clearedRight: 1, unreadable: 0 }],
    ['1', rightItem, { correct: 0, foundMistake: null, clearedRight: 0, unreadable: 0 }],
    // What cannot be read is never the same as none.
    ['well', rightItem, { correct: 0, clearedRight: 0, said: null, unreadable: 1 }],
    ['4', rightItem, { correct: 0, clearedRight: 0, said: null, unreadable: 1 }],
    ['well', wrongItem, { correct: 0, foundMistake: 0, unreadable: 1, criteria: 0, unscored: 0 }],
  ] as const)('scores “%s”', (text, item, expected) => {
    expect(played(item, text).score.values).toMatchObject(expected);
  });

  it('takes the reply that training teaches', () => {
    for (const item of [wrongItem, rightItem])
      expect(played(item, firstWrongReply(item.firstWrong)).score.values.correct).toBe(1);
  });

  it('marks the step that was named against the gold one', () => {
    const evidenceOf = (item: StepwiseItem, text: string) =>
      played(item, text).score.detail.evidence;
    expect(evidenceOf(wrongItem, '2')).toEqual({ hit: [2], missed: [], wrong: [] });
    expect(evidenceOf(wrongItem, '3')).toEqual({ hit: [], missed: [2], wrong: [3] });
    expect(evidenceOf(rightItem, 'none')).toEqual({ hit: [], missed: [], wrong: [] });
  });

  it('asks once, the steps on numbered lines, with the answers that chance may give', () => {
    const [call] = played(wrongItem, '').asked;
    if (call?.kind !== 'generate') throw new Error('it asks for text');
    expect(call.messages).toEqual([
      {
        role: 'user',
        content:
          'Give the number of the first wrong step, or none.\n' +
          `Problem: ${wrongItem.problem}\nSteps:\n` +
          '1 In a day 2 x 3 = 6 pills\n2 For all days 6 x 4 = 28 pills\n3 So 28 - 5 = 23 pills\nAnswer:',
      },
    ]);
    expect(call.answerSpace).toEqual({ kind: 'oneOf', options: ['none', '1', '2', '3'] });
  });
});

/** So many solutions with a mistake, the first `found` of them right, and so many right ones. */
function rowsOf(wrong: number, found: number, right: number, cleared: number): ValueRow[] {
  const row = (item: StepwiseItem, text: string): ValueRow => ({
    cluster: 'c',
    stratum: 's',
    values: played(item, text).score.values,
  });
  return [
    ...Array.from({ length: wrong }, (_, n) => row(wrongItem, n < found ? '2' : '1')),
    ...Array.from({ length: right }, (_, n) => row(rightItem, n < cleared ? 'none' : '1')),
  ];
}

describe('process F1', () => {
  it.each([
    // 3 of 4 and 1 of 2: 2 * 0.75 * 0.5 / 1.25
    [4, 3, 2, 1, 0.6],
    // 2 of 10 and all of 5: 2 * 0.2 / 1.2
    [10, 2, 5, 5, 1 / 3],
    [3, 3, 2, 2, 1],
    // Always none, and never none.
    [4, 0, 2, 2, 0],
    [4, 4, 2, 0, 0],
    [4, 0, 2, 0, 0],
  ])('%i wrong, %i found, %i right, %i cleared: %f', (wrong, found, right, cleared, f1) => {
    expect(processF1(rowsOf(wrong, found, right, cleared))).toBeCloseTo(f1, 12);
  });

  it('is nothing where there are solutions of one sort only', () => {
    expect(processF1(rowsOf(4, 2, 0, 0))).toBeNull();
    expect(processF1(rowsOf(0, 0, 3, 1))).toBeNull();
    expect(processF1([])).toBeNull();
  });

  it('leads the metrics, and differs from plain accuracy', () => {
    const numbers = firstWrongStep.metrics.map((metric) => [
      metric.id,
      metric.estimate(rowsOf(4, 3, 2, 1)),
    ]);
    expect(numbers).toEqual([
      ['processF1', 0.6],
      ['accuracyOnWrong', 0.75],
      ['accuracyOnRight', 0.5],
      ['accuracy', 4 / 6],
    ]);
  });
});
