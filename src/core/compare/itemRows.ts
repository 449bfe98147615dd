import type { ItemValue } from './itemValue.ts';
import { better } from './compareMetric.ts';
import type { ScoredUnit } from './pairUnits.ts';

/** One item under every run that is compared. */
export interface ItemRow {
  unitKey: string;
  itemId: string;
  cluster: string;
  stratum: string;
  /** What the item has under each run, in their order; null where a run has not scored it or does not measure it. */
  values: readonly (number | null)[];
  /** Largest less smallest of the values; null where fewer than two runs have one. */
  spread: number | null;
}

/** Which items are listed. `over` are those on which one run, by its place, is better than another. */
export type ItemFilter =
  | { kind: 'all' }
  | { kind: 'differ' }
  | { kind: 'same' }
  | { kind: 'missing' }
  | { kind: 'over'; winner: number; loser: number };

/** The items that any of the runs has scored, in the order of the first that has them. */
export function itemRows(
  runs: readonly (readonly ScoredUnit[])[],
  item: Pick<ItemValue, 'of'>,
): ItemRow[] {
  const byKey = runs.map((units) => new Map(units.map((unit) => [unit.unitKey, unit])));
  const listed = new Map<string, ScoredUnit>();
  for (const units of runs) {
    for (const unit of units) if (!listed.has(unit.unitKey)) listed.set(unit.unitKey, unit);
  }
  return [...listed.values()].map(({ unitKey, itemId, cluster, stratum }) => {
    const values = byKey.map((units) => {
      const unit = units.get(unitKey);
      return unit === undefined ? null : item.of(unit);
    });
    const known = values.filter((value) => value !== null);
    return {
      unitKey,
      itemId,
      cluster,
      stratum,
      values,
      spread: known.length < 2 ? null : Math.max(...known) - Math.min(...known),
    };
  });
}

/** Whether an item belongs to what is listed. */
export function isListed(row: ItemRow, filter: ItemFilter, lowerIsBetter: boolean): boolean {
  switch (filter.kind) {
    case 'all':
      return true;
    case 'differ':
      return (row.spread ?? 0) > 0;
    case 'same':
      return row.spread === 0;
    case 'missing':
      return row.values.includes(null);
    case 'over':
      return sideOf(row, filter.winner, filter.loser, lowerIsBetter) === 1;
  }
}

/** Which of two runs an item is better for: 1 the first, -1 the second, 0 neither; null where one has no value. */
export function sideOf(
  { values }: Pick<ItemRow, 'values'>,
  first: number,
  second: number,
  lowerIsBetter: boolean,
): 1 | 0 | -1 | null {
  const [one, two] = [values[first] ?? null, values[second] ?? null];
  return one === null || two === null ? null : better(one, two, lowerIsBetter);
}

/** The largest differences first; equal ones stay in the order of the runs' plan, which is a fair shuffle. */
export function bySpread(rows: readonly ItemRow[]): ItemRow[] {
  return [...rows].sort((a, b) => (b.spread ?? -1) - (a.spread ?? -1));
}

/** A filter as it stands in an address: `differ`, `over-0-1`. */
export function formatFilter(filter: ItemFilter): string {
  return filter.kind === 'over'
    ? `over-${String(filter.winner)}-${String(filter.loser)}`
    : filter.kind;
}

/** Reads a filter of an address for so many runs; what is no filter lists the items that differ. */
export function parseFilter(text: string | null, runs: number): ItemFilter {
  if (text === 'all' || text === 'same' || text === 'missing') return { kind: text };
  const [winner, loser] = (/^over-(\d)-(\d)$/u.exec(text ?? '') ?? []).slice(1).map(Number);
  if (winner === undefined || loser === undefined || winner === loser) return { kind: 'differ' };
  return winner < runs && loser < runs ? { kind: 'over', winner, loser } : { kind: 'differ' };
}
