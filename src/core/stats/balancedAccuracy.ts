/**
 * Balanced accuracy = (recall of the positives + recall of the negatives) / 2, in [0, 1]; a coin
 * gives 0.5 whatever the class balance. Null when either class is absent.
 */
export function balancedAccuracy(
  pairs: readonly { truth: boolean; said: boolean }[],
): number | null {
  let positives = 0;
  let negatives = 0;
  let hits = 0;
  let rejections = 0;
  for (const { truth, said } of pairs) {
    if (truth) {
      positives += 1;
      if (said) hits += 1;
    } else {
      negatives += 1;
      if (!said) rejections += 1;
    }
  }
  if (positives === 0 || negatives === 0) return null;
  return (hits / positives + rejections / negatives) / 2;
}
