import type { CriterionVerdict } from '../itemScore.ts';

/**
 * HealthBench's score of one answer: sum of the points of the met criteria over the sum of the
 * positive points. It can be below 0 and is not clipped here; the mean over items is.
 *
 * An unscored criterion is left out above and below the line, so that a judge that could not be
 * read neither gives nor takes credit. Null when no positive points remain.
 */
export function rubricScore(
  criteria: readonly Pick<CriterionVerdict, 'points' | 'verdict'>[],
): number | null {
  let met = 0;
  let possible = 0;
  for (const { points, verdict } of criteria) {
    if (verdict === 'unscored') continue;
    if (verdict === 'met') met += points;
    if (points > 0) possible += points;
  }
  return possible === 0 ? null : met / possible;
}
