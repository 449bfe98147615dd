import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowOfRows, windowOfSizes } from './windowOf.ts';

describe('windowOfRows', () => {
  it('draws what is in view and a few more', () => {
    expect(windowOfRows(100, 10, 200, 50, 2)).toEqual({
      start: 18,
      end: 28,
      before: 180,
      after: 720,
    });
    expect(windowOfRows(3, 10, 0, 500, 2)).toEqual({ start: 0, end: 3, before: 0, after: 0 });
    expect(windowOfRows(0, 10, 90, 50, 2)).toEqual({ start: 0, end: 0, before: 0, after: 0 });
  });

  it('always covers the view and always adds up to the whole list', () => {
    fc.assert(
      fc.property(
        fc.nat(5000),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: -500, max: 500_000 }),
        fc.nat(2000),
        fc.nat(10),
        (count, size, scrolled, room, spare) => {
          const { start, end, before, after } = windowOfRows(count, size, scrolled, room, spare);
          expect(before + (end - start) * size + after).toBe(count * size);
          const from = Math.min(Math.max(0, scrolled), Math.max(0, count * size - room));
          expect(before).toBeLessThanOrEqual(from);
          expect(before + (end - start) * size).toBeGreaterThanOrEqual(
            Math.min(from + room, count * size),
          );
        },
      ),
    );
  });
});

describe('windowOfSizes', () => {
  const sizes = [200, 50, 100, 50, 100, 50];

  it('draws the columns that the view falls on, besides the pinned ones', () => {
    expect(windowOfSizes(sizes, 250, 400, 1)).toEqual({
      start: 2,
      end: 4,
      before: 50,
      after: 150,
    });
    expect(windowOfSizes(sizes, 0, 10_000, 1)).toEqual({ start: 1, end: 6, before: 0, after: 0 });
  });

  it('adds up to the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 40 }),
        fc.nat(9000),
        fc.nat(2000),
        (widths, from, room) => {
          const { start, end, before, after } = windowOfSizes(widths, from, from + room, 1);
          const total = (some: number[]): number => some.reduce((sum, width) => sum + width, 0);
          expect(before + total(widths.slice(start, end)) + after).toBe(total(widths.slice(1)));
        },
      ),
    );
  });
});
