import { describe, expect, it } from 'vitest';
import type { ChooseReply, ModelCall } from '../../calls/call.ts';
import type { ModelRef } from '../../calls/model.ts';
import { drawTraining } from '../../packs/generators/preferences/drawTraining.ts';
import { buildTestItems } from '../../packs/generators/preferences/testItems.ts';
import type { PreferenceItem } from '../../packs/preferences.ts';
import { chooseAtRandom } from '../../models/randomReply.ts';
import { createRandom } from '../../random.ts';
import type { ItemScore } from '../itemScore.ts';
import type { ValueRow } from '../metric.ts';
import { rateAnswersMetrics } from './metrics.ts';
import { rateAnswers } from './protocol.ts';

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
  unseenName: true,
  lines: ["Ann's drink is tea.", "Ben's drink is milk."],
  question: "What is Ben's drink?",
  answers: [
    { text: 'tea', right: false },
    { text: 'milk', right: true },
  ],
};
const bestOf: PreferenceItem = {
  ...pair,
  task: 'best-of',
  stratum: 'sums',
  unseenName: false,
  answers: ['7', '8', '9', '10'].map((text) => ({ text, right: text === '9' })),
};
const tied: PreferenceItem = {
  ...pair,
  task: 'ties',
  stratum: 'ties',
  tie: { pair: 4, part: 'tied' },
  answers: ['a', 'b', 'c'].map((text) => ({ text, right: text !== 'b' })),
};

/** A reply whose reward is `reward`, the labels sharing all of the probability. */
function rewarding(reward: number): ChooseReply {
  const yes = 1 / (1 + Math.exp(-reward));
  return {
    kind: 'choose',
    logprobs: [Math.log(yes), Math.log(yes) - reward],
    probabilities: [yes, 1 - yes],
    promptTokens: 9,
    latencyMs: 1,
  };
}
const unreadable: ChooseReply = { ...rewarding(1), logprobs: [-7, -8] };
const notANumber: ChooseReply = { ...rewarding(1), logprobs: [NaN, -8] };

/** Hands the generator replies, and keeps what it asked. */
function playWith(
  item: PreferenceItem,
  reply: (call: ModelCall, place: number) => ChooseReply,
): { score: ItemScore; asked: ModelCall[] } {
  const play = rateAnswers.play(item, { student, judge: student });
  const asked: ModelCall[] = [];
  let step = play.next([]);
  while (step.done !== true) {
    asked.push(...step.value);
    step = play.next(step.value.map(reply));
  }
  return { score: step.value, asked };
}
const playRewards = (item: PreferenceItem, rewards: readonly number[]) =>
  playWith(item, (_, place) => rewarding(rewards[place] ?? 0));

