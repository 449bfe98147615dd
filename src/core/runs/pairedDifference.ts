import type { Metric, ValueRow } from '../protocols/metric.ts';
import { bootstrapInterval, type Interval } from '../stats/bootstrapInterval.ts';

/** The rows of one item under two runs. */
interface PairedRow {
  readonly cluster: string;
  readonly first: ValueRow;
  readonly second: ValueRow;
}

/**
 * A metric of the first run less that of the second, over the items that both scored, with its 95 % percentile interval:
 * both runs are computed on the same resampled clusters (paired bootstrap, Efron and Tibshirani 1993, chapter 16), so that
 * what makes an item easy or hard for both does not widen it. An interval without 0 is a significant difference at 5 %.
 *
 * Rows are matched by position: both lists hold the same items in the same order, as runs of one plan do.
 *
 * @throws RangeError for lists of different length.
 */
export function pairedDifference(
  first: readonly ValueRow[],
  second: readonly ValueRow[],
  metric: Pick<Metric, 'estimate'>,
): Interval | null {
  if (first.length !== second.length)
    throw new RangeError(
      `Runs of ${String(first.length)} and ${String(second.length)} items are not paired.`,
    );
  const pairs = first.flatMap((row, index): PairedRow[] => {
    const other = second[index];
    return other === undefined ? [] : [{ cluster: row.cluster, first: row, second: other }];
  });
  return bootstrapInterval(pairs, (sample) => {
    const one = metric.estimate(sample.map((pair) => pair.first));
    const two = metric.estimate(sample.map((pair) => pair.second));
    return one === null || two === null ? null : one - two;
  });
}
