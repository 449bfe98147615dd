import { describe, expect, it } from 'vitest';
import type { CriterionVerdict } from '../protocols/itemScore.ts';
import { judgeDiffersFromGold, runsDisagree, spreadOf } from './disagreement.ts';
import { filterRows, NO_FILTERS, sortRows, type ItemFilters } from './itemFilters.ts';
import { scoreOf, type ItemResult, type ItemRow } from './itemRow.ts';
import { readFilters, readScore, readSort } from './readFilters.ts';
import { itemsRoute } from '../share/itemsRoute.ts';

function criterion(text: string, verdict: CriterionVerdict['verdict'], axis = 'accuracy') {
  return { id: text, text, points: 1, verdict, probability: null, note: null, axis };
}

function result(values: ItemResult['values'], part: Partial<ItemResult> = {}): ItemResult {
  return {
    runId: 'a',
    values,
    detail: null,
    replies: [],
    calls: [],
    isTruncated: null,
    isJudgeAlone: false,
    ...part,
  };
}

function withMarks(...criteria: CriterionVerdict[]): ItemResult {
  return result({}, { detail: { answer: '', readable: true, criteria, evidence: null } });
}

function row(itemId: string, results: ItemResult[], part: Partial<ItemRow> = {}): ItemRow {
  const unitKey = `${itemId}#1`;
  return {
    key: `p/${unitKey}`,
    packId: 'p',
    unitKey,
    itemId,
    stratum: 's',
    title: itemId,
    rubric: [],
    results,
    ...part,
  };
}

const rows: readonly ItemRow[] = [
  row('right', [result({ correct: 1, unreadable: 0 })]),
  row('wrong', [result({ correct: 0, unreadable: 1 })], { stratum: 't' }),
  row('marked', [
    withMarks(criterion('Names the drug.', 'met'), criterion('Asks for age.', 'not-met', 'tone')),
  ]),
  row('unscored', [result({ unscored: 2, score: 0.4 }, { isTruncated: true })]),
  row('asked', [], { rubric: [{ text: 'Names the dose', axis: 'tone' }] }),
  row('both', [result({ score: 0.9 }), result({ score: 0.1 }, { runId: 'b' })]),
];

function ids(filters: Partial<ItemFilters>): string[] {
  return filterRows(rows, { ...NO_FILTERS, ...filters }).map(({ itemId }) => itemId);
}

describe('filters', () => {
  it.each<[Partial<ItemFilters>, string[]]>([
    [{}, rows.map(({ itemId }) => itemId)],
    [{ verdict: 'right' }, ['right']],
    [{ verdict: 'wrong' }, ['wrong']],
    [{ verdict: 'met' }, ['marked']],
    [{ verdict: 'unscored' }, ['unscored']],
    [{ verdict: 'unscored', criterion: 'drug' }, []],
    [{ stratum: 't' }, ['wrong']],
    [{ axis: 'tone' }, ['marked', 'asked']],
    [{ axis: 'tone', verdict: 'met' }, []],
    [{ axis: 'tone', verdict: 'not-met' }, ['marked']],
    [{ criterion: 'names THE' }, ['marked', 'asked']],
    [{ criterion: 'the drug' }, ['marked']],
    [{ criterion: 'drug the' }, []],
    [{ least: 0.5 }, ['right', 'both']],
    [{ most: 0.1 }, ['wrong', 'both']],
    [{ least: 0.4, most: 0.4 }, ['unscored']],
    [{ flaw: 'unreadable' }, ['wrong']],
    [{ flaw: 'truncated' }, ['unscored']],
    [{ differ: 'runs' }, ['both']],
  ])('%j', (filters, expected) => {
    expect(ids(filters)).toEqual(expected);
  });
});

describe('disagreement', () => {
  it('of runs is of verdicts before it is of scores', () => {
    const right = { correct: 1, judgeScore: 1 };
    expect(runsDisagree([result(right), result({ correct: 0 })])).toBe(true);
    expect(runsDisagree([result(right), result({ correct: 1, judgeScore: 0 })])).toBe(false);
    expect(runsDisagree([result({ score: 0.5 }), result({ score: 0.75 })])).toBe(false);
    expect(runsDisagree([result({ score: 0.5 }), result({ score: 0.76 })])).toBe(true);
    const [met, not, un] = (['met', 'not-met', 'unscored'] as const).map((verdict) =>
      withMarks(criterion('c', verdict)),
    );
    expect(met && not && runsDisagree([met, not])).toBe(true);
    expect(met && un && runsDisagree([met, un])).toBe(false);
    expect(runsDisagree([result(right)])).toBe(false);
  });

  it('of a judge and the pack needs both to have said something', () => {
    expect(judgeDiffersFromGold(result({ judgeSays: 1, label: 0 }))).toBe(true);
    expect(judgeDiffersFromGold(result({ judgeSays: 1, label: 1 }))).toBe(false);
    expect(judgeDiffersFromGold(result({ judgeSays: null, label: 1 }))).toBeNull();
    expect(judgeDiffersFromGold(result({ judged: 0, right: 1 }))).toBe(true);
    expect(judgeDiffersFromGold(result({ 'tone:fp': 0, 'tone:fn': 1 }))).toBe(true);
    expect(judgeDiffersFromGold(result({ 'tone:fp': 0, 'tone:fn': 0 }))).toBe(false);
    expect(judgeDiffersFromGold(result({ 'tone:fp': null, 'tone:fn': null }))).toBeNull();
    expect(judgeDiffersFromGold(result({ correct: 0 }))).toBeNull();
    expect(judgeDiffersFromGold(result({ correct: 0 }, { isJudgeAlone: true }))).toBe(true);
  });

  it('measures how far scores lie apart', () => {
    expect(spreadOf([result({ score: 0.25 }), result({}), result({ score: 1 })])).toBe(0.75);
    expect(spreadOf([result({ score: 1 })])).toBe(0);
  });
});

describe('orders', () => {
  const order = (sort: Parameters<typeof sortRows>[1]): string[] =>
    sortRows(rows, sort).map(({ itemId }) => itemId);

  it('put what has no score last, either way round', () => {
    expect(order('score')).toEqual(['wrong', 'unscored', 'both', 'right', 'marked', 'asked']);
    expect(order('-score')).toEqual(['right', 'both', 'unscored', 'wrong', 'marked', 'asked']);
    expect(order('apart')[0]).toBe('both');
    expect(order('id')[0]).toBe('asked');
    expect(order('relevance')).toEqual(rows.map(({ itemId }) => itemId));
  });
});

describe('an address', () => {
  it('that says what no filter knows filters nothing', () => {
    const route = itemsRoute({
      verdict: 'maybe',
      differ: '',
      flaw: 'x',
      least: 'low',
      most: ' ',
      sort: 'best',
      criterion: '  ',
    });
    expect(readFilters(route)).toEqual(NO_FILTERS);
    expect(readSort(route)).toBe('relevance');
  });

  it('has scores as readers write them', () => {
    expect(['0.5', '−1', ' 0,25 ', 'a', '', null].map(readScore)).toEqual([
      0.5,
      -1,
      0.25,
      null,
      null,
      null,
    ]);
  });

  it('shows the score that a judge gave before right and wrong', () => {
    expect(scoreOf(result({ judgeScore: 0.5, correct: 1 }))).toBe(0.5);
    expect(scoreOf(result({ correct: 0 }))).toBe(0);
    expect(scoreOf(result({}))).toBeNull();
  });
});
