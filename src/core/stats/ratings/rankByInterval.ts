import { bisectLeft, bisectRight } from 'd3-array';

/** The ranks that intervals leave open to one of them, 1 the best. */
export interface RankRange {
  /** 1 + the number of those wholly above it. */
  readonly rank: number;
  /** The number of all but those wholly below it. */
  readonly lastRank: number;
}

/**
 * Ranks by intervals, as Chatbot Arena gives them: a model's rank is 1 + the number of models whose lower end is above its upper
 * end, so that models which cannot be told apart share one. The last rank counts from the other side. Ranks are read together, but each
 * interval holds for its own model with 95 %: with many models some rank is likely to be wrong.
 */
export function rankByInterval(
  intervals: readonly { readonly low: number; readonly high: number }[],
): RankRange[] {
  // Sorted once, so that a board of thousands is ranked in the time of its sort.
  const lows = Float64Array.from(intervals, ({ low }) => low).sort();
  const highs = Float64Array.from(intervals, ({ high }) => high).sort();
  return intervals.map(({ low, high }) => ({
    rank: 1 + lows.length - bisectRight(lows, high),
    lastRank: highs.length - bisectLeft(highs, low),
  }));
}
