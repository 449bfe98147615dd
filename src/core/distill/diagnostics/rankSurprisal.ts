import { requireSameLength } from '../../stats/requireSameLength.ts';
import { logSoftmax, rankOf } from '../tokenFacts.ts';

/** Ranks above this count as this (methods C2, read in code). */
const RANK_CAP = 100;

/** How a trace looks to a student: means over its tokens. */
export interface TraceSurprise {
  readonly tokens: number;
  /** Each rank capped. */
  readonly meanRank: number;
  /** Nats. */
  readonly meanSurprisal: number;
  /** Σ rank / Σ surprisal; lower suits the student better. Null where nothing surprised it. */
  readonly ratio: number | null;
}

/**
 * Rank-surprisal ratio of a trace that somebody else wrote (RSR, arXiv 2601.14249, read in its code, methods C2): how far down the student's
 * list its tokens stand for how much they surprise it. A trace that surprises while each token stays among the student's first is
 * one that it can learn from.
 *
 * @param ranks 1 for the likeliest token; @param surprisals -log S(y), nats. Null for no tokens.
 */
export function rankSurprisal(
  ranks: ArrayLike<number>,
  surprisals: ArrayLike<number>,
  cap = RANK_CAP,
): TraceSurprise | null {
  requireSameLength(ranks, surprisals);
  const tokens = ranks.length;
  if (tokens === 0) return null;
  let [rankSum, surprisalSum] = [0, 0];
  for (let t = 0; t < tokens; t += 1) {
    rankSum += Math.min(ranks[t] ?? Number.NaN, cap);
    surprisalSum += surprisals[t] ?? Number.NaN;
  }
  return {
    tokens,
    meanRank: rankSum / tokens,
    meanSurprisal: surprisalSum / tokens,
    ratio: surprisalSum > 0 ? rankSum / surprisalSum : null,
  };
}

/** The same from the student's logits, row-major [tokens, vocabSize], row t being what it said before token t. */
export function rankSurprisalOfLogits(
  logits: ArrayLike<number>,
  tokens: readonly number[],
  vocabSize: number,
  cap = RANK_CAP,
): TraceSurprise | null {
  const rows = tokens.map((_, t) => logSoftmax(logits, t * vocabSize, vocabSize));
  return rankSurprisal(
    tokens.map((token, t) => rankOf(rows[t] ?? [], token)),
    tokens.map((token, t) => -(rows[t]?.[token] ?? Number.NaN)),
    cap,
  );
}

/**
 * RSR of a data set: mean of the traces' mean ranks over the mean of their mean surprisals, not the mean of their ratios, which traces
 * that hardly surprise would dominate (methods C2). Null for no traces, and where nothing surprised.
 */
export function dataSetRankSurprisal(traces: readonly TraceSurprise[]): number | null {
  const rank = traces.reduce((sum, { meanRank }) => sum + meanRank, 0);
  const surprisal = traces.reduce((sum, { meanSurprisal }) => sum + meanSurprisal, 0);
  return surprisal > 0 ? rank / surprisal : null;
}
