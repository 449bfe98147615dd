import { describe, expect, it } from 'vitest';
import { layoutLineChart, lineChartTable, type LineChartData } from './layout.ts';

const data: LineChartData = {
  series: [
    {
      id: 'a',
      label: 'first',
      colour: '--data-0',
      points: [
        { x: 100, y: 0.8, low: 0.7, high: 0.9 },
        { x: 0, y: 0.2, low: 0.1, high: 0.3 },
        { x: 50, y: null },
        { x: 75, y: 0.5, low: 0.4, high: 0.6 },
      ],
    },
    {
      id: 'b',
      label: 'second',
      colour: '--data-1',
      points: [
        { x: 0, y: 0.8 },
        { x: 100, y: 0.8 },
      ],
    },
  ],
  xTitle: 'steps',
  yTitle: 'share right',
};

function paths(chart: LineChartData, width = 800) {
  return layoutLineChart(chart, width)
    .shapes()
    .flatMap((shape) => (shape.kind === 'path' && shape.stroke !== undefined ? [shape.d] : []));
}

describe('layoutLineChart', () => {
  it('draws from left to right whatever the order, and breaks where nothing was measured', () => {
    const [first = ''] = paths(data);
    expect(first.match(/M/gu)).toHaveLength(2);
    const xs = [...first.matchAll(/[ML]([\d.]+) /gu)].map(([, x]) => Number(x));
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(xs).toHaveLength(3);
  });

  it('reads along a line, and across to the closest point of the next', () => {
    const { reading } = layoutLineChart(data, 800);
    expect(reading.lines(1)).toEqual(['first', 'steps: 75', 'share right: 0.500 [0.400, 0.600]']);
    expect(reading.lines(reading.move(2, 'down'))).toEqual([
      'second',
      'steps: 100',
      'share right: 0.800',
    ]);
  });

  it.each([328, 1200])('names lines at their ends without touching, within %i pixels', (width) => {
    const ends = layoutLineChart(data, width)
      .shapes()
      .flatMap((shape) => (shape.kind === 'text' && shape.weight === 550 ? [shape] : []));
    expect(ends.map(({ text }) => text)).toEqual(['first', 'second']);
    expect(Math.abs((ends[0]?.y ?? 0) - (ends[1]?.y ?? 0))).toBeGreaterThanOrEqual(16);
  });

  it('gives powers of ten the same room on a logarithmic axis, and leaves zero to the table', () => {
    const log: LineChartData = {
      ...data,
      xScale: 'log',
      series: [
        {
          id: 'a',
          label: 'a',
          colour: '--data-0',
          points: [0, 1, 10, 100].map((x) => ({ x, y: 1 })),
        },
      ],
    };
    const { reading } = layoutLineChart(log, 600);
    expect(reading.count).toBe(3);
    const [a = 0, b = 0, c = 0] = [0, 1, 2].map((mark) => reading.box(mark).x);
    expect(b - a).toBeCloseTo(c - b);
    expect(lineChartTable(log).rowCount).toBe(4);
  });

  it('draws nothing of no points', () => {
    const empty = { ...data, series: [], xScale: 'log' as const };
    expect(paths(empty)).toEqual([]);
    expect(layoutLineChart(empty, 600).reading.count).toBe(0);
  });
});
