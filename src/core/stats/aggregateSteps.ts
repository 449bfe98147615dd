/** Ways of making one score of a solution from the scores of its steps, in RewardMATH's words. */
export const STEP_AGGREGATIONS = [
  'min',
  'max',
  'prod',
  'geometric_mean',
  'mean',
  'mean_logit',
  'mean_odd',
  'last',
] as const;
export type StepAggregation = (typeof STEP_AGGREGATIONS)[number];

/** Arithmetic mean; the list must not be empty. */
function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * One score from those of a process reward model's steps, p in [0, 1] (RewardMATH, Kim et al. 2024, which compares them):
 * - `min`, `max`, `prod`, `last`, and `mean`, the arithmetic one, as they say;
 * - `geometric_mean`: the n-th root of the product, which does not fall with length as the product does. It is taken by
 *   logarithms, so that a long solution does not round to 0;
 * - `mean_logit`: the sigmoid of the mean of ln(p / (1 - p)), again in [0, 1];
 * - `mean_odd`: the mean of p / (1 - p), in [0, infinity).
 *
 * A step of 1 makes `mean_odd` infinite. Null without steps, and for `mean_logit` of steps of 0 and 1 together, which is infinity
 * less infinity: such a solution is unscored, where the source has NaN.
 *
 * @throws RangeError for a score outside [0, 1].
 */
export function aggregateSteps(steps: readonly number[], how: StepAggregation): number | null {
  for (const [index, score] of steps.entries()) {
    if (!(score >= 0 && score <= 1)) {
      throw new RangeError(
        `Step ${String(index + 1)} of ${String(steps.length)} has the score ${String(score)}, outside [0, 1].`,
      );
    }
  }
  const last = steps.at(-1);
  if (last === undefined) return null;
  switch (how) {
    case 'min':
      return Math.min(...steps);
    case 'max':
      return Math.max(...steps);
    case 'prod':
      return steps.reduce((product, score) => product * score, 1);
    case 'geometric_mean':
      return Math.exp(mean(steps.map(Math.log)));
    case 'mean':
      return mean(steps);
    case 'mean_logit': {
      const logit = mean(steps.map((score) => Math.log(score / (1 - score))));
      return Number.isNaN(logit) ? null : 1 / (1 + Math.exp(-logit));
    }
    case 'mean_odd':
      return mean(steps.map((score) => score / (1 - score)));
    case 'last':
      return last;
  }
}
