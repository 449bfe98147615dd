import { describe, expect, it } from 'vitest';
import { layoutRankIntervals, rankIntervalsTable, type RankRow } from './layout.ts';

function row(id: string, rank: number, lastRank: number, best: number | null): RankRow {
  return { id, label: id, sublabel: '', rank, lastRank, best, kind: 'student', colour: '--data-3' };
}

const data = {
  rows: [row('c', 3, 3, 3), row('a', 1, 2, 1), row('b', 1, 2, 2)],
  rowTitle: 'Student',
};

describe('layoutRankIntervals', () => {
  it('puts the best first and gives each rank the same room', () => {
    const { reading } = layoutRankIntervals(data, 900);
    expect([0, 1, 2].map((mark) => reading.lines(mark)[0])).toEqual(['a', 'b', 'c']);
    const [a, c] = [reading.box(0), reading.box(2)];
    // Two ranks and the gap between them, against one.
    expect(a.width / c.width).toBeGreaterThan(2);
    expect(a.x + a.width).toBeLessThan(c.x);
  });

  it('says which ranks cannot be told apart', () => {
    const { reading } = layoutRankIntervals(data, 400);
    expect(reading.lines(0)).toEqual([
      'a',
      'ranks 1–2 cannot be told apart',
      'rank 1 by its estimate',
    ]);
    expect(reading.lines(2)).toEqual(['c', 'rank 3', 'rank 3 by its estimate']);
  });

  it('has both ends in its table', () => {
    expect(rankIntervalsTable(data).row(1)).toEqual(['b', '', 1, 2, 2]);
  });
});
