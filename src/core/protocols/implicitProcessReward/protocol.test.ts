import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogprobsReply, ModelCall } from '../../calls/call.ts';
import type { ModelRef } from '../../calls/model.ts';
import type { ArithmeticItem } from '../../packs/multistepArithmetic.ts';
import type { ValueRow } from '../metric.ts';
import { workedReply } from '../workedAnswer/prompt.ts';
import { wrongChain } from '../wrongChain.ts';
import { implicitProcessRewardMetrics } from './metrics.ts';
import { implicitProcessReward } from './protocol.ts';
import { BETA, stepRewards } from './stepRewards.ts';

const student: ModelRef = {
  source: 'bundled',
  id: 'tuned',
  revision: '1',
  dtype: 'fp32',
  device: 'wasm',
};
const judge: ModelRef = { ...student, id: 'reference' };
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

/** A token a line, with these log-probabilities. */
function reading(text: string, logprobs: readonly number[]): LogprobsReply {
  const tokens = text.match(/.+\n?/gu) ?? [];
  return {
    kind: 'logprobs',
    tokens,
    logprobs: tokens.map((_, at) => logprobs[at] ?? 0),
    promptTokens: 9,
    latencyMs: 1,
  };
}

interface Ratios {
  right: readonly number[];
  wrong: readonly number[];
}

/** Plays with the tuned model's log-probabilities; the reference gives -2 to everything. */
function played(
  ratios: Ratios,
  spoil: (reply: LogprobsReply, at: number) => LogprobsReply = (r) => r,
) {
  const play = implicitProcessReward.play(item, { student, judge });
  const asked: ModelCall[] = [];
  let step = play.next([]);
  while (step.done !== true) {
    asked.push(...step.value);
    step = play.next(
      step.value.map((call, at) => {
        if (call.kind !== 'logprobs') throw new Error('only likelihoods are asked');
        const of = at % 2 === 0 ? ratios.right : ratios.wrong;
        const logprobs = at < 2 ? of.map((ratio) => ratio - 2) : of.map(() => -2);
        return spoil(reading(call.continuation, logprobs), at);
      }),
    );
  }
  return { asked, score: step.value };
}

describe('the rewards of steps', () => {
  // The worked example that the design gives: β = 0.05, two steps of two tokens.
  const example = { lp: [-0.2, -0.1, -1.0, -0.4], lref: [-0.3, -0.5, -0.8, -0.6] };
  const tokens = ['a', 'b', 'c', 'd'];

  it('are the worked example’s', () => {
    const read = stepRewards({ tokens, logprobs: example.lp }, { tokens, logprobs: example.lref }, [
      'ab',
      'cd',
    ]);
    if (read.kind !== 'read') throw new Error(read.reason);
    expect(BETA).toBe(0.05);
    expect(read.rewards[0]).toBeCloseTo(0.025, 12);
    expect(read.rewards[1]).toBeCloseTo(0, 12);
  });

  it('turn round with the models, add up to the whole, and scale with β', () => {
    const numbers = fc.array(fc.double({ min: -9, max: 0, noNaN: true }), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        const of = (a: number[], b: number[], pieces: string[], beta: number) => {
          const read = stepRewards({ tokens, logprobs: a }, { tokens, logprobs: b }, pieces, beta);
          if (read.kind !== 'read') throw new Error(read.reason);
          return read.rewards;
        };
        const [first = 0, second = 0] = of(one, other, ['a', 'bcd'], 0.1);
        const [whole = 0] = of(one, other, ['abcd'], 0.1);
        const [back = 0] = of(other, one, ['a', 'bcd'], 0.1);
        const [twice = 0] = of(one, other, ['a', 'bcd'], 0.2);
        expect(first + second).toBeCloseTo(whole, 9);
        expect(back).toBeCloseTo(-first, 9);
        expect(twice).toBeCloseTo(2 * first, 9);
      }),
    );
  });

  it.each([
    ['other tokens', { tokens: ['ab', 'c', 'd'], logprobs: [-1, -1, -1] }, 'different tokens'],
    [
      'other texts',
      { tokens: ['a', 'b', 'c', 'x'], logprobs: [-1, -1, -1, -1] },
      'different tokens',
    ],
    ['an impossible token', { tokens, logprobs: [-1, -Infinity, -1, -1] }, 'finite'],
    ['too few numbers', { tokens, logprobs: [-1, -1] }, 'finite'],
  ])('are none for %s', (_, reference, reason) => {
    const read = stepRewards({ tokens, logprobs: example.lp }, reference, ['ab', 'cd']);
    expect(read).toMatchObject({ kind: 'unscored' });
    if (read.kind === 'unscored') expect(read.reason).toContain(reason);
  });

  it('are none where the tokens do not spell the steps', () => {
    const read = { tokens, logprobs: example.lp };
    expect(stepRewards(read, read, ['ab', 'x'])).toMatchObject({
      kind: 'unscored',
      reason: 'the tokens cannot be told apart by steps',
    });
  });
});

