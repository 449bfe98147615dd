import { describe, expect, it } from 'vitest';
import type { ValueRow } from './metric.ts';
import { aurocByLabel, aurocOfValues, lowestPlace, pairCredit, sayReward } from './ranking.ts';

const rowOf = (values: ValueRow['values']): ValueRow => ({ cluster: 'c', stratum: 's', values });

describe('ranking', () => {
  it.each([
    [2, 1, 1],
    [1, 2, 0],
    [-3, -3, 0.5],
    [null, -9, null],
    [9, null, null],
    [null, null, null],
  ])('credits a pair of %j and %j', (right, wrong, credit) => {
    expect(pairCredit(right, wrong)).toBe(credit);
  });

  it.each([
    [[3, 1, 2], 2],
    [[1, 1], 2],
    [[1, 5, 1, 5], 3],
    [[-1], 1],
    [[], null],
  ])('finds the lowest of %j', (values, place) => {
    expect(lowestPlace(values)).toBe(place);
  });

  it('pools values over rows, and leaves out what is not there', () => {
    const rows = [
      rowOf({ a: 2, b: 1, label: 1 }),
      rowOf({ a: 4, b: 3, label: 0 }),
      rowOf({ a: null, b: 0, label: 1 }),
    ];
    // 2 and 4 above 1, 3 and 0: five wins of six.
    expect(aurocOfValues(rows, 'a', 'b')).toBeCloseTo(5 / 6, 12);
    expect(aurocOfValues(rows, 'a', 'c')).toBeNull();
    expect(aurocByLabel(rows, 'a', 'label')).toBe(0);
    // 1 and 0 against 3.
    expect(aurocByLabel([...rows, rowOf({ b: 0.5, label: 0 })], 'b', 'label')).toBe(0.25);
    expect(aurocByLabel(rows, 'a', 'c')).toBeNull();
  });

  it('says rewards with their sign', () => {
    expect([1.254, -0.5, 0, null].map(sayReward)).toEqual(['+1.25', '−0.50', '+0.00', 'unread']);
  });
});
