import type { MetricHead } from '../../protocols/metric.ts';
import { rankByInterval, type RankRange } from '../../stats/ratings/rankByInterval.ts';
import type { BoardEntry } from './boardEntry.ts';

/** The ranks that the intervals of a metric leave open to each run that measures it, by run. */
export function rankEntries(
  entries: readonly BoardEntry[],
  metric: Pick<MetricHead, 'id' | 'lowerIsBetter'>,
): Map<string, RankRange> {
  const measured = entries.flatMap(({ id, intervals }) => {
    const interval = intervals.get(metric.id);
    if (interval === undefined) return [];
    const { low, high } = interval;
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
