import type { Divergence } from '../arm.ts';
import type { Rollout } from '../rollout.ts';
import { uniform, type TokenWeights } from './tokenWeights.ts';

/**
 * The divergence of student and teacher at each token over the whole vocabulary. On the student's own texts with the reverse one,
 * cut at L tokens, this is the exact-KL form of Prefix OPD (objective: methods A1, read on public pages). By the chain rule
 * (our derivation there) the expected sum over the first L tokens is the KL of the two models' L-token texts, so to cut
 * biases nothing: what lies behind the cut gets no signal. As in OPD, no gradient flows through which texts are drawn.
 */
export function divergenceWeights(
  rollouts: readonly Rollout[],
  divergence: { readonly kind: Divergence; readonly beta: number },
): TokenWeights {
  return { divergence, divergenceWeights: uniform(rollouts, 1), likelihoodWeights: null };
}
