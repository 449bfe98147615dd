import { bootstrapTotals } from '../../stats/intervals/bootstrapTotals.ts';
import type { Interval } from '../../stats/bootstrapInterval.ts';

/** Ranks past this count as this: one wild token would outweigh a text. */
const MOST_RANK = 100;

/** What a student makes of the tokens of one text. */
export interface TraceReading {
  /** Texts of one cluster are resampled together. */
  readonly cluster: string;
  /** Natural log-probability of each token, and its rank from 1. */
  readonly logprobs: readonly number[];
  readonly ranks: readonly number[];
}

/** Mean rank, cut at 100, and mean surprisal of a text; null for a text of no tokens. */
function meansOf({ logprobs, ranks }: Pick<TraceReading, 'logprobs' | 'ranks'>) {
  const n = logprobs.length;
  if (n === 0 || ranks.length !== n) return null;
  return {
    rank: ranks.reduce((sum, rank) => sum + Math.min(rank, MOST_RANK), 0) / n,
    surprisal: logprobs.reduce((sum, logprob) => sum - logprob, 0) / n,
  };
}

/**
 * Rank-Surprisal Ratio of one text under a student that only reads it: Σ min(rank, 100) / Σ -log p (arXiv 2601.14249, released
 * code, methods C2). Lower fits better: the student is surprised, and yet had nearly thought of it. Null where nothing is
 * surprising or there are no tokens.
 */
export function traceRsr(trace: Pick<TraceReading, 'logprobs' | 'ranks'>): number | null {
  const means = meansOf(trace);
  return means === null || means.surprisal === 0 ? null : means.rank / means.surprisal;
}

/**
 * The same of a set of texts: mean of the texts' mean ranks over mean of their mean surprisals, which is not the mean of their
 * ratios; with a 95 % bootstrap interval over clusters. Null where there is nothing to divide by.
 */
export function datasetRsr(traces: readonly TraceReading[]): Interval | null {
  const rows = traces.flatMap((trace) => {
    const means = meansOf(trace);
    return means === null ? [] : [{ cluster: trace.cluster, parts: [means.rank, means.surprisal] }];
  });
  return bootstrapTotals(rows, ([rank = 0, surprisal = 0]) =>
    surprisal === 0 ? null : rank / surprisal,
  );
}
