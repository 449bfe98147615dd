import type { MetricHead } from '../../protocols/metric.ts';
import { isOneCluster } from '../../stats/oneCluster.ts';
import { rankByInterval, type RankRange } from '../../stats/ratings/rankByInterval.ts';
import type { BoardEntry } from './boardEntry.ts';

/** The ranks that the intervals of a metric leave open to each run that measures it, by run. */
export function rankEntries(
  entries: readonly Pick<BoardEntry, 'id' | 'intervals'>[],
  metric: Pick<MetricHead, 'id' | 'lowerIsBetter'>,
): Map<string, RankRange> {
  const measured = entries.flatMap(({ id, intervals }) => {
    const interval = intervals.get(metric.id);
    if (interval === undefined) return [];
    // One document cannot tell two runs apart: every rank stays open to such a run, and it takes none from another.
    const { low, high } = isOneCluster(interval)
      ? { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }
      : interval;
    return [
      { id, ...(metric.lowerIsBetter === true ? { low: -high, high: -low } : { low, high }) },
    ];
  });
  const ranges = rankByInterval(measured);
  return new Map(
    measured.flatMap(({ id }, index) => {
      const range = ranges[index];
      return range === undefined ? [] : [[id, range] as const];
    }),
  );
}
