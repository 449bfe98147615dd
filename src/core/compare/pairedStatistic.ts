import { bootstrapInterval, type Interval } from '../stats/bootstrapInterval.ts';
import { leastP } from '../stats/comparison/leastP.ts';

/** A statistic of pairs with what resampling says of it. */
export interface PairedStatistic {
  difference: Interval;
  /** Two-sided; at least 1 / (resamples + 1), and 2^(1 - clusters). */
  pValue: number;
  /** Standard deviation of the resampled differences. */
  standardError: number;
}

/** Differences that would be equal but for rounding count as equal. */
const ROUNDING = 1e-12;

/**
 * Paired bootstrap over clusters of a difference that is no mean of items, such as that of two F1: interval and p value as in
 * `pairedBootstrap`, the statistic computed anew on every resample. Resamples on which it is undefined are dropped. Null where
 * `bootstrapInterval` gives null.
 */
export function pairedStatistic<Row extends { cluster: string }>(
  rows: readonly Row[],
  differenceOf: (rows: readonly Row[]) => number | null,
  resamples: number,
): PairedStatistic | null {
  const seen: number[] = [];
  const difference = bootstrapInterval(
    rows,
    (sample) => {
      const value = differenceOf(sample);
      if (value !== null) seen.push(value);
      return value;
    },
    { resamples },
  );
  if (difference === null) return null;
  const { estimate } = difference;
  // The first is that of the data themselves.
  const drawn = seen.slice(1);
  const reach = Math.abs(estimate) * (1 - ROUNDING);
  const asFar = drawn.filter((value) => Math.abs(value - estimate) >= reach).length;
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  const squares = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    difference,
    pValue: Math.max((1 + asFar) / (drawn.length + 1), leastP(difference.clusters)),
    standardError: Math.sqrt(squares / Math.max(1, drawn.length - 1)),
  };
}
