import { judgeDiffersFromGold } from '../../core/items/disagreement.ts';
import {
  FLAW_FILTERS,
  type DifferFilter,
  type FlawFilter,
  type VerdictFilter,
} from '../../core/items/itemFilters.ts';
import { criteriaOf, scoreOf, type ItemRow } from '../../core/items/itemRow.ts';

/** What the items at hand can be narrowed down by: what none of them can have is not offered. */
export interface Facets {
  strata: readonly string[];
  axes: readonly string[];
  verdicts: readonly VerdictFilter[];
  differs: readonly DifferFilter[];
  flaws: readonly FlawFilter[];
  hasCriteria: boolean;
  hasScores: boolean;
}

function sorted(names: Iterable<string>): string[] {
  return [...new Set(names)].filter((name) => name !== '').sort();
}

export function facetsOf(rows: readonly ItemRow[]): Facets {
  const results = rows.flatMap((row) => row.results);
  const marked = rows.flatMap(criteriaOf);
  const rubric = rows.flatMap((row) => row.rubric);
  const axes = [...marked, ...rubric].flatMap(({ axis }) => (axis === null ? [] : [axis]));
  const hasRight = results.some(({ values }) => typeof values['correct'] === 'number');
  const isJudged = results.some(({ values }) => (values['criteria'] ?? 0) > 0);
  const verdicts: VerdictFilter[] = [
    ...(hasRight ? (['right', 'wrong'] as const) : []),
    ...(marked.length > 0 ? (['met', 'not-met'] as const) : []),
    ...(isJudged ? (['unscored'] as const) : []),
  ];
  const differs: DifferFilter[] = [
    ...(rows.some((row) => row.results.length > 1) ? (['runs'] as const) : []),
    ...(results.some((result) => judgeDiffersFromGold(result) !== null) ? (['gold'] as const) : []),
  ];
  const flaws = results.some(({ isJudgeAlone }) => !isJudgeAlone)
    ? FLAW_FILTERS.filter(
        (flaw) => flaw !== 'truncated' || results.some(({ isTruncated }) => isTruncated !== null),
      )
    : [];
  return {
    strata: sorted(rows.map(({ stratum }) => stratum)),
    axes: sorted(axes),
    verdicts,
    differs,
    flaws,
    hasCriteria: marked.length > 0 || rubric.length > 0,
    hasScores: results.some((result) => scoreOf(result) !== null),
  };
}
