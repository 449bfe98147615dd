import { describe, expect, it } from 'vitest';
import { failure, reportOf, told } from '../testing.ts';

describe('labels', () => {
  it('gives micro and macro rates', () => {
    const report = reportOf(
      'labels',
      { gold: ['a', 'b'], predicted: ['a'] },
      { gold: ['a'], predicted: ['a', 'c'] },
      { gold: ['b'], predicted: ['b'] },
      { gold: [], predicted: [] },
      { gold: ['b'], predicted: null },
      { gold: ['b'] },
    );
    expect(told(report, 'micro_f1')).toEqual([0.75, 4, 2]);
    expect(told(report, 'micro_precision')).toEqual([0.75, 4, 2]);
    expect(told(report, 'macro_f1')).toEqual([expect.closeTo((1 + 2 / 3 + 0) / 3, 12), 4, 2]);
    expect(told(report, 'exact_match')).toEqual([0.5, 4, 2]);
    expect(told(report, 'label:b/recall')).toEqual([0.5, 4, 2]);
    expect(report.get('label:c/precision')).toBe(0);
    expect(report.get('label:c/recall')).toBeNull();
    expect(report.has('kappa')).toBe(false);
  });

  it('is not exact where one set holds the other, or another of the same size', () => {
    const exact = (gold: string[], predicted: string[]) =>
      reportOf('labels', { gold, predicted }).get('exact_match');
    expect(exact(['a'], ['a', 'b'])).toBe(0);
    expect(exact(['a', 'b'], ['a'])).toBe(0);
    expect(exact(['a'], ['b'])).toBe(0);
    expect(exact(['a', 'b'], ['b', 'a'])).toBe(1);
  });

  it('compares two annotators', () => {
    const report = reportOf(
      'labels',
      ...[
        ['x', 'x'],
        ['x', 'y'],
        ['y', 'y'],
        ['y', 'y'],
      ].map((annotators) => ({ annotators })),
      { annotators: ['x', null] },
      { annotators: [null, 'x'] },
    );
    // 3 of 4 agree; by chance 2/4 · 1/4 + 2/4 · 3/4 = 1/2.
    expect(told(report, 'kappa')).toEqual([0.5, 4, 2]);
    expect(told(report, 'agreement')).toEqual([0.75, 4, 2]);
    expect(report.has('micro_f1')).toBe(false);
  });

  it('compares typed spans by both rules', () => {
    const span = (start: number, end: number, type: string) => ({ start, end, type });
    const report = reportOf(
      'labels',
      {
        gold_spans: [span(0, 4, 'drug'), span(10, 14, 'lab'), span(20, 24, 'drug')],
        predicted_spans: [
          span(0, 4, 'drug'),
          span(10, 13, 'lab'),
          span(20, 24, 'lab'),
          span(30, 31, 'x'),
        ],
      },
      { gold_spans: [span(0, 1, 'drug')], predicted_spans: null },
      { gold_spans: [span(0, 1, 'drug')] },
      { gold_spans: [], predicted_spans: [] },
    );
    expect(told(report, 'span_strict_precision')).toEqual([0.25, 2, 2]);
    expect(told(report, 'span_strict_recall')).toEqual([1 / 3, 2, 2]);
    expect(told(report, 'span_strict_f1')).toEqual([2 / 7, 2, 2]);
    expect(told(report, 'span_type_precision')).toEqual([0.5, 2, 2]);
    expect(told(report, 'span_type_recall')).toEqual([2 / 3, 2, 2]);
    expect(told(report, 'span_type_f1')).toEqual([4 / 7, 2, 2]);
  });

  it.each([
    [{}, 'has nothing to score'],
    [{ predicted: ['a'] }, 'has nothing to score'],
    [{ gold: ['a', 'a'] }, 'gold”: must not hold an entry twice'],
    [{ annotators: ['a'] }, 'annotators.1”: is missing'],
    [
      { annotators: ['a', 'a', 'b'] },
      'f, line 1, field “annotators.2”: must be the labels of two annotators',
    ],
    [{ gold_spans: [{ start: 3, end: 3, type: 'a' }] }, 'gold_spans.0.end”: must lie behind start'],
    [{ gold_spans: new Array(2001).fill({ start: 0, end: 1, type: 'a' }) }, 'at most 2000 spans'],
  ])('refuses %o', (row, part) => {
    expect(failure('labels', row)).toContain(part);
  });
});
