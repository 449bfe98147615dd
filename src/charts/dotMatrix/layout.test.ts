import { describe, expect, it } from 'vitest';
import { dotMatrixTable, glyph, layoutDotMatrix, type DotMatrixData, type Mark } from './layout.ts';

const box = { x: 0, y: 0, width: 20, height: 20 };
const data: DotMatrixData = {
  rows: ['a', 'b'].map((id) => ({ id, label: id })),
  columns: ['m', 'n'].map((id) => ({ id, label: id })),
  marks: [
    ['not-met', 'unscored'],
    ['met', null],
  ],
  rowTitle: 'Criterion',
  columnTitle: 'Student',
  order: 'byMet',
};

function looks(mark: Mark, size = 20) {
  return glyph(mark, { ...box, width: size, height: size }).map(
    (shape) =>
      `${shape.kind} ${'fill' in shape && shape.fill !== undefined ? 'filled' : 'stroked'}`,
  );
}

describe('glyph', () => {
  it('differs in shape: filled, hollow, hatched, nothing', () => {
    expect(looks('met')).toEqual(['circle filled']);
    expect(looks('not-met')).toEqual(['circle stroked']);
    expect(looks('unscored')).toEqual(['circle stroked', 'path stroked']);
    expect(looks(null)).toEqual([]);
  });

  it('still does in a few pixels', () => {
    expect(looks('met', 5)).toEqual(['circle filled']);
    expect(looks('not-met', 5)).toEqual(['circle stroked']);
    expect(looks('unscored', 5)).toEqual(['line stroked']);
  });

  it('stays within its cell', () => {
    const numbers = glyph('unscored', box).flatMap((shape) =>
      shape.kind === 'path' ? [...shape.d.matchAll(/[\d.]+/gu)].map(Number) : [],
    );
    expect(numbers).toHaveLength(12);
    expect(Math.min(...numbers)).toBeGreaterThan(2);
    expect(Math.max(...numbers)).toBeLessThan(18);
  });
});

describe('layoutDotMatrix', () => {
  it('puts first what was met most often; what has no verdict comes last', () => {
    const { reading, summary } = layoutDotMatrix(data, 400);
    expect(reading.lines(0)).toEqual(['b', 'm', 'met']);
    expect(reading.lines(3)).toEqual(['a', 'n', 'unscored']);
    expect(summary).toContain('1 met, 1 not met, 1 unscored');
    expect(dotMatrixTable(data).row(0)).toEqual(['b', 'met', 'not asked']);
  });
});
