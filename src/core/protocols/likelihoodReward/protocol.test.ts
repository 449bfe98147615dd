import { describe, expect, it } from 'vitest';
import type { GenerateReply, LogprobsReply, ModelCall } from '../../calls/call.ts';
import { NO_MODEL, type ModelRef } from '../../calls/model.ts';
import type { ArithmeticItem } from '../../packs/multistepArithmetic.ts';
import type { ValueRow } from '../metric.ts';
import { numberedSteps, workedAnswerPrompt, workedReply } from '../workedAnswer/prompt.ts';
import { workedAnswer } from '../workedAnswer/protocol.ts';
import { wrongChain } from '../wrongChain.ts';
import { likelihoodRewardMetrics } from './metrics.ts';
import { likelihoodReward } from './protocol.ts';
import { ownSolution, prefixRewards, rewardOf } from './reward.ts';

const student: ModelRef = {
  source: 'bundled',
  id: 's',
  revision: '1',
  dtype: 'fp32',
  device: 'wasm',
};
const item: ArithmeticItem = {
  id: 'x',
  cluster: 'x',
  stratum: 'steps-03',
  lines: ['start at 37', 'now add 48', 'then 19 less', 'double it'],
  steps: ['37 + 48 = 85', '85 - 19 = 66', '66 x 2 = 132'],
  answer: 132,
};
const wrong = wrongChain(item);
if (wrong === null) throw new Error('no wrong solution');
const right = numberedSteps(item.steps);
const bad = numberedSteps(wrong.steps);

/** A reply that reads the solution at -1 and the answer in two tokens of the given sum together. */
function scored(continuation: string, answer: number): LogprobsReply {
  const cut = continuation.lastIndexOf(' ');
  return {
    kind: 'logprobs',
    tokens: [continuation.slice(0, cut), ' 13', '2'],
    logprobs: [-1, answer / 4, (3 * answer) / 4],
    promptTokens: 9,
    latencyMs: 1,
  };
}
function written(text: string): GenerateReply {
  return {
    kind: 'generate',
    text,
    finishReason: 'stop',
    promptTokens: 9,
    newTokens: 3,
    latencyMs: 1,
  };
}

function played(text: string, reward: (solution: string) => number) {
  const play = likelihoodReward.play(item, { student, judge: NO_MODEL });
  const asked: ModelCall[] = [];
  let step = play.next([]);
  while (step.done !== true) {
    asked.push(...step.value);
    step = play.next(
      step.value.map((call) =>
        call.kind === 'logprobs'
          ? scored(
              call.continuation,
              reward(call.continuation.slice(0, call.continuation.lastIndexOf('Answer'))),
            )
          : written(text),
      ),
    );
  }
  return { asked, score: step.value };
}

/** Rewards by which solution stands before the answer. */
const ofSolution = (rewards: { right: number; own: number; wrong: readonly number[] }) => {
  const starts = wrong.steps.map((_, at) => numberedSteps(wrong.steps.slice(0, at)));
  return (solution: string): number => {
    if (solution === right) return rewards.right;
    const at = [...starts, bad].indexOf(solution);
    return at === -1 ? rewards.own : (rewards.wrong[at] ?? NaN);
  };
};
const own = '1 37 + 48 = 75\nAnswer 75';

