import { describe, expect, it } from 'vitest';
import { linearAxis } from './axis.ts';
import { extentWith, scoreExtent } from './extent.ts';
import { logAxis } from './logAxis.ts';

describe('linearAxis', () => {
  it('ends at round numbers, with ticks that say no more decimals than they need', () => {
    const { ticks, domain, at } = linearAxis([0.03, 0.97], [0, 200]);
    expect(domain).toEqual([0, 1]);
    expect(ticks.map(({ label }) => label)).toEqual(['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']);
    expect(at(0.25)).toBeCloseTo(50);
  });

  it('runs upwards where its range does', () => {
    const { at } = linearAxis([0, 10], [100, 0]);
    expect(at(2.5)).toBeCloseTo(75);
  });

  it('keeps the ends of the data where it is told to', () => {
    const { domain, ticks } = linearAxis([0, 5950], [0, 100], 4, 'exact');
    expect(domain).toEqual([0, 5950]);
    expect(ticks.at(-1)?.value).toBeLessThanOrEqual(5950);
  });

  it('widens one value, and shortens large ones', () => {
    const { domain } = linearAxis([3, 3], [0, 1]);
    expect(domain[0]).toBeLessThan(3);
    expect(domain[1]).toBeGreaterThan(3);
    expect(
      linearAxis([0, 50_000], [0, 1])
        .ticks.map(({ label }) => label)
        .slice(0, 3),
    ).toEqual(['0', '10 k', '20 k']);
  });
});

describe('logAxis', () => {
  it('gives each power of ten as much room', () => {
    const { at, ticks } = logAxis([1e3, 1e6], [0, 300]);
    expect(at(1e4) - at(1e3)).toBeCloseTo(at(1e6) - at(1e5));
    expect(ticks.map(({ value }) => value)).toEqual([1e3, 1e4, 1e5, 1e6]);
  });

  it('fills less than three powers with 1, 2 and 5', () => {
    expect(logAxis([3, 60], [0, 300]).ticks.map(({ label }) => label)).toEqual([
      '5',
      '10',
      '20',
      '50',
    ]);
  });

  it('writes trillions as powers', () => {
    const labels = logAxis([1e12, 1e15], [0, 300]).ticks.map(({ label }) => label);
    expect(labels).toEqual(['10¹²', '10¹³', '10¹⁴', '10¹⁵']);
  });

  it('refuses what has no logarithm', () => {
    expect(() => logAxis([0, 5], [0, 1])).toThrow(RangeError);
  });
});

describe('extents', () => {
  it('leave out what is not known', () => {
    expect(extentWith([null, 3, undefined, Number.NaN, -1], 2)).toEqual([-1, 3]);
    expect(extentWith([])).toEqual([0, 1]);
  });

  it('of scores hold 0 and 1', () => {
    expect(scoreExtent([0.4, 0.6])).toEqual([0, 1]);
    expect(scoreExtent([-0.2, 1.5])).toEqual([-0.2, 1.5]);
  });
});
