import { createRandom } from '../../random.ts';
import { quantileSorted } from '../quantile.ts';
import type { RankRange } from './rankByInterval.ts';

/** A run's rows by cluster: what is drawn together. */
export type RowsByCluster<Row> = ReadonlyMap<string, readonly Row[]>;

/**
 * Ranks with their 95 % percentile intervals from a bootstrap that all runs share: each resample draws the same clusters for
 * every run, so that what makes an item easy or hard for all of them moves no rank, and ranks the runs on it. Rank is 1 + the
 * number of runs that are better; equal ones share one. Clusters that a run lacks are drawn for none.
 *
 * The percentile interval of a rank is known to be too narrow where runs are nearly equal (Hall and Miller 2009, Annals of
 * Statistics 37): of two equal runs either can look better in every resample.
 *
 * @param statistic of a run's rows; a run for which it is null in a resample ranks last there.
 * @returns in the order of `runs`; null where they share fewer than two clusters, which leaves nothing to draw anew, or a run has no figure on those they share.
 */
export function rankBootstrap<Row>(
  runs: readonly RowsByCluster<Row>[],
  statistic: (rows: readonly Row[]) => number | null,
  options: { lowerIsBetter?: boolean; resamples?: number; seed?: string } = {},
): { ranks: RankRange[]; clusters: number } | null {
  const { lowerIsBetter = false, resamples = 400, seed = 'benchside' } = options;
  const [first] = runs;
  if (first === undefined) return null;
  const shared = [...first.keys()].filter((cluster) => runs.every((run) => run.has(cluster)));
  const rowsOf = (run: RowsByCluster<Row>, clusters: readonly string[]): Row[] =>
    clusters.flatMap((cluster) => run.get(cluster) ?? []);
  if (shared.length < 2 || runs.some((run) => statistic(rowsOf(run, shared)) === null)) return null;
  const random = createRandom(seed);
  const worst = Number.NEGATIVE_INFINITY;
  const drawn = runs.map(() => new Float64Array(resamples));
  for (let round = 0; round < resamples; round += 1) {
    const sample = shared.map(() => random.pick(shared));
    const values = runs.map((run) => {
      const value = statistic(rowsOf(run, sample));
      return value === null ? worst : lowerIsBetter ? -value : value;
    });
    for (const [index, value] of values.entries()) {
      const ranks = drawn[index];
      if (ranks !== undefined) ranks[round] = 1 + values.filter((other) => other > value).length;
    }
  }
  return {
    clusters: shared.length,
    ranks: drawn.map((ranks) => {
      const sorted = ranks.sort();
      return {
        rank: Math.floor(quantileSorted(sorted, 0.025)),
        lastRank: Math.ceil(quantileSorted(sorted, 0.975)),
      };
    }),
  };
}
