import type { ValueRow } from '../core/protocols/metric.ts';
import type { PlayableItem } from '../core/protocols/playable.ts';
import type { ScoreRecord } from '../db/records.ts';

/** Rows as metrics read them. */
export function valueRows(
  items: ReadonlyMap<string, PlayableItem>,
  scores: readonly Pick<ScoreRecord, 'itemId' | 'values'>[],
): ValueRow[] {
  return scores.map(({ itemId, values }) => {
    const item = items.get(itemId);
    return { cluster: item?.cluster ?? itemId, stratum: item?.stratum ?? '', values };
  });
}
