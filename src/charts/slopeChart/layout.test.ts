import { describe, expect, it } from 'vitest';
import { layoutSlopeChart, slopeChartTable, type SlopeRow } from './layout.ts';

function row(id: string, left: number | null, right: number | null): SlopeRow {
  const value = (estimate: number | null) =>
    estimate === null ? null : { estimate, low: estimate - 0.1, high: estimate + 0.1 };
  return {
    id,
    label: id,
    left: value(left),
    right: value(right),
    kind: 'student',
    colour: '--data-0',
  };
}

const data = {
  rows: [row('a', 0.8, 0.2), row('b', 0.79, 0.8), row('c', null, 0.5)],
  leftTitle: 'One judge',
  rightTitle: 'Another',
  valueTitle: 'Score',
  rowTitle: 'Student',
};

describe('layoutSlopeChart', () => {
  it('draws a line for what was measured twice alone, higher values higher', () => {
    const { shapes, reading } = layoutSlopeChart(data, 800);
    const slopes = shapes().filter((shape) => shape.kind === 'line' && shape.stroke === '--data-0');
    expect(slopes).toHaveLength(2);
    const ys = [...Array(reading.count).keys()].map((mark) => reading.box(mark).y);
    expect(reading.count).toBe(5);
    const [aLeft = 0, aRight = 0] = ys;
    expect(aLeft).toBeLessThan(aRight);
    expect(reading.lines(0)).toEqual(['a', 'One judge: 0.80 [0.70, 0.90]', 'change −0.60']);
    expect(reading.lines(4)[2]).toBe('measured on one side alone');
  });

  it('reads the highest on the left first', () => {
    const turned = { ...data, rows: [...data.rows].reverse() };
    expect(layoutSlopeChart(turned, 800).reading.lines(0)[0]).toBe('a');
  });

  it.each([328, 700, 1200])('lets no two names touch at %i pixels', (width) => {
    const rows = Array.from({ length: 8 }, (_, index) =>
      row(`student-${String(index)}`, 0.5 + index / 1000, 0.5),
    );
    const { shapes } = layoutSlopeChart({ ...data, rows }, width);
    const names = shapes().flatMap((shape) =>
      shape.kind === 'text' && shape.weight === 550 ? [shape] : [],
    );
    for (const anchor of ['start', 'end']) {
      const ys = names
        .filter((name) => name.anchor === anchor && name.text !== '')
        .map(({ y }) => y);
      ys.sort((a, b) => a - b);
      for (const [index, y] of ys.entries()) {
        if (index > 0) expect(y - (ys[index - 1] ?? 0)).toBeGreaterThan(14);
      }
    }
    expect(names.filter(({ text }) => text !== '').length).toBeGreaterThanOrEqual(8);
  });

  it('has the change in its table', () => {
    const table = slopeChartTable(data);
    expect(table.row(0).at(-1)).toBeCloseTo(-0.6);
    expect(table.row(2)).toEqual(['c', null, null, null, 0.5, 0.4, 0.6, null]);
  });
});
