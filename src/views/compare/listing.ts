import {
  bySpread,
  isListed,
  itemRows,
  parseFilter,
  type ItemFilter,
  type ItemRow,
} from '../../core/compare/itemRows.ts';
import { itemValueOf, type ItemValue } from '../../core/compare/itemValue.ts';
import type { ScoredUnit } from '../../core/compare/pairUnits.ts';
import type { Metric } from '../../core/protocols/metric.ts';

/** A metric that items have values of. */
export interface ItemMetric {
  metric: Metric;
  item: ItemValue;
}

/** The metrics that items have values of, in the protocol's order. */
export function itemMetricsOf(
  metrics: readonly Metric[],
  units: readonly (readonly ScoredUnit[])[],
): ItemMetric[] {
  const all = units.flat();
  return metrics.flatMap((metric) => {
    const item = itemValueOf(metric, all);
    return item === null ? [] : [{ metric, item }];
  });
}

/** The metric of the list of items: the one that was chosen, or the first that items have. */
export function chosenItemMetric(
  known: readonly ItemMetric[],
  chosen: string | undefined,
): ItemMetric | undefined {
  return known.find(({ metric }) => metric.id === chosen) ?? known[0];
}

export interface Listing {
  rows: readonly ItemRow[];
  filter: ItemFilter;
  /** What the filter lists, the largest differences first. */
  shown: readonly ItemRow[];
}

/** The list of items as an address asks for it. */
export function listItems(
  units: readonly (readonly ScoredUnit[])[],
  of: ItemMetric | undefined,
  show: string | null,
): Listing {
  const filter = parseFilter(show, units.length);
  if (of === undefined) return { rows: [], filter, shown: [] };
  const rows = itemRows(units, of.item);
  const lowerIsBetter = of.metric.lowerIsBetter === true;
  return {
    rows,
    filter,
    shown: bySpread(rows.filter((row) => isListed(row, filter, lowerIsBetter))),
  };
}
