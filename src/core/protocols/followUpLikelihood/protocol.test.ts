import { describe, expect, it } from 'vitest';
import type { LogprobsReply, ModelCall } from '../../calls/call.ts';
import { NO_MODEL, type ModelRef } from '../../calls/model.ts';
import type { PreferenceItem } from '../../packs/preferences.ts';
import type { ValueRow } from '../metric.ts';
import { followUpLikelihoodMetrics } from './metrics.ts';
import { FOLLOW_UPS } from './prompt.ts';
import { followUpLikelihood } from './protocol.ts';
import { followUpReward, meanLogprob } from './reward.ts';

const student: ModelRef = {
  source: 'bundled',
  id: 's',
  revision: '1',
  dtype: 'fp32',
  device: 'wasm',
};
const pair: PreferenceItem = {
  id: 'p',
  cluster: 'p',
  stratum: 'factual',
  task: 'pair',
  unseenName: false,
  lines: ["Ann's drink is tea.", "Ben's drink is milk."],
  question: "What is Ben's drink?",
  answers: [
    { text: 'tea', right: false },
    { text: 'milk', right: true },
  ],
};
const tied: PreferenceItem = {
  ...pair,
  task: 'ties',
  stratum: 'ties',
  tie: { pair: 4, part: 'tied' },
  answers: ['a', 'b', 'c', 'd'].map((text) => ({ text, right: text < 'c' })),
};

function reply(logprobs: readonly number[]): LogprobsReply {
  return {
    kind: 'logprobs',
    logprobs,
    tokens: logprobs.map(() => 'x'),
    promptTokens: 9,
    latencyMs: 1,
  };
}

/** Plays with rewards that each answer is to get: half of it on content, half off complaint, over two tokens. */
function played(item: PreferenceItem, rewards: readonly number[]) {
  const play = followUpLikelihood.play(item, { student, judge: NO_MODEL });
  const asked: ModelCall[] = [];
  let step = play.next([]);
  while (step.done !== true) {
    asked.push(...step.value);
    step = play.next(
      step.value.map((_, place) => {
        const reward = rewards[Math.floor(place / FOLLOW_UPS.length)] ?? 0;
        const sign = FOLLOW_UPS[place % FOLLOW_UPS.length]?.sign ?? 1;
        return reply([-3 + sign * reward, -5]);
      }),
    );
  }
  return { asked, score: step.value };
}

describe('the reward', () => {
  it('is the mean of content less the mean of complaints, a token', () => {
    // (-2 + -4) / 2 - (-1 + -3 + -8) / 3 = -3 + 4 = 1
    const of = (sign: 1 | -1, ...means: (number | null)[]) =>
      means.map((one) => ({ sign, meanLogprob: one }));
    expect(followUpReward([...of(1, -2, -4), ...of(-1, -1, -3, -8)])).toBe(1);
    expect(followUpReward([...of(1, -2, null), ...of(-1, -1)])).toBeNull();
    expect(followUpReward([...of(1, -2), ...of(-1, null)])).toBeNull();
    expect(followUpReward(of(1, -2))).toBeNull();
    expect(followUpReward(of(-1, -2))).toBeNull();
  });

  it('takes the mean over a follow-up’s tokens', () => {
    expect(meanLogprob(reply([-1, -2, -6]))).toBe(-3);
    expect(meanLogprob(reply([]))).toBeNull();
    expect(meanLogprob(reply([-1, NaN]))).toBeNull();
    expect(meanLogprob(reply([-1, -Infinity]))).toBeNull();
  });
});

describe('the follow-up likelihood', () => {
  it.each([
    [
      [-1, 2],
      { pairs: 1, factual: 1, rewardRight: 2, rewardWrong: -1, bestFirst: 1, content: 0.5 },
    ],
    [[2, 1], { pairs: 0, factual: 0, rewardRight: 1, rewardWrong: 2, bestFirst: 0, content: 1 }],
    [
      [0, 0],
      { pairs: 0.5, factual: 0.5, rewardRight: 0, rewardWrong: 0, bestFirst: 0, content: 0 },
    ],
  ])('scores a pair with rewards %j', (rewards, expected) => {
    const { values } = played(pair, rewards).score;
    expect(values).toEqual({ ...expected, criteria: 0, unscored: 0, unreadable: 0 });
  });

  it('counts every right answer against every wrong one', () => {
    // a beats c and d, b beats d and ties with c: 3.5 of 4.
    const { values } = played(tied, [4, 1, 1, 0.5]).score;
    expect(values).toMatchObject({ pairs: 3.5 / 4, ties: 3.5 / 4, rewardRight: 4, rewardWrong: 1 });
    expect(values).toMatchObject({ bestFirst: 1, content: 1 });
  });

  it('leaves out a question with a reward that is no number, and counts it', () => {
    const { score } = played(tied, [NaN, 2, 1, 1]);
    const nothing = {
      pairs: null,
      rewardRight: null,
      rewardWrong: null,
      bestFirst: null,
      content: null,
      criteria: 0,
      unscored: 1,
      unreadable: 0,
    };
    expect(score.values).toEqual(nothing);
    expect(score.detail.answer).toBe('A unread · B +2.00 · C +1.00 · D +1.00');
    expect(played(pair, [NaN, NaN]).score.values).toEqual(nothing);
    const row = { cluster: 'c', stratum: 'ties', values: score.values };
    for (const metric of followUpLikelihoodMetrics) expect(metric.estimate([row])).toBeNull();
  });

  it('asks for six follow-ups of each answer, all behind the same talk', () => {
    const { asked } = played(pair, []);
    expect(asked).toHaveLength(12);
    expect(FOLLOW_UPS.map(({ sign }) => sign)).toEqual([1, 1, 1, -1, -1, -1]);
    const content =
      "Write what the person says next.\n1 Ann's drink is tea.\n2 Ben's drink is milk.\n" +
      "Person: What is Ben's drink?\nReply: milk\nPerson:";
    expect(asked.slice(6)).toEqual(
      FOLLOW_UPS.map(({ text }) => ({
        kind: 'logprobs',
        model: student,
        messages: [{ role: 'user', content }],
        continuation: ` ${text}`,
      })),
    );
  });
});

describe('the metrics', () => {
  it('are what they are by hand', () => {
    const rows: ValueRow[] = [
      played(pair, [-1, 2]),
      played(pair, [2, 1]),
      played(tied, [4, 1, 1, 0]),
    ]
      .map(({ score }) => score.values)
      .map((values, at) => ({ cluster: String(at), stratum: 's', values }));
    const numbers = followUpLikelihoodMetrics.map((metric) => [metric.id, metric.estimate(rows)]);
    expect(Object.fromEntries(numbers)).toEqual({
      pairAccuracy: (1 + 0 + 3.5 / 4) / 3,
      // 2, 1, 4 against -1, 2, 1: 2.5 + 1.5 + 3 of 9.
      auroc: 7 / 9,
      bestFirst: 2 / 3,
      contentRate: (0.5 + 1 + 0.75) / 3,
      factual: 0.5,
      'exact-form': null,
      sums: null,
      safety: null,
      focus: null,
      ties: 3.5 / 4,
    });
  });
});
