import { createRandom } from '../../random.ts';
import type { BootstrapOptions } from '../../stats/bootstrapInterval.ts';
import { quantileSorted } from '../../stats/quantile.ts';

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

/** How sure savings are, over other draws of the same seeds. */
export interface SavingsInterval {
  /** 2.5 % and 97.5 % quantiles of the ratio; null where the arm never comes there in that part of the draws. */
  readonly low: number | null;
  readonly high: number | null;
  /** Share of the draws in which the arm comes there. */
  readonly reached: number;
  readonly seeds: number;
}

function meanCurve(curves: readonly (readonly CostPoint[])[], drawn: Uint32Array): CostPoint[] {
  const chosen = Array.from(drawn, (seed) => curves[seed] ?? []);
  const length = Math.min(...chosen.map((curve) => curve.length));
  const mean = (at: number, of: (point: CostPoint) => number): number =>
    chosen.reduce((sum, curve) => {
      const point = curve[at];
      return sum + (point === undefined ? Number.NaN : of(point));
    }, 0) / chosen.length;
  return Array.from({ length }, (_, at) => ({
    flops: mean(at, ({ flops }) => flops),
    accuracy: mean(at, ({ accuracy }) => accuracy),
  }));
}

/**
 * Percentile interval of `savingsAtShare`'s ratio (ours): seeds are drawn with replacement, the same for both arms, their curves averaged,
 * and the share is of full's accuracy in that draw. A draw in which the arm never comes there counts as the lowest ratio, since it is
 * below all others; one in which full's own curve starts there has no ratio and is left out. Problems are not drawn: evaluations before
 * the last keep no marks. Null for fewer than two seeds, and where most draws have no ratio.
 *
 * @param arm curves by seed, and of the full arm with the same seeds in the same order.
 * @throws RangeError for different numbers of seeds.
 */
export function savingsInterval(
  arm: readonly (readonly CostPoint[])[],
  full: readonly (readonly CostPoint[])[],
  share: number,
  { resamples = 2000, seed = 'benchside' }: Partial<BootstrapOptions> = {},
): SavingsInterval | null {
  if (arm.length !== full.length) {
    throw new RangeError(
      `Curves of ${String(arm.length)} and ${String(full.length)} seeds are not paired.`,
    );
  }
  if (arm.length < 2) return null;
  const random = createRandom(seed);
  const drawn = new Uint32Array(arm.length);
  const ratios: number[] = [];
  for (let round = 0; round < resamples; round += 1) {
    random.fillInts(drawn, arm.length);
    const found = savingsAtShare(meanCurve(arm, drawn), meanCurve(full, drawn), share);
    if (found === null) continue;
    if (found.ratio !== null) ratios.push(found.ratio);
    else if (found.arm === null) ratios.push(Number.NEGATIVE_INFINITY);
  }
  if (ratios.length * 2 < resamples) return null;
  const sorted = Float64Array.from(ratios).sort();
  const bound = (part: number): number | null => {
    const value = quantileSorted(sorted, part);
    return Number.isFinite(value) ? value : null;
  };
  return {
    low: bound(0.025),
    high: bound(0.975),
    reached: ratios.filter((ratio) => Number.isFinite(ratio)).length / ratios.length,
    seeds: arm.length,
  };
}
