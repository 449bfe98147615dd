import { describe, expect, it } from 'vitest';
import { gridReading, laneReading } from './reading.ts';

const mark = (x: number, y: number, name: string) => ({
  box: { x, y, width: 10, height: 10 },
  lines: [name],
});

describe('laneReading', () => {
  const reading = laneReading([
    [mark(0, 0, 'a0'), mark(50, 0, 'a1'), mark(100, 0, 'a2')],
    [],
    [mark(10, 60, 'b0'), mark(90, 60, 'b1')],
  ]);

  it('walks along a lane and stops at its ends', () => {
    expect(reading.move(0, 'right')).toBe(1);
    expect(reading.move(2, 'right')).toBe(2);
    expect(reading.move(3, 'left')).toBe(3);
  });

  it('crosses to the closest mark of the next lane that has any', () => {
    expect(reading.move(2, 'down')).toBe(4);
    expect(reading.move(0, 'down')).toBe(3);
    expect(reading.move(4, 'up')).toBe(2);
    expect(reading.move(4, 'down')).toBe(4);
  });

  it('finds first and last', () => {
    expect(reading.move(3, 'first')).toBe(0);
    expect(reading.move(0, 'last')).toBe(4);
    expect(reading.lines(4)).toEqual(['b1']);
  });

  it('walks lanes of one mark with any key', () => {
    const rows = laneReading([[mark(0, 0, 'a')], [mark(9, 20, 'b')]]);
    expect([rows.move(0, 'down'), rows.move(0, 'right'), rows.move(1, 'up')]).toEqual([1, 1, 0]);
  });

  it('finds the mark under a point, the closer of two, and none far from all', () => {
    expect(reading.nearest(55, 5)).toBe(1);
    expect(reading.nearest(75, 5)).toBe(1);
    expect(reading.nearest(500, 500)).toBeNull();
    const over = laneReading([[mark(0, 0, 'a'), mark(4, 0, 'b')]]);
    expect(over.nearest(5, 5)).toBe(0);
    expect(over.nearest(9, 5)).toBe(1);
  });
});

describe('gridReading', () => {
  const grid = { rows: 5000, columns: 20, x: 100, y: 0, cellWidth: 10, cellHeight: 5 };
  const reading = gridReading(grid, (row, column) => [`${String(row)}/${String(column)}`]);

  it('walks cells and stops at the edges', () => {
    expect(reading.count).toBe(100_000);
    expect(reading.lines(reading.move(0, 'down'))).toEqual(['1/0']);
    expect(reading.lines(reading.move(19, 'right'))).toEqual(['0/19']);
    expect(reading.lines(reading.move(5, 'last'))).toEqual(['4999/19']);
    expect(reading.move(0, 'up')).toBe(0);
  });

  it('finds the cell under a point', () => {
    const cell = reading.nearest(125, 12);
    expect(cell).toBe(42);
    expect(reading.box(42)).toEqual({ x: 120, y: 10, width: 10, height: 5 });
    expect(reading.nearest(99, 12)).toBeNull();
  });
});
