/** A confusion of two readers over the same questions, each of whom says yes or no. */
export interface Agreement {
  truePositives: number;
  falsePositives: number;
  trueNegatives: number;
  falseNegatives: number;
}

/**
 * Cohen's kappa (1960) = (agreement - agreement by chance) / (1 - agreement by chance), where chance
 * has both readers say yes as often as they do. 0 for a reader that says one thing always; null
 * without questions, and where both always say the same one thing (0/0).
 */
export function cohenKappa(counts: Agreement): number | null {
  const { truePositives, falsePositives, trueNegatives, falseNegatives } = counts;
  const n = truePositives + falsePositives + trueNegatives + falseNegatives;
  if (n === 0) return null;
  const agreed = (truePositives + trueNegatives) / n;
  const goldYes = (truePositives + falseNegatives) / n;
  const saidYes = (truePositives + falsePositives) / n;
  const byChance = goldYes * saidYes + (1 - goldYes) * (1 - saidYes);
  return byChance === 1 ? null : (agreed - byChance) / (1 - byChance);
}
