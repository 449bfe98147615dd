import { expect, it } from 'vitest';
import type { ModelReply } from '../calls/call.ts';
import { compareReply, emptyComparison } from './compareReplies.ts';

function choose(...logprobs: number[]): ModelReply {
  return { kind: 'choose', logprobs, probabilities: [], promptTokens: 1, latencyMs: 1 };
}

it('counts a flip and the largest difference', () => {
  const once = compareReply(emptyComparison, choose(-0.1, -2), choose(-0.2, -2));
  expect(once).toMatchObject({ choices: 1, flips: 0, incomparable: 0 });
  expect(once.maxAbsDeltaLogprob).toBeCloseTo(0.1);
  const twice = compareReply(once, choose(-0.1, -2), choose(-2, -0.1));
  expect(twice).toMatchObject({ choices: 2, flips: 1 });
  expect(twice.maxAbsDeltaLogprob).toBeCloseTo(1.9);
});

it('counts a pair as incomparable whose difference is not finite', () => {
  for (const bad of [Number.NaN, Number.NEGATIVE_INFINITY]) {
    expect(compareReply(emptyComparison, choose(-0.1, -2), choose(-0.1, bad))).toEqual({
      ...emptyComparison,
      calls: 1,
      incomparable: 1,
    });
  }
  const both = compareReply(
    emptyComparison,
    choose(-0.1, Number.NEGATIVE_INFINITY),
    choose(-0.1, Number.NEGATIVE_INFINITY),
  );
  expect(both).toMatchObject({ choices: 1, incomparable: 0, maxAbsDeltaLogprob: 0 });
});

it('counts a pair as incomparable that has other labels or is of another kind', () => {
  expect(compareReply(emptyComparison, choose(-1, -2), choose(-1))).toMatchObject({
    choices: 0,
    incomparable: 1,
  });
});
