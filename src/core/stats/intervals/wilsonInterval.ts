import { normalQuantile } from '../normalQuantile.ts';

const Z_95 = normalQuantile(0.975);

/**
 * 95 % score interval of a share of independent trials (Wilson 1927): it stays within [0, 1] and holds its level with few trials, as
 * the bins of a reliability diagram have. Null without trials.
 *
 * @throws RangeError unless `successes` is between 0 and `trials`.
 */
export function wilsonInterval(
  successes: number,
  trials: number,
): { estimate: number; low: number; high: number } | null {
  if (!(successes >= 0 && successes <= trials)) {
    throw new RangeError(`${String(successes)} successes in ${String(trials)} trials`);
  }
  if (trials === 0) return null;
  const share = successes / trials;
  const z2 = Z_95 ** 2;
  const middle = (share + z2 / (2 * trials)) / (1 + z2 / trials);
  const half =
    (Z_95 / (1 + z2 / trials)) * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials ** 2));
  return {
    estimate: share,
    low: Math.max(0, middle - half),
    high: Math.min(1, middle + half),
  };
}
