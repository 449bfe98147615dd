import type { Metric, ValueRow } from '../protocols/metric.ts';

/** A scored item of a run, with the document it shares. */
export interface ScoredUnit extends ValueRow {
  unitKey: string;
  itemId: string;
}

/** One item under two runs. */
export interface UnitPair {
  cluster: string;
  stratum: string;
  first: ValueRow['values'];
  second: ValueRow['values'];
}

/** What two runs have in common, and what they do not. */
export interface Pairing {
  /** Items that both have scored, in the order of the first. */
  pairs: readonly UnitPair[];
  onlyFirst: number;
  onlySecond: number;
}

/** Matches the items of two runs by key. What one run alone has scored is counted and left out. */
export function pairUnits(first: readonly ScoredUnit[], second: readonly ScoredUnit[]): Pairing {
  const others = new Map(second.map((unit) => [unit.unitKey, unit]));
  const pairs: UnitPair[] = [];
  for (const { unitKey, cluster, stratum, values } of first) {
    const other = others.get(unitKey);
    if (other !== undefined) pairs.push({ cluster, stratum, first: values, second: other.values });
  }
  return {
    pairs,
    onlyFirst: first.length - pairs.length,
    onlySecond: second.length - pairs.length,
  };
}

/** Whether a row is one of those that a metric is measured on. */
export function measures(
  metric: Pick<Metric, 'measuredBy' | 'measuredIn'>,
  { stratum, values }: Pick<ValueRow, 'stratum' | 'values'>,
): boolean {
  return (
    typeof values[metric.measuredBy] === 'number' &&
    (metric.measuredIn === undefined || metric.measuredIn === stratum)
  );
}
