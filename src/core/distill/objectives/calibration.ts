import type { Rollout } from '../rollout.ts';
import type { TokenWeights } from './tokenWeights.ts';

/**
 * CaOPD's two parts (arXiv 2604.16830, read in its code, methods C6): the student's reply by reverse KL to the teacher, and the
 * confidence line behind it, which says the empirical share of right replies in place of what the student would have claimed.
 *
 * Ours: the line is learned by its likelihood alone. In the paper the teacher reads the same line in its own context and all tokens
 * go through one KL; our teachers write no such line, so there is nothing to distil it from.
 */
export function calibrationWeights(rollouts: readonly Rollout[]): TokenWeights {
  const isLine = (rollout: Rollout, t: number): boolean =>
    t >= (rollout.confidenceAt ?? rollout.tokens.length);
  return {
    divergence: { kind: 'reverse', beta: 0 },
    divergenceWeights: rollouts.map((rollout) =>
      Float64Array.from(rollout.tokens, (_, t) => (isLine(rollout, t) ? 0 : 1)),
    ),
    likelihoodWeights: rollouts.map((rollout) =>
      Float64Array.from(rollout.tokens, (_, t) => (isLine(rollout, t) ? 1 : 0)),
    ),
  };
}
