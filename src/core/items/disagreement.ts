import { scoreOf, type ItemResult } from './itemRow.ts';

/** Scores further apart than this disagree where nothing says what is right. Ours. */
export const APART = 0.25;

/** Whether numbers that are there differ; one that was not measured agrees with all. */
function differ(values: readonly (number | null | undefined)[]): boolean {
  return new Set(values.filter((value) => value !== null && value !== undefined)).size > 1;
}

/** Criteria that were marked in two results, met in one and not in another. */
function marksDiffer(results: readonly ItemResult[]): boolean {
  const verdicts = new Map<string, string>();
  for (const { detail } of results) {
    for (const { id, verdict } of detail?.criteria ?? []) {
      if (verdict === 'unscored') continue;
      const before = verdicts.get(id);
      if (before !== undefined && before !== verdict) return true;
      verdicts.set(id, verdict);
    }
  }
  return false;
}

/**
 * Whether runs disagree on an item: right in one and wrong in another, or a criterion met in one and not in another, or,
 * where nothing says what is right, scores more than `APART` from each other. One result disagrees with nobody.
 */
export function runsDisagree(results: readonly ItemResult[]): boolean {
  if (results.length < 2) return false;
  const right = results.map(({ values }) => values['correct']);
  if (differ(right) || marksDiffer(results)) return true;
  if (right.some((value) => typeof value === 'number')) return false;
  return spreadOf(results) > APART;
}

/** How far the scores of an item's results lie apart; 0 with fewer than two. */
export function spreadOf(results: readonly ItemResult[]): number {
  const scores = results.map(scoreOf).filter((score) => score !== null);
  return scores.length < 2 ? 0 : Math.max(...scores) - Math.min(...scores);
}

/**
 * Whether the judge of a result said otherwise than the pack: of the label, of the answer's rightness, or of one of the
 * authors' marks. Null where a protocol's values do not hold a judge to what the pack says.
 */
export function judgeDiffersFromGold({ values, isJudgeAlone }: ItemResult): boolean | null {
  const compare = (said: number | null | undefined, gold: number | null | undefined) =>
    typeof said === 'number' && typeof gold === 'number' ? said !== gold : null;
  const told =
    compare(values['judgeSays'], values['label']) ?? compare(values['judged'], values['right']);
  if (told !== null) return told;
  const misses = Object.entries(values).filter(([name]) => /:(?:fp|fn)$/u.test(name));
  if (misses.some(([, count]) => count !== null)) {
    return misses.some(([, count]) => (count ?? 0) > 0);
  }
  return isJudgeAlone ? compare(values['correct'], 1) : null;
}
