import { createRandom } from '../random.ts';
import { quantileSorted } from './quantile.ts';

/** An estimate with its percentile interval. */
export interface Interval {
  estimate: number;
  /** 2.5 % and 97.5 % quantiles of the resampled estimates. */
  low: number;
  high: number;
  /** Rows, and clusters that were drawn. */
  n: number;
  clusters: number;
}

export interface BootstrapOptions {
  resamples: number;
  seed: string;
}

/** What every interval on the site is drawn with. */
export const BOOTSTRAP: BootstrapOptions = { resamples: 1000, seed: 'benchside' };

/**
 * 95 % percentile bootstrap interval of any statistic (Efron and Tibshirani 1993, chapter 13).
 * Clusters are drawn with replacement, not rows (section 8.6 there): rows of one cluster share a
 * document and are not independent. With one row a cluster it is the ordinary bootstrap.
 *
 * Resamples on which the statistic is undefined are drawn, and dropped. Null when the statistic
 * is undefined on the data, or on more than half of the resamples.
 */
export function bootstrapInterval<Row extends { cluster: string }>(
  rows: readonly Row[],
  statistic: (rows: readonly Row[]) => number | null,
  options: Partial<BootstrapOptions> = {},
): Interval | null {
  const { resamples, seed } = { ...BOOTSTRAP, ...options };
  const estimate = statistic(rows);
  if (estimate === null) return null;
  const clusters = groupByCluster(rows);
  const random = createRandom(seed);
  const estimates: number[] = [];
  for (let round = 0; round < resamples; round += 1) {
    const sample: Row[] = [];
    for (let draw = 0; draw < clusters.length; draw += 1) {
      const cluster = clusters[random.int(clusters.length)];
      if (cluster !== undefined) sample.push(...cluster);
    }
    const value = statistic(sample);
    if (value !== null) estimates.push(value);
  }
  if (estimates.length * 2 < resamples) return null;
  const sorted = Float64Array.from(estimates).sort();
  return {
    estimate,
    low: quantileSorted(sorted, 0.025),
    high: quantileSorted(sorted, 0.975),
    n: rows.length,
    clusters: clusters.length,
  };
}

function groupByCluster<Row extends { cluster: string }>(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.cluster);
    if (group === undefined) groups.set(row.cluster, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}
