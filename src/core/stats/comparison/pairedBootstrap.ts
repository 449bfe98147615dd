import type { BootstrapOptions, Interval } from '../bootstrapInterval.ts';
import { bootstrapMean } from '../intervals/bootstrapMean.ts';
import { leastP } from './leastP.ts';
import { resampleTotals, sumByCluster } from '../intervals/resampleTotals.ts';

/** Scores of one item under two models. */
export interface PairedValues {
  readonly cluster: string;
  readonly first: number;
  readonly second: number;
}

/** The mean difference of paired scores, and how surprising it is where there is none. */
export interface PairedComparison {
  /** First less second, with its 95 % percentile interval. */
  readonly difference: Interval;
  /** Two-sided; at least 1 / (resamples + 1), and 2^(1 - clusters). */
  readonly pValue: number;
}

/** Differences that would be equal but for rounding count as equal. */
const ROUNDING = 1e-12;

/**
 * Paired bootstrap of the mean difference, over clusters. The interval is the percentile interval. The p value asks how often
 * resampled differences, moved so that their mean is 0, lie as far from 0 as the observed one: (1 + #{|d* - d| ≥ |d|}) /
 * (resamples + 1) (Efron and Tibshirani 1993, section 16.4; the added ones after Davison and Hinkley 1997, section 4.2, so that
 * no p is 0). It is another question than whether the interval holds 0, and near 5 % the two may differ. Where there are few
 * clusters it is no smaller than a test by signs could make it (ours): with five no difference is below 5 %.
 *
 * Null for no rows.
 *
 * @throws RangeError for a difference that is not finite.
 */
export function pairedBootstrap(
  rows: readonly PairedValues[],
  { resamples = 10_000, seed = 'benchside' }: Partial<BootstrapOptions> = {},
): PairedComparison | null {
  const differences = rows.map(({ cluster, first, second }) => ({
    cluster,
    value: first - second,
  }));
  const difference = bootstrapMean(differences, { resamples, seed });
  if (difference === null) return null;
  const { estimate } = difference;
  const reach = Math.abs(estimate) * (1 - ROUNDING);
  const columns = sumByCluster(differences, 2, ({ value }) => [value, 1]);
  let asFar = 0;
  resampleTotals(columns, { resamples, seed }, ([sum = 0, count = 0]) => {
    if (Math.abs(sum / count - estimate) >= reach) asFar += 1;
  });
  const pValue = Math.max((1 + asFar) / (resamples + 1), leastP(difference.clusters));
  return { difference, pValue };
}
