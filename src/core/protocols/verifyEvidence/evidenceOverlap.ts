import type { EvidenceMarks } from '../itemScore.ts';

/** Compares cited sentence numbers with the gold ones. Both are sets of 1-based numbers. */
export function markEvidence(cited: readonly number[], gold: readonly number[]): EvidenceMarks {
  return {
    hit: gold.filter((number) => cited.includes(number)),
    missed: gold.filter((number) => !cited.includes(number)),
    wrong: cited.filter((number) => !gold.includes(number)),
  };
}

/** Precision, recall and F1 of the cited sentences of one item, each in [0, 1]. */
export interface EvidenceRates {
  precision: number;
  recall: number;
  f1: number;
}

/**
 * Sentence-level rates of one supported item. An answer that cites nothing has recall 0, and
 * precision 0 by convention, so that silence is never rewarded.
 */
export function evidenceRates(marks: EvidenceMarks): EvidenceRates {
  const hits = marks.hit.length;
  const cited = hits + marks.wrong.length;
  const gold = hits + marks.missed.length;
  return {
    precision: cited === 0 ? 0 : hits / cited,
    recall: gold === 0 ? 0 : hits / gold,
    f1: cited + gold === 0 ? 0 : (2 * hits) / (cited + gold),
  };
}
