import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from './placeLabels.ts';
import { spreadLabels } from './spreadLabels.ts';
import { fitMiddle, fitText, textWidth, wrapText } from './textWidth.ts';

describe('spreadLabels', () => {
  it('leaves alone what is far enough apart', () => {
    expect(spreadLabels([10, 40, 70], 20, [0, 100])).toEqual([10, 40, 70]);
  });

  it('moves two as far to each side', () => {
    expect(spreadLabels([50, 50], 20, [0, 100])).toEqual([40, 60]);
  });

  it('keeps within the ends', () => {
    expect(spreadLabels([0, 0, 0], 20, [0, 100])).toEqual([0, 20, 40]);
    expect(spreadLabels([100, 99], 20, [0, 100])).toEqual([100, 80]);
  });

  it('shrinks the gap where there are too many', () => {
    expect(spreadLabels([5, 5, 5], 20, [0, 10])).toEqual([0, 5, 10]);
  });

  it('never lets two come closer than the gap, nor pass each other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 15 }),
        (wanted) => {
          const placed = spreadLabels(wanted, 18, [0, 300]);
          const order = wanted.map((_, index) => index);
          order.sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
          for (const [rank, index] of order.entries()) {
            const before = order[rank - 1];
            if (before === undefined) continue;
            expect((placed[index] ?? 0) - (placed[before] ?? 0)).toBeGreaterThan(18 - 1e-6);
          }
          for (const at of placed) {
            expect(at).toBeGreaterThanOrEqual(-1e-6);
            expect(at).toBeLessThanOrEqual(300 + 1e-6);
          }
        },
      ),
    );
  });
});

describe('placeLabels', () => {
  const bounds = { x: 0, y: 0, width: 300, height: 200 };
  const wish = (x: number, y: number) => ({ x, y, r: 5, width: 60, height: 16 });

  it('puts a label to the right of its point, and to the left at the right end', () => {
    expect(placeLabels([wish(100, 100)], bounds)[0]?.x).toBe(109);
    expect(placeLabels([wish(290, 100)], bounds)[0]?.x).toBe(221);
  });

  it('never lets a label cover another, a point or what is taken', () => {
    const wishes = [wish(100, 100), wish(104, 102), wish(110, 98), wish(112, 110), wish(90, 90)];
    const taken = [{ x: 0, y: 0, width: 300, height: 80 }];
    const boxes = placeLabels(wishes, bounds, taken).flatMap((box) => box ?? []);
    expect(boxes.length).toBeGreaterThan(2);
    const all = [
      ...boxes,
      ...taken,
      ...wishes.map(({ x, y, r }) => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r })),
    ];
    for (const [index, a] of boxes.entries()) {
      for (const [other, b] of all.entries()) {
        if (index === other) continue;
        const isApart =
          a.x >= b.x + b.width ||
          b.x >= a.x + a.width ||
          a.y >= b.y + b.height ||
          b.y >= a.y + a.height;
        expect(isApart).toBe(true);
      }
    }
  });

  it('leaves out a label that finds no room', () => {
    expect(placeLabels([wish(20, 10)], { x: 0, y: 0, width: 50, height: 20 })).toEqual([null]);
  });
});

describe('texts', () => {
  it('are cut at the end or in the middle, and never wider than their room', () => {
    const name = 'HuggingFaceTB/SmolLM2-135M-Instruct';
    for (const room of [30, 80, 150]) {
      for (const cut of [fitText(name, 12, room), fitMiddle(name, 12, room)]) {
        expect(textWidth(cut, 12)).toBeLessThanOrEqual(room);
        expect(cut).toContain('…');
      }
    }
    expect(fitMiddle(name, 12, 120).endsWith('Instruct')).toBe(true);
    expect(fitText('short', 12, 200)).toBe('short');
  });

  it('are wrapped between words', () => {
    const lines = wrapText('one two three four five six seven', 12, 80);
    expect(lines.join(' ')).toBe('one two three four five six seven');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(80);
  });
});
