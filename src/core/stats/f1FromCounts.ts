/** Counts of a binary classification. */
export interface PositiveCounts {
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
}

/**
 * F1 = 2 TP / (2 TP + FP + FN), the harmonic mean of precision and recall.
 * Null when nothing is positive and nothing was called positive (0/0); scikit-learn calls that
 * case undefined and warns.
 */
export function f1FromCounts(counts: PositiveCounts): number | null {
  const { truePositives, falsePositives, falseNegatives } = counts;
  const denominator = 2 * truePositives + falsePositives + falseNegatives;
  return denominator === 0 ? null : (2 * truePositives) / denominator;
}
