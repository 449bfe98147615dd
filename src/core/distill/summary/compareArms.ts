import type { BootstrapOptions } from '../../stats/bootstrapInterval.ts';
import { crossedBootstrap, drawnShare, type Bounds } from './crossedBootstrap.ts';
import { shareRight, sharedSeeds, type MarkRow } from './marks.ts';
import { requireOneExam } from './requireOneExam.ts';
import { seedInterval, type SeedInterval } from './seedInterval.ts';

/** Accuracy of one arm less that of another, after the last step. */
export interface ArmDifference {
  /** Seeds that both finished, and held-out problems. */
  readonly seeds: number;
  readonly items: number;
  /** Mean of the seeds' differences with Student's interval: another seed, the same problems. */
  readonly bySeed: SeedInterval;
  /** The same mean with seeds and problems drawn anew; null with one seed. */
  readonly bySeedAndItem: Bounds | null;
}

/**
 * The first arm's accuracy less the second's. Arms are paired by seed, which gives both the same training problems, and by held-out
 * problem. Null where they share no finished seed.
 *
 * @throws RangeError for arms that answered different numbers of problems.
 */
export function compareArms(
  first: readonly MarkRow[],
  second: readonly MarkRow[],
  options: Partial<BootstrapOptions> = {},
): ArmDifference | null {
  const [left = [], right = []] = sharedSeeds([first, second]);
  const items = requireOneExam([...left, ...right].map(({ marks }) => marks));
  const bySeed = seedInterval(
    left.map(({ marks }, at) => shareRight(marks) - shareRight(right[at]?.marks ?? marks)),
  );
  if (bySeed === null) return null;
  const [a, b] = [left.map(({ marks }) => marks), right.map(({ marks }) => marks)];
  const bounds = crossedBootstrap(
    { seeds: a.length, items },
    { difference: (draw) => drawnShare(a, draw) - drawnShare(b, draw) },
    options,
  );
  return { seeds: a.length, items, bySeed, bySeedAndItem: bounds.get('difference') ?? null };
}
