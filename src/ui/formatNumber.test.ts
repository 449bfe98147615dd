import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatCount,
  formatDecimal,
  formatDelta,
  formatInterval,
  formatIntervalCell,
  formatQuantity,
  formatShortCount,
} from './formatNumber.ts';
import { formatDay, formatDuration } from './formatTime.ts';

describe('numbers as text', () => {
  it('writes an interval as estimate [low, high]', () => {
    expect(formatInterval({ estimate: 0.6249, low: 0.5751, high: 0.66 })).toBe('0.62 [0.58, 0.66]');
    expect(formatInterval({ estimate: -0.126, low: -1, high: 0 })).toBe('−0.13 [−1.00, 0.00]');
  });

  it('does not call an estimate of one document an interval', () => {
    const one = { estimate: 0.4, low: 0.4, high: 0.4, n: 5, clusters: 1 };
    expect(formatInterval(one)).toBe('0.40 (one document: no interval)');
    expect(formatIntervalCell(one)).toBe('0.40');
    expect(formatInterval({ ...one, clusters: 2 })).toBe('0.40 [0.40, 0.40]');
    expect(formatIntervalCell({ ...one, clusters: 2 })).toBe('0.40 [0.40, 0.40]');
  });

  it('never writes minus zero', () => {
    expect(formatDecimal(-0.001)).toBe('0.00');
  });

  it('groups thousands and names what is counted', () => {
    expect(formatCount(12400)).toBe('12,400');
    expect(formatQuantity(1, 'item')).toBe('1 item');
    expect(formatQuantity(0, 'reply', 'replies')).toBe('0 replies');
  });

  it('never rounds a difference down to nothing', () => {
    expect(formatDelta(0)).toBe('0');
    expect(formatDelta(0.0123)).toBe('0.012');
    expect(formatDelta(0.0000031)).toBe('3.1e−6');
  });

  it.each([
    [999, '999 B'],
    [81_200, '81 kB'],
    [4_560_000, '4.6 MB'],
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it.each([
    [999, '999'],
    [946_176, '946 k'],
    [999_900, '1.0 M'],
    [2_100_000_000, '2.1 B'],
  ])('shortens %d to %s', (value, text) => {
    expect(formatShortCount(value)).toBe(text);
  });
});

describe('times as text', () => {
  it.each([
    [0.2, 'under a second'],
    [42, '42 s'],
    [59.6, '1 min'],
    [61, '1 min'],
    [3600, '1 h'],
    [4800, '1 h 20 min'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it('writes the day in UTC', () => {
    expect(formatDay('2026-11-20T23:59:00.000Z')).toBe('20 Nov 2026');
  });
});
