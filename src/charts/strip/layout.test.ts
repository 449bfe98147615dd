import { describe, expect, it } from 'vitest';
import { layoutStrip, quantileDots, stripTable } from './layout.ts';

function data(values: readonly number[]) {
  return {
    rows: [
      {
        id: 'a',
        label: 'a',
        values,
        interval: { estimate: 0.5, low: 0.4, high: 0.6 },
        colour: '--data-1' as const,
      },
      { id: 'none', label: 'none', values: [], interval: null, colour: '--data-2' as const },
    ],
    valueTitle: 'Score',
    rowTitle: 'Student',
  };
}

function dots(values: readonly number[]) {
  return layoutStrip(data(values), 900)
    .shapes()
    .flatMap((shape) => (shape.kind === 'circle' ? [shape] : []));
}

describe('quantileDots', () => {
  it('takes the middles of equal parts', () => {
    expect(quantileDots([0, 1], 4)).toEqual([0.125, 0.375, 0.625, 0.875]);
  });
});

describe('layoutStrip', () => {
  it('draws a dot for each value, and stacks those that would cover each other', () => {
    const drawn = dots([0.2, 0.2, 0.2, 0.9]);
    expect(drawn).toHaveLength(4);
    expect(new Set(drawn.map(({ x }) => x)).size).toBe(2);
    expect(new Set(drawn.slice(0, 3).map(({ y }) => y)).size).toBe(3);
  });

  it('draws a hundred quantiles of many values', () => {
    const many = Array.from({ length: 1000 }, (_, index) => index / 999);
    expect(dots(many)).toHaveLength(100);
  });

  it('reads the row as a whole first, then its stacks', () => {
    const { reading } = layoutStrip(data([0.2, 0.2, 0.2, 0.9]), 900);
    expect(reading.lines(0)).toEqual([
      'a',
      '4 values, median 0.20',
      'middle half 0.20 to 0.38',
      'mean 0.50 [0.40, 0.60]',
    ]);
    expect(reading.lines(1)).toEqual(['a', '0.20', '3 values']);
    expect(reading.count).toBe(3);
  });

  it('has quartiles in its table, and says nothing of no values', () => {
    const table = stripTable(data([0, 0.5, 1]));
    expect(table.row(0)).toEqual(['a', 3, 0, 0.25, 0.5, 0.75, 1, 0.5, 0.4, 0.6]);
    expect(table.row(1).slice(1, 4)).toEqual([0, null, null]);
  });
});