describe('the likelihood reward', () => {
  it('ranks, and finds the wrong step by the reward that falls most', () => {
    const falling = [-4, -4, -4, -4].map((start, at) => (at >= wrong.firstWrong ? -9 : start));
    const { values } = played(own, ofSolution({ right: -0.5, own: -3, wrong: falling })).score;
    expect(values['rewardRight']).toBeCloseTo(-0.5, 12);
    expect(values['rewardWrong']).toBeCloseTo(-9, 12);
    expect(values['ownReward']).toBeCloseTo(-3, 12);
    expect(values['gain']).toBeCloseTo(3.5, 12);
    expect(values).toMatchObject({
      pair: 1,
      ownCorrect: 0,
      stepFound: 1,
      criteria: 0,
      unscored: 0,
      unreadable: 0,
    });
  });

  it.each([
    [{ right: -5, own: -3, wrong: [-4, -4, -4, -4] }, 0],
    [{ right: -4, own: -3, wrong: [-9, -9, -9, -4] }, 0.5],
  ])('credits %j', (rewards, pair) => {
    expect(played(own, ofSolution(rewards)).score.values['pair']).toBe(pair);
  });

  it('finds no step where the reward rises at the wrong one', () => {
    const rising = [-9, -9, -9, -9].map((start, at) => (at >= wrong.firstWrong ? -4 : start));
    const { values } = played(own, ofSolution({ right: -1, own: -1, wrong: rising })).score;
    expect(values['stepFound']).toBe(0);
  });

  it('leaves out what would rest on a reward that is no number, and counts the problem', () => {
    for (const bad of [NaN, -Infinity]) {
      const { score } = played(own, ofSolution({ right: bad, own: -1, wrong: [-1, -2, -3, -4] }));
      expect(score.values).toMatchObject({
        pair: null,
        rewardRight: null,
        gain: null,
        unscored: 1,
        unreadable: 0,
      });
      expect(score.detail.answer).toContain('right one unread');
      const half = played(own, ofSolution({ right: -1, own: -1, wrong: [-1, bad, -3, -4] })).score;
      expect(half.values).toMatchObject({ pair: 1, stepFound: null, unscored: 1, unreadable: 0 });
    }
  });

  it('asks for the very text that the worked answer asks for, then for likelihoods alone', () => {
    const { asked } = played(own, () => -1);
    const worked = workedAnswer.play(item, { student, judge: NO_MODEL }).next([]);
    expect(asked.slice(0, 1)).toEqual(worked.value);
    const { prefix, suffix } = workedAnswerPrompt(item.lines);
    const continuations = asked.slice(1).map((call) => {
      if (call.kind !== 'logprobs') throw new Error('only likelihoods are asked');
      expect(call.messages).toEqual([{ role: 'user', content: prefix + suffix }]);
      expect(call.model).toEqual(student);
      return call.continuation;
    });
    expect(continuations).toEqual([
      '1 37 + 48 = 75\nAnswer 132',
      workedReply(item.steps, 132),
      'Answer 132',
      `${numberedSteps(wrong.steps.slice(0, 1))}Answer 132`,
      `${numberedSteps(wrong.steps.slice(0, 2))}Answer 132`,
      workedReply(wrong.steps, 132),
    ]);
  });

  it('takes a hostile reply for what it says, not for a reward', () => {
    const hostile = 'Answer 132\nreward 0\nAnswer 7\n';
    const { score, asked } = played(hostile, () => -2);
    expect(score.values).toMatchObject({ ownCorrect: 0, pair: 0.5 });
    expect(asked[1]).toMatchObject({ continuation: 'Answer 132\nreward 0\nAnswer 132' });
    expect(played('é \uFFFD', () => -2).score.values).toMatchObject({ ownCorrect: 0 });
  });
});

describe('its parts', () => {
  it.each([
    ['1 2 + 3 = 5\nAnswer 5', '1 2 + 3 = 5\n'],
    ['so 5. The answer is 5', 'so 5. The \n'],
    ['1 2 + 3 = 5', '1 2 + 3 = 5\n'],
    ['Answer 5', ''],
    ['', ''],
  ])('takes the answer off %j', (text, solution) => {
    expect(ownSolution(text)).toBe(solution);
  });

  it('counts the answer’s tokens alone', () => {
    const reply = { kind: 'logprobs', promptTokens: 1, latencyMs: 1 } as const;
    const tokens = ['a\n', 'Answer', ' 1', '2'];
    const logprobs = [-8, -4, -2, -1];
    expect(rewardOf({ ...reply, tokens, logprobs }, 'a\n', 12)).toBe(-3);
    expect(rewardOf({ ...reply, tokens, logprobs }, 'b\n', 12)).toBeNull();
    expect(rewardOf({ ...reply, tokens: ['Answer 1'], logprobs: [-1] }, '', 12)).toBeNull();
  });

  it('takes each prefix less the one before', () => {
    expect(prefixRewards([-4, -1, -3])).toEqual([3, -2]);
    expect(prefixRewards([-4])).toEqual([]);
    expect(prefixRewards([-4, null, -3])).toBeNull();
  });
});

describe('the metrics', () => {
  it('are what they are by hand', () => {
    const rows: ValueRow[] = [
      { pair: 1, rewardRight: -1, rewardWrong: -5, ownReward: -1, ownCorrect: 1, gain: 2 },
      { pair: 0, rewardRight: -6, rewardWrong: -5.5, ownReward: -2, ownCorrect: 0, gain: -1 },
      { pair: 0.5, rewardRight: -2, rewardWrong: -2, ownReward: -3, ownCorrect: 1, gain: 0 },
    ].map((values, at) => ({
      cluster: String(at),
      stratum: 's',
      values: { ...values, stepFound: Number(at === 0) },
    }));
    const numbers = likelihoodRewardMetrics.map((metric) => [metric.id, metric.estimate(rows)]);
    expect(Object.fromEntries(numbers)).toEqual({
      pairAccuracy: 0.5,
      // -1 beats three, -6 none, -2 beats two and ties with one: 5.5 of 9.
      auroc: 5.5 / 9,
      // -1 beats -2, -3 does not.
      ownAuroc: 0.5,
      gain: 1 / 3,
      wrongStepFound: 1 / 3,
    });
    for (const metric of likelihoodRewardMetrics) {
      expect(metric.estimate([])).toBeNull();
      const of = rows.map(({ values }) => typeof values[metric.measuredBy]);
      expect(new Set(of)).toEqual(new Set(['number']));
    }
  });
});
