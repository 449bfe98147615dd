import type { PackedBatch } from './packing.ts';

/** Teacher-forced figures over questions on documents that training never saw. */
export interface HeldOut {
  readonly questions: number;
  /** Share of questions whose verdict, the reply's first token, is the most likely token. */
  readonly verdictAccuracy: number;
  /** F1 of the verdict `yes`, and the mean of the F1s of `yes` and `no`. */
  readonly verdictF1: number;
  readonly verdictMacroF1: number;
  /** Share of questions whose every reply token is the most likely token after the right ones before it. */
  readonly exactReplies: number;
  /** The same over questions whose right verdict is `yes`: the evidence is right too. */
  readonly exactSupported: number;
  /** Mean negative log likelihood of a reply token, nats. */
  readonly replyLoss: number;
}

export interface HeldOutCounts {
  questions: number;
  verdictsRight: number;
  exact: number;
  supported: number;
  exactSupported: number;
  truePositive: number;
  falsePositive: number;
  falseNegative: number;
  lossSum: number;
  lossTokens: number;
}

export function noCounts(): HeldOutCounts {
  return {
    questions: 0,
    verdictsRight: 0,
    exact: 0,
    supported: 0,
    exactSupported: 0,
    truePositive: 0,
    falsePositive: 0,
    falseNegative: 0,
    lossSum: 0,
    lossTokens: 0,
  };
}

/**
 * Adds a batch to the counts. `best` is the most likely token at each site, `losses` the negative log likelihood of its
 * target, `yes` the token id of that verdict. A verdict that is neither word counts as wrong, and as not `yes`.
 */
export function countBatch(
  counts: HeldOutCounts,
  batch: PackedBatch,
  best: Int32Array,
  losses: Float32Array,
  yes: number,
): void {
  for (const { firstSite, siteCount } of batch.replies) {
    const isSupported = batch.targets[firstSite] === yes;
    const saysYes = best[firstSite] === yes;
    let isExact = true;
    for (let site = firstSite; site < firstSite + siteCount; site++) {
      isExact &&= best[site] === batch.targets[site];
      counts.lossSum += losses[site] ?? 0;
      counts.lossTokens++;
    }
    counts.questions++;
    if (best[firstSite] === batch.targets[firstSite]) counts.verdictsRight++;
    if (isExact) counts.exact++;
    if (isSupported) {
      counts.supported++;
      if (isExact) counts.exactSupported++;
    }
    if (saysYes && isSupported) counts.truePositive++;
    if (saysYes && !isSupported) counts.falsePositive++;
    if (!saysYes && isSupported) counts.falseNegative++;
  }
}

/** A share, 0 where there is nothing to share. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

export function heldOutFigures(counts: HeldOutCounts): HeldOut {
  const { truePositive, falsePositive, falseNegative } = counts;
  const trueNegative = counts.questions - truePositive - falsePositive - falseNegative;
  const wrong = falsePositive + falseNegative;
  const yesF1 = ratio(2 * truePositive, 2 * truePositive + wrong);
  const noF1 = ratio(2 * trueNegative, 2 * trueNegative + wrong);
  return {
    questions: counts.questions,
    verdictAccuracy: ratio(counts.verdictsRight, counts.questions),
    verdictF1: yesF1,
    verdictMacroF1: (yesF1 + noF1) / 2,
    exactReplies: ratio(counts.exact, counts.questions),
    exactSupported: ratio(counts.exactSupported, counts.supported),
    replyLoss: ratio(counts.lossSum, counts.lossTokens),
  };
}
