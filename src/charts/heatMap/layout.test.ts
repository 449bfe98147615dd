import { describe, expect, it } from 'vitest';
import type { Shape } from '../../core/figures/scene.ts';
import { heatMapTable, layoutHeatMap, stepOf, type HeatMapData } from './layout.ts';

const data: HeatMapData = {
  rows: ['r0', 'r1', 'r2'].map((id) => ({ id, label: id })),
  columns: ['c0', 'c1'].map((id) => ({ id, label: id })),
  values: [
    [0.1, 0.2],
    [0.9, null],
    [0.5, 1],
  ],
  valueTitle: 'Score',
  rowTitle: 'Item',
  columnTitle: 'Student',
  scale: { kind: 'sequential', from: 0, to: 1 },
};

function rects(shapes: readonly Shape[]) {
  return shapes.filter((shape) => shape.kind === 'rect');
}

describe('stepOf', () => {
  it('cuts the scale into nine, the ends holding what lies beyond', () => {
    const { scale } = data;
    expect([-1, 0, 0.1, 0.12, 0.5, 0.999, 1, 7].map((value) => stepOf(value, scale))).toEqual([
      0, 0, 0, 1, 4, 8, 8, 8,
    ]);
  });

  it('has no difference in the middle of a diverging scale', () => {
    const scale = { kind: 'diverging', centre: 0, reach: 0.9 } as const;
    expect([-0.9, -0.05, 0, 0.05, 0.9].map((value) => stepOf(value, scale))).toEqual([
      0, 4, 4, 4, 8,
    ]);
  });
});

describe('layoutHeatMap', () => {
  it('draws a cell for each value, in its colour, and a stroke for none', () => {
    const scene = layoutHeatMap(data, 600);
    const cells = rects(scene.shapes());
    expect(cells.map(({ fill }) => fill)).toEqual([
      '--ramp-0',
      '--ramp-1',
      '--ramp-8',
      '--ramp-4',
      '--ramp-8',
    ]);
    expect(scene.reading.lines(3)).toEqual(['r1', 'c1', 'Score: no value']);
  });

  it('orders rows and columns by their means, in picture, reading and table alike', () => {
    const ordered: HeatMapData = { ...data, order: 'byMean' };
    const { reading } = layoutHeatMap(ordered, 600);
    expect(reading.lines(0).slice(0, 2)).toEqual(['r1', 'c1']);
    const table = heatMapTable(ordered);
    expect(table.columns.map(({ title }) => title)).toEqual(['Item', 'c1', 'c0']);
    expect([0, 1, 2].map((row) => table.row(row))).toEqual([
      ['r1', null, 0.9],
      ['r2', 1, 0.5],
      ['r0', 0.2, 0.1],
    ]);
  });

  it('keeps within its width, however many columns', () => {
    for (const [rows, columns] of [
      [500, 40],
      [5000, 20],
    ] as const) {
      const many: HeatMapData = {
        ...data,
        rows: Array.from({ length: rows }, (_, index) => ({
          id: String(index),
          label: `item ${String(index)}`,
        })),
        columns: Array.from({ length: columns }, (_, index) => ({
          id: String(index),
          label: `model ${String(index)}`,
        })),
        values: Array.from({ length: rows }, () => new Array<number>(columns).fill(0.5)),
      };
      for (const width of [328, 1200]) {
        const scene = layoutHeatMap(many, width);
        const { x, width: cell } = scene.reading.box(columns - 1);
        expect(x + cell).toBeLessThanOrEqual(width + 1e-6);
        expect(scene.shapeCount).toBeGreaterThan(5000);
        // What is out of view is not drawn.
        expect(scene.shapes(1000, 1640).length).toBeLessThan(140 * (columns + 1));
      }
    }
  });
});