describe('rating answers', () => {
  it.each([
    [[-1, 2], { pair: 1, correct: 1, approved: 1 }],
    [[2, -1], { pair: 0, correct: 0, approved: 1 }],
    [[-3, -2], { pair: 1, correct: 1, approved: 0 }],
    [[0, 0], { pair: 0.5, correct: 0, approved: 0 }],
  ])('credits a pair with rewards %j', (rewards, expected) => {
    const { values } = playRewards(pair, rewards).score;
    expect(values).toMatchObject({
      ...expected,
      factual: expected.pair,
      unseenName: expected.pair,
      rated: 2,
      unreadable: 0,
      unscored: 0,
      criteria: 0,
    });
    expect(values['bestOf']).toBeUndefined();
    expect(values['tiePair']).toBeUndefined();
  });

  it.each([
    [[0, 0, 3, 1], 1],
    [[4, 0, 3, 1], 1 / 2],
    [[3, 0, 3, 1], 1 / 2],
    [[4, 3, 3, 1], 1 / 3],
    [[0, 0, 0, 0], 1 / 4],
    [[3, 3, 0, 1], 1 / 4],
  ])('ranks a best-of-four with rewards %j, equals against it', (rewards, rank) => {
    expect(playRewards(bestOf, rewards).score.values['reciprocalRank']).toBe(rank);
    expect(playRewards(pair, rewards.slice(0, 2)).score.values['reciprocalRank']).toBeUndefined();
    const unrated = playWith(bestOf, (_, place) => (place === 0 ? unreadable : rewarding(1)));
    expect(unrated.score.values['reciprocalRank']).toBe(0);
  });

  it.each([
    [[0, 0, 3, 1], 1],
    [[3, 0, 1, 1], 0],
    [[3, 0, 3, 1], 1 / 2],
    [[3, 3, 3, 1], 1 / 3],
    [[0, 0, 0, 0], 1 / 4],
    [[3, 3, 0, 1], 0],
  ])('credits a best-of-four with rewards %j', (rewards, credit) => {
    const { values } = playRewards(bestOf, rewards).score;
    expect(values).toMatchObject({
      bestOf: credit,
      sums: credit,
      correct: Number(credit === 1),
      unseenName: null,
    });
    expect(values['pair']).toBeUndefined();
  });

  it.each([
    [[2, -1, 1.5], 2.5, 0.5, 1],
    [[2, 1.75, 1.5], -0.25, 0.5, 0],
    [[1, 1, 1], 0, 0, 0],
  ])('measures ties with rewards %j', (rewards, margin, spread, correct) => {
    const { values } = playRewards(tied, rewards).score;
    expect(values['tieMargin']).toBeCloseTo(margin, 9);
    expect(values['tieSpread']).toBeCloseTo(spread, 9);
    expect(values).toMatchObject({ correct, tiePair: 4, tied: 1 });
  });

  it('counts an unrated answer as a wrong item', () => {
    const bad = unreadable;
    // Only the wrong answer is unrated: the item is wrong all the same.
    const { score } = playWith(pair, (_, place) => (place === 0 ? bad : rewarding(2)));
    expect(score.values).toMatchObject({ pair: 0, correct: 0, unreadable: 1, rated: 1 });
    expect(score.detail).toMatchObject({ readable: false, answer: 'A unread · B +2.00' });
    const tie = playWith(tied, (_, place) => (place === 0 ? bad : rewarding(2))).score;
    expect(tie.values).toMatchObject({ correct: 0, tieMargin: null, unreadable: 1 });
  });

  it.each([pair, bestOf, tied])('has no mark for $task without a number, and says so', (item) => {
    const of = (bad: (place: number) => boolean) =>
      playWith(item, (_, place) => (bad(place) ? notANumber : rewarding(2))).score;
    for (const score of [of((place) => place === 0), of(() => true)]) {
      expect(score.values).toEqual({
        correct: null,
        rated: null,
        approved: null,
        criteria: 0,
        unscored: 1,
        unreadable: 0,
      });
      expect(score.detail.answer).toContain('A unread');
      const row = { cluster: 'c', stratum: item.stratum, values: score.values };
      for (const metric of rateAnswersMetrics) expect(metric.estimate([row])).toBeNull();
    }
  });

  it('shows one answer at a time, behind what all of them share', () => {
    const { asked, score } = playRewards(pair, [-0.5, 1.25]);
    expect(asked).toHaveLength(2);
    expect(asked[1]).toMatchObject({
      kind: 'choose',
      labels: ['yes', 'no'],
      messages: [
        {
          role: 'user',
          content:
            'Is the answer to the question right? Say yes or no.\n' +
            "1 Ann's drink is tea.\n2 Ben's drink is milk.\n" +
            "Question: What is Ben's drink?\nReply: milk\nAnswer:",
        },
      ],
    });
    expect(score.detail.answer).toBe('A −0.50 · B +1.25');
  });

  it('asks in training what it asks in a test', () => {
    const { prefix, questions } = drawTraining(createRandom('form'));
    const asked = JSON.stringify(playRewards(pair, []).asked[0]);
    const [instruction = ''] = prefix.split('\n');
    expect(asked).toContain(instruction);
    for (const { suffix, reply } of questions) {
      expect(suffix).toMatch(/^Reply: .+\nAnswer:$/u);
      expect(['yes', 'no']).toContain(reply);
    }
  });
});

