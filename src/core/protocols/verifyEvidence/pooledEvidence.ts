import { sumOf, type ValueRow } from '../metric.ts';

/** Sentences of the items that are measured, pooled. */
function pool(rows: readonly ValueRow[]) {
  return {
    hits: sumOf(rows, 'evidenceHits'),
    cited: sumOf(rows, 'evidenceCited'),
    gold: sumOf(rows, 'evidenceGold'),
  };
}

/** Hits over cited sentences, all items pooled; 0 where none is cited, and null where none is gold. */
export function pooledPrecision(rows: readonly ValueRow[]): number | null {
  const { hits, cited, gold } = pool(rows);
  if (gold === 0) return null;
  return cited === 0 ? 0 : hits / cited;
}

/** Hits over gold sentences, all items pooled; null where none is gold. */
export function pooledRecall(rows: readonly ValueRow[]): number | null {
  const { hits, gold } = pool(rows);
  return gold === 0 ? null : hits / gold;
}

/** 2 hits / (cited + gold), all items pooled: the harmonic mean of both; null where none is gold. */
export function pooledF1(rows: readonly ValueRow[]): number | null {
  const { hits, cited, gold } = pool(rows);
  return gold === 0 ? null : (2 * hits) / (cited + gold);
}
