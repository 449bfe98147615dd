import { judgeDiffersFromGold, runsDisagree, spreadOf } from './disagreement.ts';
import { foldText } from './fold.ts';
import { criteriaOf, scoreOf, type ItemResult, type ItemRow } from './itemRow.ts';

export const VERDICT_FILTERS = ['right', 'wrong', 'met', 'not-met', 'unscored'] as const;
export type VerdictFilter = (typeof VERDICT_FILTERS)[number];
export const DIFFER_FILTERS = ['runs', 'gold'] as const;
export type DifferFilter = (typeof DIFFER_FILTERS)[number];
export const FLAW_FILTERS = ['unreadable', 'truncated'] as const;
export type FlawFilter = (typeof FLAW_FILTERS)[number];
export const ITEM_SORTS = ['relevance', 'id', 'score', '-score', 'apart'] as const;
export type ItemSort = (typeof ITEM_SORTS)[number];

/** What a reader narrows the items down by; null asks nothing. */
export interface ItemFilters {
  /** Words that stand in a criterion, side by side. */
  criterion: string | null;
  /** Axis of a criterion. */
  axis: string | null;
  stratum: string | null;
  verdict: VerdictFilter | null;
  /** Least and most score, both in. */
  least: number | null;
  most: number | null;
  differ: DifferFilter | null;
  flaw: FlawFilter | null;
}

export const NO_FILTERS: ItemFilters = {
  criterion: null,
  axis: null,
  stratum: null,
  verdict: null,
  least: null,
  most: null,
  differ: null,
  flaw: null,
};

/** Whether any filter asks for something. */
export function isFiltered(filters: ItemFilters): boolean {
  return Object.values(filters).some((value) => value !== null);
}

type Test = (row: ItemRow) => boolean;

/**
 * A criterion of the wanted words and axis; with a verdict of a criterion, one that was marked so. An item that was played
 * has the criteria that were marked on it, one that was not those of its rubric.
 */
function criterionTest({ criterion, axis, verdict }: ItemFilters): Test | null {
  const wanted = verdict === 'met' || verdict === 'not-met' || verdict === 'unscored';
  if (criterion === null && axis === null && !wanted) return null;
  const sought = criterion === null ? ' ' : foldText(criterion).trimEnd();
  const fits = (one: { text: string; axis: string | null }): boolean =>
    (axis === null || one.axis === axis) && (sought === '' || foldText(one.text).includes(sought));
  return (row) => {
    const marked = criteriaOf(row).filter(fits);
    if (wanted && marked.some((one) => one.verdict === verdict)) return true;
    if (wanted) {
      // A result whose texts are elsewhere still says how many criteria were unscored.
      const counts = row.results.some(({ values }) => (values['unscored'] ?? 0) > 0);
      return verdict === 'unscored' && criterion === null && axis === null && counts;
    }
    return marked.length > 0 || row.rubric.some(fits);
  };
}

function anyResult(test: (result: ItemResult) => boolean): Test {
  return ({ results }) => results.some(test);
}

function scoreTest({ least, most }: ItemFilters): Test | null {
  if (least === null && most === null) return null;
  return anyResult((result) => {
    const score = scoreOf(result);
    return score !== null && score >= (least ?? -Infinity) && score <= (most ?? Infinity);
  });
}

function flawTest(flaw: FlawFilter | null): Test | null {
  if (flaw === null) return null;
  return anyResult(({ values, detail, isTruncated }) =>
    flaw === 'truncated'
      ? isTruncated === true
      : (values['unreadable'] ?? 0) > 0 || detail?.readable === false,
  );
}

function testsOf(filters: ItemFilters): Test[] {
  const { stratum, verdict, differ } = filters;
  const tests: (Test | null)[] = [
    stratum === null ? null : (row) => row.stratum === stratum,
    criterionTest(filters),
    verdict === 'right' || verdict === 'wrong'
      ? anyResult(({ values }) => values['correct'] === Number(verdict === 'right'))
      : null,
    scoreTest(filters),
    differ === 'runs' ? ({ results }) => runsDisagree(results) : null,
    differ === 'gold' ? anyResult((result) => judgeDiffersFromGold(result) === true) : null,
    flawTest(filters.flaw),
  ];
  return tests.filter((test) => test !== null);
}

/** Mean score of a row's results; null where none has one. */
function meanScore({ results }: ItemRow): number | null {
  const scores = results.map(scoreOf).filter((score) => score !== null);
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** Rows by a number, those without one last; equal ones keep their order. */
function byNumber(rows: readonly ItemRow[], numberOf: (row: ItemRow) => number | null): ItemRow[] {
  return rows
    .map((row) => ({ row, at: numberOf(row) ?? Infinity }))
    .sort((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .map(({ row }) => row);
}

/** Rows in the wanted order; `relevance` leaves them as the search gave them. */
export function sortRows(rows: readonly ItemRow[], sort: ItemSort): readonly ItemRow[] {
  switch (sort) {
    case 'relevance':
      return rows;
    case 'id':
      return [...rows].sort((a, b) => (a.key < b.key ? -1 : 1));
    case 'score':
      return byNumber(rows, meanScore);
    case '-score':
      return byNumber(rows, (row) => {
        const score = meanScore(row);
        return score === null ? null : -score;
      });
    case 'apart':
      return byNumber(rows, ({ results }) => -spreadOf(results));
  }
}

/** The rows that pass every filter, in the order they came. */
export function filterRows(rows: readonly ItemRow[], filters: ItemFilters): readonly ItemRow[] {
  const tests = testsOf(filters);
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
}
