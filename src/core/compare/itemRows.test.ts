import { describe, expect, it } from 'vitest';
import { bySpread, formatFilter, isListed, itemRows, parseFilter, sideOf } from './itemRows.ts';
import { pairUnits, type ScoredUnit } from './pairUnits.ts';

function unit(unitKey: string, x: number | null): ScoredUnit {
  return { unitKey, itemId: unitKey, cluster: unitKey, stratum: '', values: { x } };
}

const runs = [
  [unit('a', 1), unit('b', 0), unit('c', 0.5), unit('d', null)],
  [unit('b', 1), unit('a', 1), unit('d', 1), unit('e', 0)],
  [unit('a', 0.5), unit('c', 0.25)],
];
const rows = itemRows(runs, { of: ({ values }) => values['x'] ?? null });

describe('pairUnits', () => {
  it('matches by key, whatever the order, and counts what one run alone has', () => {
    const { pairs, onlyFirst, onlySecond } = pairUnits(runs[0] ?? [], runs[1] ?? []);
    expect(pairs.map(({ first, second }) => [first['x'], second['x']])).toEqual([
      [1, 1],
      [0, 1],
      [null, 1],
    ]);
    expect([onlyFirst, onlySecond]).toEqual([1, 1]);
  });
});

describe('itemRows', () => {
  it('has every item that any run scored, with how far apart the runs are', () => {
    expect(rows.map(({ itemId, values, spread }) => [itemId, values, spread])).toEqual([
      ['a', [1, 1, 0.5], 0.5],
      ['b', [0, 1, null], 1],
      ['c', [0.5, null, 0.25], 0.25],
      ['d', [null, 1, null], null],
      ['e', [null, 0, null], null],
    ]);
    expect(bySpread(rows).map(({ itemId }) => itemId)).toEqual(['b', 'a', 'c', 'd', 'e']);
  });

  it('lists by what the runs did with an item', () => {
    const listed = (text: string, lowerIsBetter = false): string =>
      rows
        .filter((row) => isListed(row, parseFilter(text, 3), lowerIsBetter))
        .map(({ itemId }) => itemId)
        .join('');
    expect(listed('all')).toBe('abcde');
    expect(listed('differ')).toBe('abc');
    expect(listed('same')).toBe('');
    expect(listed('missing')).toBe('bcde');
    expect(listed('over-1-0')).toBe('b');
    expect(listed('over-0-2')).toBe('ac');
    expect(listed('over-0-2', true)).toBe('');
    expect(listed('over-2-0', true)).toBe('ac');
    expect(sideOf({ values: [1, null] }, 0, 1, false)).toBeNull();
  });

  it('reads filters back, and takes nonsense for the default', () => {
    for (const text of ['all', 'same', 'missing', 'differ', 'over-2-1']) {
      expect(formatFilter(parseFilter(text, 3))).toBe(text);
    }
    for (const text of [null, '', 'over-1-1', 'over-0-7', '__proto__']) {
      expect(parseFilter(text, 3)).toEqual({ kind: 'differ' });
    }
  });
});
