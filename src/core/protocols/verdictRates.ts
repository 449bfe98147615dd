import { f1FromCounts, type PositiveCounts } from '../stats/f1FromCounts.ts';
import type { ValueRow } from './metric.ts';

/**
 * Counts of the verdicts `said` against the labels, with one of the two as the positive class. An unreadable answer, which
 * said neither, is a miss of its label.
 */
function countVerdicts(rows: readonly ValueRow[], positive: 0 | 1): PositiveCounts {
  const counts = { truePositives: 0, falsePositives: 0, falseNegatives: 0 };
  for (const { values } of rows) {
    if (values['label'] === positive && values['said'] === positive) counts.truePositives += 1;
    else if (values['label'] === positive) counts.falseNegatives += 1;
    else if (values['said'] === positive) counts.falsePositives += 1;
  }
  return counts;
}

/** F1 with one of the verdicts as the positive class; null where it is neither a label nor said. */
export function verdictF1(rows: readonly ValueRow[], positive: 0 | 1): number | null {
  return f1FromCounts(countVerdicts(rows, positive));
}

/** Mean of the two verdicts' F1; a verdict that is neither a label nor said is left out. Null for no rows. */
export function verdictMacroF1(rows: readonly ValueRow[]): number | null {
  const rates = [verdictF1(rows, 1), verdictF1(rows, 0)].filter((rate) => rate !== null);
  return rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}

/** TP / (TP + FP), positive = 1; 0 where nothing is said to be, so that silence is not rewarded. Null for no rows. */
export function verdictPrecision(rows: readonly ValueRow[]): number | null {
  const { truePositives, falsePositives } = countVerdicts(rows, 1);
  if (rows.length === 0) return null;
  return truePositives === 0 ? 0 : truePositives / (truePositives + falsePositives);
}

/** TP / (TP + FN), positive = 1; null where no label is. */
export function verdictRecall(rows: readonly ValueRow[]): number | null {
  const { truePositives, falseNegatives } = countVerdicts(rows, 1);
  const labelled = truePositives + falseNegatives;
  return labelled === 0 ? null : truePositives / labelled;
}
