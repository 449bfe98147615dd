import { describe, expect, it } from 'vitest';
import golden from './fixtures/goldenLikelihood.json' with { type: 'json' };
import { likelihoodChoice } from './likelihoodChoice.ts';

describe('a choice by likelihood', () => {
  it.each(golden.accuracies)(
    'among $choices at $logprobs is the one lm-evaluation-harness takes',
    ({ choices, logprobs, acc, acc_norm, acc_bytes }) => {
      expect(likelihoodChoice(logprobs, choices)).toEqual({
        raw: acc,
        perCharacter: acc_norm,
        perByte: acc_bytes,
      });
    },
  );

  it('counts the blanks before dividing by the length', () => {
    // Without: -1 and -0.8 a letter. With one nat of blanks: -1.5 and -1.
    expect(likelihoodChoice([-2, -4], ['ab', 'abcd'])).toMatchObject({ raw: 0, perCharacter: 0 });
    expect(likelihoodChoice([-2, -4], ['ab', 'abcd'], -1)).toMatchObject({
      raw: 0,
      perCharacter: 1,
    });
  });

  it('counts bytes as UTF-8 has them', () => {
    const edges = ['\u{7f}', '\u{80}', '\u{7ff}', '\u{800}', '\u{ffff}', '\u{10000}', '\u{10ffff}'];
    const bytes = (text: string): number => new TextEncoder().encode(text).length;
    for (const [chosen, letter] of edges.entries()) {
      // All but one have a log-probability of -1 a byte, that one a little more; by another count it would be another.
      const logprobs = edges.map((other) => -bytes(other));
      logprobs[chosen] = -bytes(letter) * 0.999;
      expect(likelihoodChoice(logprobs, edges).perByte, letter).toBe(chosen);
    }
  });

  it('is none where there is nothing to choose from', () => {
    expect(likelihoodChoice([], [])).toEqual({ raw: null, perCharacter: null, perByte: null });
  });

  it('is none where a log-probability is no number', () => {
    const none = { raw: null, perCharacter: null, perByte: null };
    expect(likelihoodChoice([-1, NaN], ['a', 'b'])).toEqual(none);
    expect(likelihoodChoice([-Infinity, -1], ['a', 'b']).raw).toBe(1);
  });
});
