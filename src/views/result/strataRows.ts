import type { ForestRow } from '../../charts/forestPlot/layout.ts';
import type { Metric, ValueRow } from '../../core/protocols/metric.ts';
import { metricInterval } from '../../core/runs/aggregate.ts';
import { formatQuantity } from '../../ui/formatNumber.ts';
import { stratumName } from '../../ui/run/stratumName.ts';

/** A run's metric within each stratum, in the order the strata first occur. */
export function strataRows(
  rows: readonly ValueRow[],
  metric: Metric,
  colour: ForestRow['colour'],
): ForestRow[] {
  const strata = new Map<string, ValueRow[]>();
  for (const row of rows) {
    const stratum = strata.get(row.stratum);
    if (stratum === undefined) strata.set(row.stratum, [row]);
    else stratum.push(row);
  }
  return [...strata.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stratum, members]) => ({
      id: stratum,
      label: stratumName(stratum),
      sublabel: formatQuantity(members.length, 'item'),
      interval: metricInterval(members, metric),
      kind: 'student',
      colour,
      href: null,
    }));
}