describe('the metrics over the whole pack', () => {
  const items = buildTestItems();
  const metric = (id: string) => {
    const found = rateAnswersMetrics.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no metric ${id}`);
    return found;
  };
  const rowsOf = (
    rate: (item: PreferenceItem, call: ModelCall, place: number) => ChooseReply,
  ): ValueRow[] =>
    items.map((item) => ({
      cluster: item.cluster,
      stratum: item.stratum,
      values: playWith(item, (call, place) => rate(item, call, place)).score.values,
    }));
  const perfect = rowsOf((item, _, place) =>
    rewarding(item.answers[place]?.right === true ? 3 : -3),
  );

  it('are full for a student that knows, and the sorted one is the mean over six subsets', () => {
    for (const id of ['pair', 'bestOf', 'factual', 'sums', 'safety', 'focus', 'unseenName']) {
      expect(metric(id).estimate(perfect), id).toBe(1);
    }
    expect(metric('ties').estimate(perfect)).toBeCloseTo(1.01, 9);
    expect(rateAnswersMetrics[0]?.id).toBe('overall');
    expect(metric('overall').estimate(perfect)).toBeCloseTo((5 + 1.01) / 6, 9);
    const share = items.flatMap(({ answers }) => answers.map(({ right }) => Number(right)));
    expect(metric('yesRate').estimate(perfect)).toBeCloseTo(
      share.reduce((sum, right) => sum + right, 0) / share.length,
      9,
    );
  });

  it('are nothing or worse for a student that has it the wrong way round', () => {
    const reverse = rowsOf((item, _, place) =>
      rewarding(item.answers[place]?.right === true ? -3 : 3),
    );
    expect(metric('pair').estimate(reverse)).toBe(0);
    expect(metric('bestOf').estimate(reverse)).toBe(0);
    expect(metric('ties').estimate(reverse)).toBeCloseTo(-0.01, 9);
  });

  it('are chance for a student that says yes to everything', () => {
    const always = rowsOf(() => rewarding(2));
    expect(metric('pair').estimate(always)).toBe(0.5);
    expect(metric('bestOf').estimate(always)).toBe(0.25);
    expect(metric('ties').estimate(always)).toBe(0);
    expect(metric('yesRate').estimate(always)).toBe(1);
  });

  it('average four sections of pairs, not subsets and not questions with four answers', () => {
    const row = (subset: string, credit: number, task: 'pair' | 'bestOf') => ({
      cluster: 'c',
      stratum: subset,
      values: { [task]: credit, [subset]: credit },
    });
    const rows = [
      row('factual', 1, 'pair'),
      row('factual', 0, 'bestOf'),
      row('focus', 1, 'pair'),
      row('exact-form', 0, 'pair'),
      row('exact-form', 0.5, 'pair'),
      row('sums', 1, 'pair'),
      row('safety', 0, 'pair'),
    ];
    // Chat 1, chat-hard (1 + 0 + 0.5) / 3, safety 0, reasoning 1.
    expect(metric('sections').estimate(rows)).toBeCloseTo((1 + 0.5 + 0 + 1) / 4, 12);
    expect(metric('sections').estimate(rows.slice(0, 2))).toBe(1);
    expect(metric('sections').estimate(rows.slice(1, 2))).toBeNull();
    expect(metric('sections').estimate(perfect)).toBe(1);
    expect(metric('reciprocalRank').estimate(perfect)).toBe(1);
  });

  it('are near chance for the random student', () => {
    const random = rowsOf((_, call) => {
      if (call.kind !== 'choose') throw new Error('only choices are asked');
      return chooseAtRandom(call);
    });
    expect(Math.abs((metric('pair').estimate(random) ?? 0) - 0.5)).toBeLessThan(0.08);
    expect(Math.abs((metric('bestOf').estimate(random) ?? 0) - 0.25)).toBeLessThan(0.13);
    expect(Math.abs((metric('yesRate').estimate(random) ?? 0) - 0.5)).toBeLessThan(0.05);
  });

  it('leave out a subset that a run has no item of, and measure nothing over nothing', () => {
    const some = perfect.filter(({ stratum }) => stratum === 'sums' || stratum === 'focus');
    expect(metric('overall').estimate(some)).toBe(1);
    expect(metric('ties').estimate(some)).toBeNull();
    for (const one of rateAnswersMetrics) expect(one.estimate([]), one.id).toBeNull();
  });

  it('count each metric over items that have it', () => {
    for (const { id, measuredBy } of rateAnswersMetrics) {
      const count = perfect.filter(({ values }) => typeof values[measuredBy] === 'number').length;
      const expected: Record<string, number> = {
        overall: 560,
        yesRate: 560,
        pair: 400,
        sections: 400,
        bestOf: 100,
        ties: 60,
        unseenName: items.filter(({ unseenName, tie }) => unseenName && tie === undefined).length,
      };
      const of = expected[id];
      if (of !== undefined) expect(count, id).toBe(of);
      else expect(count, id).toBe(100);
    }
  });
});
