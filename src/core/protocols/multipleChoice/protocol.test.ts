import { describe, expect, it } from 'vitest';
import type { ChooseReply, ModelCall } from '../../calls/call.ts';
import type { ModelRef } from '../../calls/model.ts';
import type { ChoiceItem } from '../../packs/multipleChoice.ts';
import { multipleChoiceMetrics } from './metrics.ts';
import { multipleChoice } from './protocol.ts';

const student: ModelRef = {
  source: 'bundled',
  id: 's',
  revision: '1',
  dtype: 'fp32',
  device: 'wasm',
};
const item: ChoiceItem = {
  id: 'x',
  cluster: 'x',
  stratum: 'orders',
  topic: 'orders-chain',
  text: 'Ann was seen before Ben. Ben was seen before Cara.',
  question: 'Who was seen last?',
  options: ['Ann', 'Dan', 'Cara', 'Ben'],
  answer: 2,
};

/** A reply with these probabilities after normalising, and this much of the model's own probability. */
function chose(probabilities: readonly number[], mass = 1): ChooseReply {
  const logprobs = probabilities.map((probability) => Math.log(probability * mass));
  return { kind: 'choose', logprobs, probabilities, promptTokens: 9, latencyMs: 1 };
}

/** Hands the generator one reply, and keeps what it asked. */
function playWith(played: ChoiceItem, reply: ChooseReply) {
  const play = multipleChoice.play(played, { student, judge: student });
  const asked: ModelCall[] = [];
  let step = play.next([]);
  while (step.done !== true) {
    asked.push(...step.value);
    step = play.next([reply]);
  }
  return { score: step.value, asked };
}

describe('multiple choice', () => {
  it.each([
    // Brier by hand: 0.1² + 0.2² + 0.3² + 0 = 0.14 for the first.
    ['right', [0.1, 0.2, 0.7, 0], 1, { correct: 1, chosen: 2, goldProbability: 0.7, brier: 0.14 }],
    [
      'wrong',
      [0.6, 0.1, 0.2, 0.1],
      1,
      { correct: 0, chosen: 0, goldProbability: 0.2, brier: 1.02 },
    ],
    ['sure and right', [0, 0, 1, 0], 1, { correct: 1, margin: 1, brier: 0 }],
    ['sure and wrong', [1, 0, 0, 0], 1, { correct: 0, margin: -1, brier: 2 }],
    ['undecided', [0.25, 0.25, 0.25, 0.25], 1, { correct: 0, chosen: 3, margin: 0, brier: 0.75 }],
    ['just readable', [0, 0, 1, 0], 0.0101, { correct: 1, unreadable: 0 }],
    [
      'right but of too little probability',
      [0, 0, 1, 0],
      0.0099,
      { correct: 0, chosen: null, goldProbability: 0, margin: -1, brier: 2, unreadable: 1 },
    ],
  ] as const)('scores a choice that is %s', (_, probabilities, mass, expected) => {
    // A probability of 0 has an infinite log, which no model gives: as small as makes no difference.
    const some = probabilities.map((probability) => (probability === 0 ? 1e-15 : probability));
    const { score } = playWith(item, chose(some, mass));
    for (const [name, value] of Object.entries(expected))
      if (value === null) expect(score.values[name], name).toBeNull();
      else expect(score.values[name], name).toBeCloseTo(value, 9);
    expect(score.values).toMatchObject({ criteria: 0, unscored: 0 });
    expect(score.detail.readable).toBe(score.values.unreadable === 0);
  });

  it.each([NaN, -Infinity])(
    'does not mark a choice with %d, which is no doing of the student',
    (bad) => {
      const { score } = playWith(item, {
        ...chose([0.1, 0.2, 0.6, 0.1]),
        logprobs: [bad, -2, -3, -4],
      });
      expect(score.values).toEqual({
        correct: null,
        chosen: null,
        goldProbability: null,
        margin: null,
        brier: null,
        acc: null,
        acc_norm: null,
        acc_bytes: null,
        criteria: 0,
        unscored: 1,
        unreadable: 0,
      });
      const rows = [score, playWith(item, chose([0.1, 0.2, 0.6, 0.1])).score].map(({ values }) => ({
        cluster: 'x',
        stratum: 'orders',
        values,
      }));
      expect(multipleChoiceMetrics[0]?.estimate(rows)).toBe(1);
    },
  );

  it('counts as lm-evaluation-harness does beside it: the first of equals, however improbable', () => {
    const acc = (answer: number, probabilities: readonly number[], mass = 1) => {
      const { values } = playWith({ ...item, answer }, chose(probabilities, mass)).score;
      expect(values['acc_norm']).toBe(values['acc']);
      expect(values['acc_bytes']).toBe(values['acc']);
      return [values['acc'], values['correct']];
    };
    const even = [0.25, 0.25, 0.25, 0.25];
    expect(acc(0, even)).toEqual([1, 0]);
    expect(acc(3, even)).toEqual([0, 1]);
    expect(acc(2, [0.1, 0.2, 0.6, 0.1], 0.001)).toEqual([1, 0]);
    expect(acc(2, [0.1, 0.2, 0.6, 0.1])).toEqual([1, 1]);
  });

  it('takes the margin over the best wrong option', () => {
    const { score } = playWith(item, chose([0.1, 0.2, 0.6, 0.1]));
    expect(score.values.margin).toBeCloseTo(0.4, 9);
    expect(score.detail.answer).toBe('C Cara');
  });

  it('asks the student once for a letter, and no judge', () => {
    const { asked } = playWith(item, chose([0.1, 0.2, 0.6, 0.1]));
    expect(multipleChoice.roles).toEqual(['student']);
    expect(asked).toEqual([
      {
        kind: 'choose',
        model: student,
        labels: ['A', 'B', 'C', 'D'],
        messages: [
          {
            role: 'user',
            content:
              'Choose the right answer. Answer with its letter.\n' +
              'Case: Ann was seen before Ben. Ben was seen before Cara.\n' +
              'Question: Who was seen last?\nA Ann\nB Dan\nC Cara\nD Ben\nAnswer:',
          },
        ],
      },
    ]);
  });

  it('leaves the case out where there is none', () => {
    const { text, ...alone } = item;
    expect(text).not.toBe('');
    expect(JSON.stringify(playWith(alone, chose([1, 1, 1, 1])).asked)).not.toContain('Case');
  });
});

describe('the metrics', () => {
  it('are what they are by hand', () => {
    const replies = [
      chose([0.1, 0.2, 0.6, 0.1]),
      chose([0.6, 0.1, 0.2, 0.1]),
      chose([1e-9, 1e-9, 1, 1e-9], 0.001),
    ];
    const rows = replies.map((reply) => ({
      cluster: 'x',
      stratum: 'orders',
      values: playWith(item, reply).score.values,
    }));
    const [accuracy, goldProbability, brier, acc] = multipleChoiceMetrics.map((metric) =>
      metric.estimate(rows),
    );
    expect(accuracy).toBeCloseTo(1 / 3, 9);
    expect(goldProbability).toBeCloseTo(0.8 / 3, 9);
    // The harness reads every choice: the unreadable one has the right letter likeliest.
    expect(acc).toBeCloseTo(2 / 3, 9);
    // 0.01 + 0.04 + 0.16 + 0.01, 0.36 + 0.01 + 0.64 + 0.01, and 2 for the unreadable one.
    expect(brier).toBeCloseTo((0.22 + 1.02 + 2) / 3, 9);
  });
});
