import type { ValueRow } from '../protocols/metric.ts';

/** Rows as metrics read them: each scored item's values with its cluster and stratum, in the order of `scores`. */
export function valueRows(
  items: ReadonlyMap<string, { cluster: string; stratum: string }>,
  scores: readonly { itemId: string; values: ValueRow['values'] }[],
): ValueRow[] {
  return scores.map(({ itemId, values }) => {
    const item = items.get(itemId);
    return { cluster: item?.cluster ?? itemId, stratum: item?.stratum ?? '', values };
  });
}
