import { describe, expect, it } from 'vitest';
import { balancedAccuracyOf } from './balancedAccuracyOf.ts';
import { judgeMean } from './judgeMean.ts';
import { meanOf, measured, ratioOf, sumOf, type ValueRow } from './metric.ts';

const rowOf = (values: ValueRow['values']): ValueRow => ({ cluster: 'c', stratum: 's', values });

const rows = [
  rowOf({ right: 1, asked: 2 }),
  rowOf({ right: 0, asked: 4 }),
  rowOf({ right: null, asked: 2 }),
  rowOf({}),
];

describe('metrics over rows', () => {
  it('leave out the rows that do not measure a value; 0 is measured', () => {
    expect(measured(rows, 'right')).toEqual([1, 0]);
    expect(meanOf(rows, 'right')).toBe(0.5);
    expect(meanOf(rows, 'asked')).toBeCloseTo(8 / 3, 12);
    expect(sumOf(rows, 'right')).toBe(1);
    expect(meanOf(rows, 'other')).toBeNull();
    expect(meanOf([], 'right')).toBeNull();
    expect(sumOf(rows, 'other')).toBe(0);
  });

  it('are ratios of sums, not means of ratios', () => {
    // (1 + 0) of (2 + 4 + 2): the mean of the ratios would be a quarter.
    expect(ratioOf('right', 'asked')(rows)).toBe(0.125);
    expect(ratioOf('asked', 'other')(rows)).toBeNull();
    expect(ratioOf('right', 'asked')([])).toBeNull();
  });

  it('are by the judge and of their own value, unless they say otherwise', () => {
    const head = { title: 'T', formula: 'F', source: 'S' };
    const own = judgeMean({ id: 'right', ...head });
    expect(own).toMatchObject({ ...head, basis: 'judge', chance: null, measuredBy: 'right' });
    expect(own.estimate(rows)).toBe(0.5);
    const other = judgeMean({ id: 'right', ...head, value: 'asked', basis: 'gold', chance: 0.5 });
    expect(other).toMatchObject({ id: 'right', basis: 'gold', chance: 0.5, measuredBy: 'asked' });
    expect(other.estimate(rows)).toBeCloseTo(8 / 3, 12);
  });
});

describe('balancedAccuracyOf', () => {
  it('is the mean of both classes’ shares, over rows that say something', () => {
    const said = [
      rowOf({ said: 1, truth: 1 }),
      rowOf({ said: 1, truth: 1 }),
      rowOf({ said: 0, truth: 1 }),
      rowOf({ said: 0, truth: 1 }),
      rowOf({ said: 1, truth: 0 }),
      rowOf({ said: null, truth: 0 }),
      rowOf({ truth: 0 }),
    ];
    // Two of the four that are true; none of the one that is not.
    expect(balancedAccuracyOf(said, 'said', 'truth')).toBe(0.25);
    expect(balancedAccuracyOf([...said, rowOf({ said: 0, truth: 0 })], 'said', 'truth')).toBe(0.5);
    expect(balancedAccuracyOf([], 'said', 'truth')).toBeNull();
  });
});
