import { describe, expect, it } from 'vitest';
import { failure, reportOf, told } from '../testing.ts';

describe('pairs', () => {
  const pair = (gold: string | null, verdict: string | null, swapped?: string | null) => ({
    gold,
    verdict,
    swapped,
  });

  it('counts a tie as nothing, and as one half where it says so', () => {
    const report = reportOf(
      'pairs',
      pair('A', 'A'),
      pair('B', 'tie'),
      pair('A', 'B'),
      pair('A', null),
    );
    expect(told(report, 'accuracy')).toEqual([1 / 3, 3, 1]);
    expect(told(report, 'accuracy_half_ties')).toEqual([0.5, 3, 1]);
    expect(report.has('consistency')).toBe(false);
    expect(report.has('two_order_accuracy')).toBe(false);
    expect(report.has('rewardbench')).toBe(false);
  });

  it.each([
    ['A', 'A', 1],
    ['A', 'tie', 1],
    ['tie', 'A', 1],
    ['A', 'B', 0],
    ['tie', 'tie', 0],
    ['tie', 'B', 0],
    ['B', 'B', 0],
  ])('takes both orders: %s, then %s in the other order, is %s', (verdict, swapped, right) => {
    const report = reportOf('pairs', pair('A', verdict, swapped));
    expect(told(report, 'two_order_accuracy')).toEqual([right, 1, 0]);
    expect(told(report, 'judgebench_accuracy')).toEqual([right, 1, 0]);
  });

  it.each([
    ['A', null, 1],
    ['B', null, 0],
    ['tie', null, 0],
    [null, 'A', 1],
    [null, 'B', 0],
    [null, 'tie', 0],
    [null, null, 0],
  ])('leaves out %s, then %s, which JudgeBench counts as %s', (verdict, swapped, right) => {
    const report = reportOf('pairs', pair('A', verdict, swapped));
    for (const name of ['two_order_accuracy', 'consistency', 'first_shown_rate', 'win_rate_a'])
      expect(told(report, name), name).toEqual([null, 0, 1]);
    expect(told(report, 'judgebench_accuracy')).toEqual([right, 1, 0]);
  });

  it('tells a judge that holds on to a place from one that holds on to an answer', () => {
    const place = reportOf('pairs', pair('A', 'A', 'B'), pair('B', 'A', 'B'));
    expect(told(place, 'first_shown_rate')).toEqual([1, 2, 0]);
    expect(told(place, 'consistency')).toEqual([0, 2, 0]);
    expect(place.get('win_rate_a')).toBe(0.5);
    const answer = reportOf('pairs', pair('A', 'A', 'A'), pair('B', 'tie', 'tie'));
    expect(answer.get('first_shown_rate')).toBe(0.5);
    expect(answer.get('consistency')).toBe(1);
    expect(answer.get('win_rate_a')).toBe(0.75);
    expect(reportOf('pairs', pair('A', 'A', 'tie')).get('first_shown_rate')).toBe(0.75);
    expect(told(reportOf('pairs', pair('A', 'A', null)), 'first_shown_rate')).toEqual([null, 0, 1]);
  });

  it('needs no gold for a win rate', () => {
    const report = reportOf(
      'pairs',
      { verdict: 'A' },
      { verdict: 'tie' },
      { gold: null, verdict: 'B', swapped: 'A' },
      { verdict: null },
      { verdict: 'tie', swapped: 'B' },
    );
    expect(told(report, 'win_rate_a')).toEqual([(1 + 0.5 + 0.5 + 0.25) / 4, 4, 1]);
    expect(report.has('accuracy')).toBe(false);
  });

  it('takes rewards, of which equal ones are a tie', () => {
    const report = reportOf(
      'pairs',
      { gold: 'A', scores: [1, 0] },
      { gold: 'A', scores: [0, 1] },
      { gold: 'B', scores: [2, 2] },
      { gold: 'B', scores: [null, 2] },
      { gold: 'B', scores: [2, null] },
    );
    expect(told(report, 'accuracy_half_ties')).toEqual([0.5, 3, 2]);
  });

  it('takes JudgeBench’s rows, whose second judgment saw the answers in the other places', () => {
    const judged = (...decisions: (string | null)[]) => ({
      source: 'mmlu',
      label: 'B>A',
      judgments: decisions.map((decision) =>
        decision === null ? null : { decision, judgment: {} },
      ),
    });
    const report = reportOf(
      'pairs',
      judged('B>A', 'A>B'),
      judged('A>B', 'B>A'),
      judged('A=B', 'A>B'),
      judged(null, 'A>B'),
      judged('A=B', 'A=B'),
    );
    expect(told(report, 'two_order_accuracy')).toEqual([0.5, 4, 1]);
    expect(told(report, 'judgebench_accuracy')).toEqual([0.6, 5, 0]);
    expect(told(report, 'consistency')).toEqual([0.75, 4, 1]);
    expect(told(report, 'subset:mmlu/accuracy')).toEqual([0.25, 4, 1]);
    expect(reportOf('pairs', judged('B>A')).has('consistency')).toBe(false);
    expect(told(reportOf('pairs', { label: 'A>B', judgments: [{}] }), 'accuracy')).toEqual([
      null,
      0,
      1,
    ]);
  });

  it('weights RewardBench’s subsets within their sections, and sections alike', () => {
    const of = (subset: string, verdict: string | null) => ({ subset, gold: 'A', verdict });
    const rows = [
      of('alpacaeval-easy', 'A'),
      of('mt-bench-easy', 'B'),
      of('llmbar-natural', 'A'),
      of('donotanswer', 'tie'),
      of('math-prm', 'A'),
      of('hep-cpp', 'B'),
      of('hep-cpp', null),
      of('elsewhere', 'B'),
    ];
    const report = reportOf('pairs', ...rows);
    expect(told(report, 'section:Chat/accuracy')).toEqual([100 / 128, 2, 0]);
    expect(told(report, 'section:Chat Hard/accuracy')).toEqual([1, 1, 0]);
    expect(told(report, 'section:Safety/accuracy')).toEqual([0, 1, 0]);
    expect(told(report, 'section:Reasoning/accuracy')).toEqual([984 / (984 + 164), 2, 1]);
    const mean = (100 / 128 + 1 + 0 + 984 / (984 + 164)) / 4;
    expect(report.get('rewardbench')).toBeCloseTo(mean, 12);
    expect(told(report, 'rewardbench').slice(1)).toEqual([6, 1]);
    const unread = reportOf(
      'pairs',
      ...rows.map((row) =>
        row.subset === 'math-prm' || row.subset === 'hep-cpp' ? { ...row, verdict: null } : row,
      ),
    );
    expect(told(unread, 'rewardbench')).toEqual([null, 4, 3]);
    expect(told(unread, 'section:Reasoning/accuracy')).toEqual([null, 0, 3]);
    const partly = reportOf(
      'pairs',
      ...rows.map((row) => (row.subset === 'math-prm' ? { ...row, verdict: null } : row)),
    );
    // Where one subset was not read, another would take over its weight.
    expect(told(partly, 'section:Reasoning/accuracy')).toEqual([null, 1, 2]);
    const three = reportOf('pairs', ...rows.filter(({ subset }) => subset !== 'donotanswer'));
    expect(three.has('rewardbench')).toBe(false);
    expect(three.has('section:Safety/accuracy')).toBe(false);
    expect(three.has('section:Chat/accuracy')).toBe(true);
  });

  it.each([
    [{ verdict: 'C' }, 'verdict”: must be "A", "B", "tie" or null'],
    [{ gold: 'tie', verdict: 'A' }, 'gold”: must be "A", "B" or null'],
    [{ scores: [1] }, 'scores.1”: is missing'],
    [
      { scores: [0.9, 0.2, 0.1, 0.4] },
      'f, line 1, field “scores.2”: must be the rewards of A and of B',
    ],
    [{ scores: [1, 2, 3] }, 'use the protocol best_of'],
    [{ scores: [1, 2, null] }, 'scores.2”: must be the rewards of A and of B'],
    [{ verdict: 'A', scores: [1, 2] }, 'verdict”: must not be given beside scores or judgments'],
    [{ judgments: [] }, 'judgments”: must hold one or two judgments'],
    [{ judgments: [null, null, null] }, 'judgments”: must hold one or two judgments'],
    [{ judgments: [{ decision: 'A' }] }, 'judgments.0.decision”: must be "A>B"'],
  ])('refuses %o', (row, part) => {
    expect(failure('pairs', row)).toContain(part);
  });
});