describe('the implicit process reward', () => {
  const low = (at: number) => [1, 1, 1, 1].map((one, place) => (place === at ? -3 : one));

  it('ranks by the sum and by the lowest step, and finds the wrong step', () => {
    const { values } = played({ right: [1, 1, 1, 1], wrong: low(wrong.firstWrong - 1) }).score;
    expect(values['sumRight']).toBeCloseTo(0.2, 12);
    expect(values['sumWrong']).toBeCloseTo(0, 12);
    expect(values['lowestRight']).toBeCloseTo(0.05, 12);
    expect(values['lowestWrong']).toBeCloseTo(-0.15, 12);
    expect(values).toMatchObject({
      pair: 1,
      pairLowest: 1,
      stepFound: 1,
      criteria: 2,
      unscored: 0,
      unreadable: 0,
    });
  });

  it('takes the line of the answer into the sum and not for a step', () => {
    const { values } = played({ right: [1, 1, 1, -9], wrong: [0, 0, 0, 0] }).score;
    expect(values).toMatchObject({ pair: 0, pairLowest: 1 });
    const found = played({ right: [0, 0, 0, 0], wrong: low(3) }).score.values;
    expect(found).toMatchObject({ lowestWrong: 0.05, pairLowest: 0 });
  });

  it('gives half a credit where nothing differs, and finds the last step then', () => {
    const { values } = played({ right: [0, 0, 0, 0], wrong: [0, 0, 0, 0] }).score;
    expect(values).toMatchObject({
      pair: 0.5,
      pairLowest: 0.5,
      stepFound: Number(wrong.firstWrong === 3),
    });
  });

  it('takes rewards of the same tokens for equal when the runtime read them with other noise', () => {
    const { values } = played({ right: [1, 1, 1, 1], wrong: [1 + 2e-6, 1, 1, 1] }).score;
    expect(values).toMatchObject({ pair: 0.5, pairLowest: 0.5, lowestRight: 0.05 });
  });

  it('asks both models the same four times, without a word written', () => {
    const { asked } = played({ right: [], wrong: [] });
    const texts = [workedReply(item.steps, 132), workedReply(wrong.steps, wrong.answer)];
    expect(
      asked.map((call) => (call.kind === 'logprobs' ? [call.model.id, call.continuation] : [])),
    ).toEqual([
      ['tuned', texts[0]],
      ['tuned', texts[1]],
      ['reference', texts[0]],
      ['reference', texts[1]],
    ]);
  });

  it('counts models that read other tokens as unscored, with the reason, and neither right nor wrong', () => {
    const { score } = played({ right: [1, 1, 1, 1], wrong: [0, 0, 0, 0] }, (reply, at) =>
      at === 3 ? { ...reply, tokens: ['x', ...reply.tokens.slice(1)] } : reply,
    );
    expect(score.values).toMatchObject({
      pair: null,
      pairLowest: null,
      sumRight: null,
      sumWrong: null,
      lowestRight: null,
      lowestWrong: null,
      stepFound: null,
      criteria: 2,
      unscored: 1,
    });
    expect(score.detail.criteria.map(({ verdict, note }) => [verdict, note])).toEqual([
      ['not-met', 'rewards +0.05 +0.05 +0.05 +0.05'],
      ['unscored', 'the two models cut the text into different tokens'],
    ]);
  });

  it('measures nothing where there is no wrong solution', () => {
    const done = implicitProcessReward.play({ ...item, steps: [] }, { student, judge }).next([]);
    expect(done).toMatchObject({ done: true, value: { values: { pair: null, criteria: 0 } } });
  });
});

describe('the metrics', () => {
  it('are what they are by hand', () => {
    const all: Ratios[] = [
      { right: [1, 1, 1, 1], wrong: [1, 1, 1, -5] },
      { right: [0, 0, 0, 0], wrong: [0, 0, 0, 1] },
    ];
    const rows: ValueRow[] = all.map((ratios, at) => ({
      cluster: String(at),
      stratum: 's',
      values: played(ratios).score.values,
    }));
    const numbers = Object.fromEntries(
      implicitProcessRewardMetrics.map((metric) => [metric.id, metric.estimate(rows)]),
    );
    expect(numbers).toEqual({
      pairAccuracy: 0.5,
      pairAccuracyLowest: 0.5,
      // Sums 0.2 and 0 against -0.1 and 0.05: three of four.
      auroc: 0.75,
      // Lowest steps 0.05 and 0 against 0.05 and 0: a half, one, nothing and a half.
      aurocLowest: 0.5,
      wrongStepFound: Number(wrong.firstWrong === 3),
    });
  });
});

it('is for models that share a tokenizer, as the bundled pair does', () => {
  const of = (id: string) =>
    readFileSync(
      new URL(`../../../../static-data/models/${id}/tokenizer.json`, import.meta.url),
      'utf8',
    );
  expect(of('arithmetic-teacher')).toBe(of('arithmetic-student'));
});
