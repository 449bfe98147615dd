import { auroc } from '../../stats/calibration/auroc.ts';
import { meanOr0, requireCorrect, requireFacts } from '../objectives/tokenWeights.ts';
import type { Rollout } from '../rollout.ts';
import { entropyOf } from '../tokenFacts.ts';
import type { DistributionPair } from './varianceRatio.ts';

/** The k likeliest tokens; ties to the lower id. */
function likeliest(row: ArrayLike<number>, k: number): Set<number> {
  const order = Array.from({ length: row.length }, (_, v) => v).sort(
    (a, b) => (row[b] ?? Number.NaN) - (row[a] ?? Number.NaN) || a - b,
  );
  return new Set(order.slice(0, k));
}

/**
 * Share of the k likeliest tokens that student and teacher have in common, |S ∩ T| / k (methods C12, read in notes of released code).
 *
 * @throws RangeError unless 1 <= k <= the vocabulary's size.
 */
export function topOverlap({ logS, logT }: DistributionPair, k: number): number {
  if (!Number.isInteger(k) || k < 1 || k > logS.length) {
    throw new RangeError(
      `The ${String(k)} likeliest of ${String(logS.length)} tokens cannot be compared.`,
    );
  }
  const teacher = likeliest(logT, k);
  return [...likeliest(logS, k)].filter((token) => teacher.has(token)).length / k;
}

/** H(S) - H(T), nats: above 0 where the student is the less sure of the two (methods C12; the sign is ours). */
export function entropyGap({ logS, logT }: DistributionPair): number {
  return entropyOf(logS) - entropyOf(logT);
}

/**
 * Share of the way from the student to the teacher that a training went, in any measure: (after - before) / (teacher - before) (methods C12).
 * Null where teacher and student were equal before.
 */
export function gapRecovery(before: number, after: number, teacher: number): number | null {
  return teacher === before ? null : (after - before) / (teacher - before);
}

/** sign(Δ) log(1 + |Δ|): tames large log-ratios without cutting them off (methods C12). */
export function softLogClip(delta: number): number {
  return Math.sign(delta) * Math.log1p(Math.abs(delta));
}

/**
 * How well the teacher's mean log-probability of a text tells right ones from wrong ones: AUROC (methods C12). 0.5 says that the
 * teacher's liking has nothing to do with being right. Null where all texts are right or all wrong.
 *
 * @throws MissingFactsError, MissingCorrectnessError
 */
export function teacherLikelihoodAuroc(rollouts: readonly Rollout[]): number | null {
  return auroc(
    rollouts
      .filter(({ tokens }) => tokens.length > 0)
      .map((rollout) => ({
        // Between 0 and 1, in the order of the means.
        confidence: Math.min(1, Math.exp(meanOr0(requireFacts(rollout).logTeacher))),
        correct: requireCorrect(rollout),
      })),
  );
}
