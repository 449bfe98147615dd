import type { ForestRow } from '../../charts/forestPlot/layout.ts';
import type { Metric, ValueRow } from '../../core/protocols/metric.ts';
import { metricInterval } from '../../core/runs/aggregate.ts';
import type { Interval } from '../../core/stats/bootstrapInterval.ts';
import { formatQuantity } from '../../ui/formatNumber.ts';
import { stratumName } from '../../ui/run/stratumName.ts';

/** A run's metric within each stratum, in the order of their names, and each one's interval with all its counts. */
export function strataRows(
  rows: readonly ValueRow[],
  metric: Metric,
  colour: string,
): { rows: ForestRow[]; intervals: ReadonlyMap<string, Interval> } {
  const strata = new Map<string, ValueRow[]>();
  for (const row of rows) {
    const stratum = strata.get(row.stratum);
    if (stratum === undefined) strata.set(row.stratum, [row]);
    else stratum.push(row);
  }
  const intervals = new Map<string, Interval>();
  const shown = [...strata.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stratum, members]): ForestRow => {
      const interval = metricInterval(members, metric);
      if (interval !== null) intervals.set(stratum, interval);
      return {
        id: stratum,
        label: stratumName(stratum),
        sublabel: formatQuantity(members.length, 'item'),
        interval,
        kind: 'student',
        colour,
        href: null,
      };
    });
  return { rows: shown, intervals };
}
