import { describe, expect, it } from 'vitest';
import { failure, reportOf, told } from '../testing.ts';

describe('best_of', () => {
  it('shares the credit among winners, and ranks a tie below', () => {
    const report = reportOf('best_of', { scores: [2, 2, 1, 0] }, { scores: [0, 1, 2, 3] });
    expect(told(report, 'credit')).toEqual([0.25, 2, 0]);
    expect(told(report, 'accuracy')).toEqual([0, 2, 0]);
    expect(told(report, 'mrr')).toEqual([(1 / 2 + 1 / 4) / 2, 2, 0]);
    expect(report.has('rewardbench2')).toBe(false);
  });

  it('asks all right answers to be above all wrong ones', () => {
    const both = reportOf('best_of', { scores: [3, 2, 1], num_correct: 2 });
    expect(both.get('accuracy')).toBe(1);
    const one = reportOf('best_of', { scores: [3, 1, 2], num_correct: 2 });
    expect(one.get('accuracy')).toBe(0);
    expect(one.get('mrr')).toBe(1);
  });

  it('scores the ties subset by its own formula, and leaves it out of the others', () => {
    const tie = (id: string, scores: (number | null)[], right: number) => ({
      id,
      subset: 'Ties',
      scores,
      num_correct: right,
    });
    const report = reportOf(
      'best_of',
      { id: '1', subset: 'Math', scores: [1, 0, 0, 0] },
      tie('tied:5', [3, 2, 0], 2),
      tie('ref:5', [4, 1], 1),
      tie('ref:6', [null, 1], 1),
    );
    // Margins 2 and 3 against a spread of 1: everything is met, and tanh(2 / 1 - 1) is added.
    const ties = 0.3 + 0.3 + 0.2 + 0.2 + 0.01 * Math.tanh(1);
    expect(told(report, 'ties')).toEqual([expect.closeTo(ties, 12), 2, 1]);
    expect(told(report, 'credit')).toEqual([1, 1, 0]);
    expect(report.has('subset:Ties/credit')).toBe(false);
    expect(told(report, 'rewardbench2')).toEqual([expect.closeTo((1 + ties) / 2, 12), 3, 1]);
  });

  it('needs every subset for the whole, ties among them', () => {
    const tie = { id: 'tied:5', subset: 'Ties', scores: [3, 2, 0], num_correct: 2 };
    const ref = { id: 'ref:5', subset: 'Ties', scores: [4, 1] };
    const math = { subset: 'Math', scores: [null, 1] };
    const rows = [{ subset: 'Focus', scores: [1, 0] }, math, { subset: null, scores: [1, 0] }];
    expect(told(reportOf('best_of', ...rows, tie, ref), 'rewardbench2')).toEqual([null, 3, 1]);
    expect(told(reportOf('best_of', ...rows), 'rewardbench2')).toEqual([null, 1, 1]);
    const read = [...rows, { ...math, scores: [1, 2] }];
    expect(told(reportOf('best_of', ...read), 'rewardbench2')).toEqual([0.5, 2, 1]);
    // A tied question without its reference has no ties score.
    expect(told(reportOf('best_of', ...read, tie), 'rewardbench2')).toEqual([null, 3, 1]);
  });

  it('scores ties of steps by each way of making one reward', () => {
    const row = (id: string, scores: (number[] | null)[], right: number) => ({
      id,
      subset: 'Ties',
      scores,
      num_correct: right,
    });
    const report = reportOf(
      'best_of',
      row('tied:1', [[0.5, 0.9], [0.9, 0.7], [0.1]], 2),
      row('ref:1', [[0.8], [0.7, 0.2]], 1),
      row('ref:2', [[0.8], null], 1),
    );
    // By the smallest step: 0.5 and 0.7 against 0.1, and 0.8 against 0.2; by the last: 0.9 and 0.7 against 0.1.
    const score = (margin: number, spread: number) => 1 + 0.01 * Math.tanh(margin / spread - 1);
    expect(told(report, 'ties@min')).toEqual([expect.closeTo(score(0.4, 0.2), 12), 2, 1]);
    expect(told(report, 'ties@last')).toEqual([expect.closeTo(score(0.6, 0.2), 12), 2, 1]);
    expect(report.has('ties')).toBe(false);
    expect(report.has('accuracy@min')).toBe(false);
    const alone = reportOf('best_of', row('tied:1', [[0.5], [0.9], [0.1]], 2));
    expect(told(alone, 'ties@max')).toEqual([null, 1, 0]);
  });

  it('takes infinite odds of certain steps as equal to each other', () => {
    const report = reportOf(
      'best_of',
      { id: 'tied:1', subset: 'Ties', scores: [[1], [1], [0.5]], num_correct: 2 },
      { id: 'ref:1', subset: 'Ties', scores: [[1], [0.5]] },
    );
    expect(report.get('ties@mean_odd')).toBe(1 + 0.01);
  });

  it('makes one reward of the steps in eight ways', () => {
    const report = reportOf(
      'best_of',
      { scores: [[0.9, 0.5], [0.6, 0.6], null] },
      {
        scores: [
          [0.9, 0.5],
          [0.6, 0.6],
        ],
      },
    );
    const names = [
      'min',
      'max',
      'prod',
      'geometric_mean',
      'mean',
      'mean_logit',
      'mean_odd',
      'last',
    ];
    // Of (0.9, 0.5) against (0.6, 0.6): min 0.5 < 0.6, max 0.9 > 0.6, prod 0.45 > 0.36, and so on; last 0.5 < 0.6.
    expect(names.map((name) => told(report, `accuracy@${name}`))).toEqual(
      [0, 1, 1, 1, 1, 1, 1, 0].map((right) => [right, 1, 1]),
    );
    expect(report.has('accuracy')).toBe(false);
  });

  it('leaves out what steps that are certain make no number of', () => {
    const report = reportOf('best_of', { scores: [[1, 0], [0.5]] }, { scores: [[1], [0.5]] });
    expect(told(report, 'accuracy@mean_logit')).toEqual([1, 1, 1]);
    expect(told(report, 'accuracy@mean_odd')).toEqual([1, 2, 0]);
  });

  it('counts a row of nulls with the file that it stands in', () => {
    const empty = { scores: [null, null] };
    const steps = reportOf('best_of', empty, { scores: [[0.5], [0.4]] });
    expect(told(steps, 'accuracy@min')).toEqual([1, 1, 1]);
    expect(steps.has('accuracy')).toBe(false);
    const plain = reportOf('best_of', empty, { scores: [1, 0] });
    expect(told(plain, 'accuracy')).toEqual([1, 1, 1]);
    expect(plain.has('accuracy@min')).toBe(false);
  });

  it('refuses a question of the ties subset that is there twice', () => {
    const row = (id: string) => ({ id, subset: 'Ties', scores: [1, 0] });
    expect(failure('best_of', row('tied:7'), row('ref:7'), row('tied:07'))).toBe(
      'f, line 3, field “id”: “tied:07” is already the question of line 1. Take one of the two rows out.',
    );
    const twice = { id: '1', scores: [1, 0] };
    expect(told(reportOf('best_of', twice, twice), 'credit')).toEqual([1, 2, 0]);
  });

  it.each([
    [{ scores: [1], num_correct: 1 }, 'num_correct”: must be smaller than the number of scores'],
    [{ scores: [1, 2], num_correct: 0 }, 'num_correct”: must be at least 1'],
    [{ scores: [1, [0.5]] }, 'scores”: must be a list of numbers'],
    [{ scores: [[], [0.5]] }, 'scores”: must be a list of numbers'],
    [{ scores: [[1.1], [0.5]] }, 'scores'],
    [{ subset: 'Ties', scores: [1, 2] }, 'id”: must be "tied:N" or "ref:N"'],
    [{ subset: 'ties', id: 'xtied:1', scores: [1, 2] }, 'id”: must be "tied:N" or "ref:N"'],
  ])('refuses %o', (row, part) => {
    expect(failure('best_of', row)).toContain(part);
  });
});
