import { describe, expect, it } from 'vitest';
import { failure, reportOf, told } from '../testing.ts';
import { reportedKs } from './score.ts';

describe('samples', () => {
  it('estimates pass@k from counts and from verdicts, each k over the questions that have as many answers', () => {
    const report = reportOf(
      'samples',
      { id: 'a', n: 4, c: 2 },
      { id: 'b', correct: [true, false, false] },
      { id: 'c', n: 1, c: 0 },
    );
    expect(told(report, 'pass@1')).toEqual([expect.closeTo((1 / 2 + 1 / 3 + 0) / 3, 12), 3, 0]);
    // 1 - (2/4)(1/3) and 1 - (2/3)(1/2).
    expect(told(report, 'pass@2')).toEqual([expect.closeTo((5 / 6 + 2 / 3) / 2, 12), 2, 0]);
    expect(told(report, 'pass@3')).toEqual([1, 2, 0]);
    expect(told(report, 'pass@4')).toEqual([1, 1, 0]);
    expect(report.has('pass@5')).toBe(false);
    expect(report.get('pass@4:low')).toBeNull();
    expect(report.get('n_unscored_samples')).toBe(0);
  });

  it('leaves answers without a verdict out, and counts them', () => {
    const report = reportOf(
      'samples',
      { correct: [true, null, false, null] },
      { correct: [null] },
      { n: 2, c: 0 },
    );
    expect(told(report, 'pass@1')).toEqual([0.25, 2, 1]);
    expect(told(report, 'pass@2')).toEqual([0.5, 2, 0]);
    expect(told(report, 'pass@3')).toEqual([null, 0, 1]);
    expect(told(report, 'pass@4')).toEqual([null, 0, 1]);
    expect(report.get('n_unscored_samples')).toBe(3);
  });

  it('draws clusters together', () => {
    const row = (cluster: string, c: number) => ({ cluster, n: 2, c });
    const apart = reportOf('samples', row('a', 0), row('a', 2), row('b', 2), row('b', 0));
    expect([apart.get('pass@1:low'), apart.get('pass@1:high')]).toEqual([0.5, 0.5]);
    const alike = reportOf('samples', row('a', 0), row('a', 0), row('b', 2), row('b', 2));
    expect([alike.get('pass@1:low'), alike.get('pass@1:high')]).toEqual([0, 1]);
  });

  it('reports each k up to ten, then round ones, and the most answers', () => {
    expect(reportedKs(1)).toEqual([1]);
    expect(reportedKs(3)).toEqual([1, 2, 3]);
    expect(reportedKs(10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(reportedKs(64).slice(10)).toEqual([20, 50, 64]);
    expect(reportedKs(1000).slice(10)).toEqual([20, 50, 100, 200, 500, 1000]);
  });

  it.each([
    [{}, 'needs either correct'],
    [{ n: 3 }, 'needs either correct'],
    [{ c: 3 }, 'needs either correct'],
    [{ n: 3, c: 1, correct: [true] }, 'needs either correct'],
    [{ n: 3, correct: [true] }, 'has n or c beside correct'],
    [{ c: 1, correct: [true] }, 'has n or c beside correct'],
    [{ n: 2, c: 3 }, 'c”: must be at most n'],
    [{ n: 0, c: 0 }, 'n”: must be at least 1'],
    [{ n: 2, c: -1 }, 'c”: must be at least 0'],
    [{ n: 10_001, c: 0 }, 'n”: must be at most 10000'],
    [{ n: 2.5, c: 1 }, 'n”: must be a whole number'],
    [{ n: '2', c: 1 }, 'n”: must be a number'],
    [{ n: null, c: 1 }, 'n”: must be a number'],
    [{ correct: [] }, 'correct”: must not be empty'],
    [{ correct: [1] }, 'correct.0”: must be true, false or null'],
    [{ correct: 'yes' }, 'correct”: must be a list'],
    [{ correct: new Array(10_001).fill(true) }, 'at most 10000 entries'],
  ])('refuses %o', (row, part) => {
    expect(failure('samples', row)).toContain(part);
  });
});
