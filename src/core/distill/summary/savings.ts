/** Accuracy after so many operations. */
export interface CostPoint {
  readonly flops: number;
  readonly accuracy: number;
}

/**
 * Operations after which a training first reaches an accuracy, by linear interpolation between evaluations; null where it never does (then
 * what it spent in all is a lower bound: the figure is censored). A curve that falls below again later has still reached it.
 */
export function flopsToReach(points: readonly CostPoint[], accuracy: number): number | null {
  let before: CostPoint | null = null;
  for (const point of points) {
    if (point.accuracy >= accuracy) {
      if (before === null) return point.flops;
      const part = (accuracy - before.accuracy) / (point.accuracy - before.accuracy);
      return before.flops + part * (point.flops - before.flops);
    }
    before = point;
  }
  return null;
}

/** How much cheaper an arm reaches a given accuracy than full distillation does. */
export interface Savings {
  /** The accuracy that was asked for. */
  readonly accuracy: number;
  /** Operations of each until there; null where it never came there. */
  readonly arm: number | null;
  readonly full: number | null;
  /** Full's operations over the arm's, above 1 where the arm is cheaper; null where either is. */
  readonly ratio: number | null;
  /** Where the arm never came there: full's operations over all that the arm spent. The true ratio is lower. */
  readonly ratioBelow: number | null;
}

/**
 * Savings at an accuracy that is a share of full distillation's own at its last evaluation. Ours: papers give the ratio of costs to the end
 * of training, which rewards stopping early. Null for a full arm without evaluations. The start counts as reached where the
 * student is that good before training: both costs are then 0 and the ratio is null.
 */
export function savingsAtShare(
  arm: readonly CostPoint[],
  full: readonly CostPoint[],
  share: number,
): Savings | null {
  const last = full.at(-1);
  if (last === undefined) return null;
  const accuracy = share * last.accuracy;
  const [own, other] = [flopsToReach(arm, accuracy), flopsToReach(full, accuracy)];
  const spent = arm.at(-1)?.flops ?? 0;
  const over = (by: number): number | null => (other === null || by <= 0 ? null : other / by);
  return {
    accuracy,
    arm: own,
    full: other,
    ratio: own === null ? null : over(own),
    ratioBelow: own === null ? over(spent) : null,
  };
}
