import { expect, it } from 'vitest';
import type { Interval } from '../../stats/bootstrapInterval.ts';
import type { BoardEntry } from './boardEntry.ts';
import { rankEntries } from './rankEntries.ts';

type Row = Pick<BoardEntry, 'id' | 'intervals'>;

function entry(id: string, interval: Partial<Interval>): Row {
  const whole = { estimate: 0, low: 0, high: 0, n: 10, clusters: 10, ...interval };
  return { id, intervals: new Map([['f1', whole]]) };
}

it('ranks by whole intervals, either way up', () => {
  const rows = [entry('a', { low: 0.6, high: 0.8 }), entry('b', { low: 0.1, high: 0.3 })];
  expect(rankEntries(rows, { id: 'f1' }).get('b')).toEqual({ rank: 2, lastRank: 2 });
  expect(rankEntries(rows, { id: 'f1', lowerIsBetter: true }).get('b')).toEqual({
    rank: 1,
    lastRank: 1,
  });
});

it('leaves every rank open to a run of one document, which takes none from the others', () => {
  const rows = [
    entry('one document', { estimate: 1, low: 1, high: 1, clusters: 1 }),
    entry('a', { low: 0.6, high: 0.8 }),
    entry('b', { low: 0.1, high: 0.3 }),
  ];
  for (const lowerIsBetter of [false, true] as const) {
    const ranks = rankEntries(rows, { id: 'f1', ...(lowerIsBetter ? { lowerIsBetter } : {}) });
    expect(ranks.get('one document')).toEqual({ rank: 1, lastRank: 3 });
    expect(ranks.get(lowerIsBetter ? 'b' : 'a')).toEqual({ rank: 1, lastRank: 2 });
  }
});
