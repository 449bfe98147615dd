import type { Arm } from './arm.ts';
import { calibrationWeights } from './objectives/calibration.ts';
import { divergenceWeights } from './objectives/divergence.ts';
import { keptTokens } from './objectives/keptTokens.ts';
import { likelihoodWeights } from './objectives/likelihood.ts';
import { policyGradientWeights } from './objectives/policyGradient.ts';
import type { TokenWeights } from './objectives/tokenWeights.ts';
import { twoPathWeights } from './objectives/twoPath.ts';
import type { LossTerms, Rollout } from './rollout.ts';

/**
 * A step's loss as shares of its terms. Shares are the objective's weights over the number of tokens that count in the whole batch
 * (token mean: with weights of 1 they sum to 1), so long texts count for more than short ones, as in the released code of
 * most of these systems. A batch in which no token counts, as an empty quadrant has, gives shares of 0 and so no gradient.
 *
 * @throws MissingFactsError, MissingCorrectnessError, which `checkArm` and `needsOf` let a caller avoid.
 */
export function lossTerms(arm: Arm, rollouts: readonly Rollout[]): LossTerms {
  const kept = keptTokens(arm.selection, rollouts);
  const count = kept.reduce((sum, text) => sum + text.filter(Boolean).length, 0);
  const { divergence, divergenceWeights, likelihoodWeights } = weightsOf(arm, rollouts);
  const shares = (weights: readonly Float64Array[] | null): Float64Array[] | null =>
    weights?.map((text, index) =>
      text.map((weight, t) => (kept[index]?.[t] === true ? weight / count : 0)),
    ) ?? null;
  return {
    divergence,
    divergenceShares: shares(divergenceWeights),
    likelihoodShares: shares(likelihoodWeights),
  };
}

function weightsOf({ objective }: Arm, rollouts: readonly Rollout[]): TokenWeights {
  switch (objective.kind) {
    case 'likelihood':
      return likelihoodWeights(rollouts);
    case 'divergence':
      return divergenceWeights(rollouts, { kind: objective.divergence, beta: objective.beta });
    case 'policy-gradient':
      return policyGradientWeights(rollouts, objective);
    case 'two-path':
      return twoPathWeights(rollouts, objective.tau);
    case 'calibration':
      return calibrationWeights(rollouts);
  }
}
