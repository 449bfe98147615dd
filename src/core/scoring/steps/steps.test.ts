import { describe, expect, it } from 'vitest';
import { failure, reportOf, told } from '../testing.ts';

describe('steps', () => {
  const solved = (gold: number, predicted: number | null, subset?: string) => ({
    gold,
    predicted,
    subset,
  });

  it('gives ProcessBench’s F1', () => {
    const rows = [
      ...[0, 1, 2, 3, 4].map((gold) => solved(gold, gold < 2 ? gold : -1)),
      ...[-1, -1, -1, -1, 3].map((predicted) => solved(-1, predicted)),
    ];
    const report = reportOf('steps', ...rows, solved(2, null));
    expect(told(report, 'accuracy_error')).toEqual([0.4, 5, 1]);
    expect(told(report, 'accuracy_correct')).toEqual([0.8, 5, 0]);
    expect(told(report, 'process_f1')).toEqual([expect.closeTo(0.5333333333333333, 12), 10, 1]);
  });

  it('averages the F1 of the splits, rows without one being a split', () => {
    const report = reportOf(
      'steps',
      ...[solved(1, 1, 'a'), solved(-1, -1, 'a')],
      ...[solved(1, 0, 'b'), solved(-1, -1, 'b')],
      ...[solved(1, 1), solved(-1, -1), solved(2, 0)],
    );
    expect(report.get('subset:a/process_f1')).toBe(1);
    expect(report.get('subset:b/process_f1')).toBe(0);
    expect(report.get('process_f1')).toBeCloseTo((1 + 0 + 2 / 3) / 3, 12);
    // A split that is wholly unread is not left out of the mean; rows that ask nothing are no split.
    const rows = [solved(1, 1, 'a'), solved(-1, -1, 'a'), { answer_correct: true }];
    expect(told(reportOf('steps', ...rows), 'process_f1')).toEqual([1, 2, 0]);
    const unread = reportOf('steps', ...rows, solved(1, null, 'b'), solved(-1, null, 'b'));
    expect(told(unread, 'process_f1')).toEqual([null, 2, 2]);
    expect(told(unread, 'subset:a/process_f1')).toEqual([1, 2, 0]);
    expect(told(unread, 'subset:b/process_f1')).toEqual([null, 0, 2]);
  });

  it('takes the first step below the threshold for the predicted one', () => {
    const exact = (row: Record<string, unknown>) => reportOf('steps', row).get('accuracy_error');
    expect(exact({ gold: 1, scores: [0.5, 0.49, 0.1] })).toBe(1);
    expect(exact({ gold: 0, scores: [0.5, 0.49], threshold: 0.6 })).toBe(1);
    expect(exact({ gold: 0, scores: [0.2], predicted: 3 })).toBe(0);
    // A prediction that could not be read is not made up from the scores.
    const unread = reportOf('steps', { gold: 2, predicted: null, scores: [0.1, 0.9] });
    expect(told(unread, 'accuracy_error')).toEqual([null, 0, 1]);
    expect(told(unread, 'process_f1')).toEqual([null, 0, 1]);
    expect(reportOf('steps', { gold: -1, scores: [0.5, 0.9] }).get('accuracy_correct')).toBe(1);
    for (const scores of [[0.9, null], [], null]) {
      expect(told(reportOf('steps', { gold: 0, scores }), 'accuracy_error')).toEqual([null, 0, 1]);
    }
  });

  it('gives the shares of labelled steps, without what nobody could read', () => {
    const step = (label: string | null, correct?: boolean | null) => ({ label, correct });
    const report = reportOf(
      'steps',
      {
        steps: [
          step('Reasoning', true),
          step('Reasoning', false),
          step('Citation'),
          step('Repetition', null),
          step(null),
        ],
        gold_hit: [true, true, false, null],
        answer_correct: true,
      },
      { steps: [step('Redundancy')], gold_hit: [null], answer_correct: null },
    );
    expect(told(report, 'efficiency')).toEqual([0.25, 2, 0]);
    expect(told(report, 'factuality')).toEqual([0.5, 1, 0]);
    expect(told(report, 'completeness')).toEqual([2 / 3, 1, 1]);
    expect(told(report, 'answer_accuracy')).toEqual([1, 1, 1]);
    expect(report.get('n_unscored_steps')).toBe(3);
    expect(report.has('process_f1')).toBe(false);
    const silent = reportOf('steps', { steps: [step('Reasoning', null)] });
    expect(told(silent, 'factuality')).toEqual([null, 0, 1]);
    expect(silent.get('n_unscored_steps')).toBe(1);
  });

  it('chooses the best solution of a question by its smallest or its last step', () => {
    const solution = (question: string, scores: (number | null)[], right: boolean | null) => ({
      question,
      scores,
      answer_correct: right,
    });
    const report = reportOf(
      'steps',
      ...[solution('q', [0.9, 0.4, 0.9], false), solution('q', [0.5, 0.6], true)],
      ...[solution('r', [0.5], true), solution('r', [0.5], false)],
      ...[solution('s', [null], true), solution('s', [0.5], true)],
      ...[solution('t', [0.5], null), solution('t', [0.4], true)],
    );
    expect(told(report, 'best_of_n@min')).toEqual([1, 2, 2]);
    expect(told(report, 'best_of_n@last')).toEqual([0.5, 2, 2]);
    expect(report.has('best_of_n@max')).toBe(false);
  });

  it.each([
    [{}, 'has nothing to score'],
    [{ predicted: 1 }, 'has nothing to score'],
    [{ gold: -2 }, 'gold”: must be at least -1'],
    [{ gold: 1, predicted: 0.5 }, 'predicted”: must be a whole number'],
    [{ steps: [{ label: 'Other' }] }, 'steps.0.label”: must be one of Reasoning, Citation'],
    [{ gold: 1, threshold: 2 }, 'threshold”: must be between 0 and 1'],
  ])('refuses %o', (row, part) => {
    expect(failure('steps', row)).toContain(part);
  });
});
