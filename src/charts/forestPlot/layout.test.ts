import { describe, expect, it } from 'vitest';
import { layoutForest, type ForestRow } from './layout.ts';

function row(id: string, interval: [number, number, number] | null): ForestRow {
  return {
    id,
    label: id,
    sublabel: '',
    interval:
      interval === null
        ? null
        : { low: interval[0], estimate: interval[1], high: interval[2], n: 100 },
    kind: 'student',
    colour: '--data-0',
    href: null,
  };
}

const board = [
  row('small', [0.55, 0.6, 0.66]),
  row('unmeasured', null),
  row('large', [0.8, 0.85, 0.9]),
  row('random', [0.4, 0.45, 0.5]),
];

describe('layoutForest', () => {
  it('puts the highest estimate first and what was not measured last', () => {
    const { rows } = layoutForest(board, { chance: null, order: 'byEstimate' });
    expect(rows.map(({ row: { id } }) => id)).toEqual(['large', 'small', 'random', 'unmeasured']);
  });

  it('orders equal estimates by name, whatever the order they came in', () => {
    const equal = [row('b', [0.1, 0.2, 0.3]), row('a', [0.15, 0.2, 0.25])];
    for (const rows of [equal, [...equal].reverse()]) {
      const placed = layoutForest(rows, { chance: null, order: 'byEstimate' }).rows;
      expect(placed.map(({ row: { id } }) => id)).toEqual(['a', 'b']);
    }
  });

  it('keeps a given order', () => {
    const { rows } = layoutForest(board, { chance: null, order: 'given' });
    expect(rows.map(({ row: { id } }) => id)).toEqual(board.map(({ id }) => id));
  });

  it('runs the axis from 0 to 1 for shares, however narrow the data', () => {
    const { ticks } = layoutForest([row('a', [0.48, 0.5, 0.52])], {
      chance: 0.5,
      order: 'byEstimate',
    });
    expect(ticks.map(({ label, at }) => [label, Math.round(at)])).toEqual([
      ['0.0', 0],
      ['0.2', 20],
      ['0.4', 40],
      ['0.6', 60],
      ['0.8', 80],
      ['1.0', 100],
    ]);
  });

  it('widens the axis to take in what lies outside, zero always in it', () => {
    const { ticks, rows } = layoutForest([row('a', [-0.4, 0.1, 2.4])], {
      chance: null,
      order: 'byEstimate',
    });
    expect(ticks.some(({ value }) => value === 0)).toBe(true);
    const marks = rows[0]?.marks;
    expect(marks?.low).toBeGreaterThanOrEqual(0);
    expect(marks?.high).toBeLessThanOrEqual(100);
  });

  it('places marks and the chance line on one scale', () => {
    const { rows, chance } = layoutForest(board, { chance: 0.5, order: 'byEstimate' });
    expect(chance).toEqual({ value: 0.5, at: 50 });
    const random = rows.find(({ row: { id } }) => id === 'random');
    expect(random?.marks?.high).toBeCloseTo(50);
    expect(random?.marks?.estimate).toBeCloseTo(45);
  });

  it('draws an axis for no rows at all', () => {
    expect(layoutForest([], { chance: null, order: 'byEstimate' }).ticks).toHaveLength(6);
  });

  it('centres differences on 0, however small they are', () => {
    const row = { label: 'a', sublabel: '', kind: 'student', colour: '--ink', href: null } as const;
    const interval = { estimate: -0.02, low: -0.05, high: 0.01, n: 9 };
    const options = { chance: 0, order: 'given', axis: 'difference' } as const;
    const layout = layoutForest([{ ...row, id: 'a', interval }], options);
    expect(layout.chance).toEqual({ value: 0, at: 50 });
    // The axis ends at a round number just beyond: the interval fills it, as on an axis to 1 it would not.
    expect(layout.rows[0]?.marks?.low).toBeLessThan(20);
    expect(layout.rows[0]?.marks?.high).toBeGreaterThan(55);
    const none = { estimate: 0, low: 0, high: 0, n: 9 };
    expect(
      layoutForest([{ ...row, id: 'a', interval: none }], options).rows[0]?.marks?.estimate,
    ).toBe(50);
  });
});
