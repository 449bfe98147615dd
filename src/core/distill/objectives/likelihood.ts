import type { Rollout } from '../rollout.ts';
import { uniform, type TokenWeights } from './tokenWeights.ts';

/**
 * Negative log-likelihood of each token: supervised fine-tuning on worked answers, sequence-level distillation (SeqKD, Kim and Rush
 * 2016, arXiv 1606.07947) on the teacher's texts.
 */
export function likelihoodWeights(rollouts: readonly Rollout[]): TokenWeights {
  return {
    divergence: null,
    divergenceWeights: null,
    likelihoodWeights: uniform(rollouts, 1),
  };
}
