import type { ArmObjective } from '../arm.ts';
import type { Rollout } from '../rollout.ts';
import { advantagesOf } from './advantages.ts';
import { shiftToMargin } from './margin.ts';
import type { TokenWeights } from './tokenWeights.ts';

type PolicyGradient = Extract<ArmObjective, { kind: 'policy-gradient' }>;

/**
 * Policy gradient with the advantages as constants: the surrogate -A_t log S(y_t), whose gradient is that of on-policy distillation
 * (methods A1, read in released code). One update is made on each batch, so the ratio to the policy that wrote is 1 and PPO's
 * clipping never acts; it is left out. On cached texts the same formula is Lightning OPD (methods C7, read in code), whose
 * texts grow stale as the student moves.
 *
 * @throws MissingFactsError, MissingCorrectnessError
 */
export function policyGradientWeights(
  rollouts: readonly Rollout[],
  { lambda, baseline, margin }: PolicyGradient,
): TokenWeights {
  const advantages = advantagesOf(rollouts, { lambda, baseline });
  return {
    divergence: null,
    divergenceWeights: null,
    likelihoodWeights: margin === null ? advantages : shiftToMargin(rollouts, advantages, margin),
  };
}
