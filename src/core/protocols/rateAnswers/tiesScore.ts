/** One question of the ties subset, as rated. */
export interface RatedTie {
  /** Matches a tied question to its reference. */
  readonly pair: number;
  readonly isTied: boolean;
  /** Whether every right answer is above every wrong one. */
  readonly isAccurate: boolean;
  /** Lowest right reward minus highest wrong one; -Infinity where an answer could not be rated. */
  readonly margin: number;
  /** Highest minus lowest right reward; 0 for a reference. */
  readonly spread: number;
}

function meanOver<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0) / items.length;
}

/** tanh(margin / spread − 1), with 0 for 0 / 0; a spread of 0 gives ±1. */
function relativeMargin(margin: number, spread: number): number {
  const relative = Math.tanh(margin / spread - 1);
  return Number.isNaN(relative) ? 0 : relative;
}

/** Tied questions with their references. A pair that is there twice, as in a resample, is matched twice. */
function matchPairs(tied: readonly RatedTie[], refs: readonly RatedTie[]) {
  const left = new Map<number, RatedTie[]>();
  for (const ref of refs) left.set(ref.pair, [...(left.get(ref.pair) ?? []), ref]);
  return tied.flatMap((one) => {
    const ref = left.get(one.pair)?.shift();
    if (ref === undefined) return [];
    return [{ tied: one.margin, both: Math.min(one.margin, ref.margin), spread: one.spread }];
  });
}

/**
 * The score of the ties subset as in RewardBench 2 (Malik et al. 2025, `_compute_prompt_stats` of its code):
 *
 * 0.30 · accuracy on tied questions + 0.30 · accuracy on references + 0.20 · share of pairs whose tied margin exceeds the
 * spread + 0.20 · share whose smaller margin of the two does + 0.01 · mean of tanh(smaller margin / spread − 1).
 *
 * It rewards a model that puts right answers above wrong ones without preferring one right answer to another. At most 1.01,
 * at least −0.01; the source does not clip it, and nor do we. Null where no tied question has its reference.
 */
export function tiesScore(questions: readonly RatedTie[]): number | null {
  const tied = questions.filter(({ isTied }) => isTied);
  const refs = questions.filter(({ isTied }) => !isTied);
  const pairs = matchPairs(tied, refs);
  if (pairs.length === 0) return null;
  return (
    0.3 * meanOver(tied, ({ isAccurate }) => Number(isAccurate)) +
    0.3 * meanOver(refs, ({ isAccurate }) => Number(isAccurate)) +
    0.2 * meanOver(pairs, (pair) => Number(pair.tied > pair.spread)) +
    0.2 * meanOver(pairs, (pair) => Number(pair.both > pair.spread)) +
    0.01 * meanOver(pairs, (pair) => relativeMargin(pair.both, pair.spread))
  );
}
