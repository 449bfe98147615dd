import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { rankBootstrap } from './rankBootstrap.ts';

function mean(rows: readonly number[]): number | null {
  return rows.length === 0 ? null : rows.reduce((sum, value) => sum + value, 0) / rows.length;
}

function run(values: readonly number[], from = 0): Map<string, number[]> {
  return new Map(values.map((value, index) => [`i${String(from + index)}`, [value]]));
}

const random = createRandom('difficulty');
const difficulty = Array.from({ length: 80 }, () => random.next());

describe('rankBootstrap', () => {
  it('orders runs that differ by a little on every item, which their own intervals could not', () => {
    const runs = [0, 0.02, 0.04].map((more) => run(difficulty.map((value) => value + more)));
    expect(rankBootstrap(runs, mean)).toEqual({
      clusters: 80,
      ranks: [
        { rank: 3, lastRank: 3 },
        { rank: 2, lastRank: 2 },
        { rank: 1, lastRank: 1 },
      ],
    });
    expect(rankBootstrap(runs, mean, { lowerIsBetter: true })?.ranks[0]).toEqual({
      rank: 1,
      lastRank: 1,
    });
  });

  it('leaves both places open to runs that win on different items', () => {
    const other = difficulty.map((_, index) => (index % 2 === 0 ? 0.1 : 0.9));
    const same = difficulty.map((_, index) => (index % 2 === 0 ? 0.9 : 0.1));
    expect(rankBootstrap([run(other), run(same)], mean)?.ranks).toEqual([
      { rank: 1, lastRank: 2 },
      { rank: 1, lastRank: 2 },
    ]);
  });

  it('lets equal runs share a rank, whatever is drawn', () => {
    expect(rankBootstrap([run(difficulty), run(difficulty)], mean)?.ranks).toEqual([
      { rank: 1, lastRank: 1 },
      { rank: 1, lastRank: 1 },
    ]);
  });

  it('ranks a run last in the resamples that it has no figure in, whichever end is the better', () => {
    // A quarter of the resamples draw the first item alone, twice.
    const answered = (rows: readonly (number | null)[]) =>
      mean(rows.flatMap((value) => (value === null ? [] : [value])));
    const partly = new Map<string, (number | null)[]>([
      ['i0', [null]],
      ['i1', [10]],
    ]);
    const runs = [partly, run([0, 0])];
    expect(rankBootstrap(runs, answered)?.ranks).toEqual([
      { rank: 1, lastRank: 2 },
      { rank: 1, lastRank: 2 },
    ]);
    expect(rankBootstrap(runs, answered, { lowerIsBetter: true })?.ranks).toEqual([
      { rank: 2, lastRank: 2 },
      { rank: 1, lastRank: 1 },
    ]);
  });

  it('draws the same for the same seed, and as often as asked', () => {
    const drawsOf = (options: { resamples?: number; seed?: string }): string[] => {
      const draws: string[] = [];
      rankBootstrap(
        [new Map(difficulty.map((_, index) => [`i${String(index)}`, [index]]))],
        (rows) => draws.push(rows.join(' ')),
        options,
      );
      return draws;
    };
    // One call more, for the figure on all items.
    expect(drawsOf({ resamples: 7 })).toHaveLength(8);
    expect(drawsOf({ seed: 'a' })).toEqual(drawsOf({ seed: 'a' }));
    expect(drawsOf({ seed: 'a' })).not.toEqual(drawsOf({ seed: 'b' }));
  });

  it('counts only what every run has, and says where that is nothing', () => {
    const short = run([0, 0, 0]);
    const long = run([1, 1, 1, -100]);
    expect(rankBootstrap([short, long], mean)).toEqual({
      clusters: 3,
      ranks: [
        { rank: 2, lastRank: 2 },
        { rank: 1, lastRank: 1 },
      ],
    });
    expect(rankBootstrap([long, short], mean)).toEqual({
      clusters: 3,
      ranks: [
        { rank: 1, lastRank: 1 },
        { rank: 2, lastRank: 2 },
      ],
    });
    expect(rankBootstrap([run([1]), run([1], 5)], mean)).toBeNull();
    expect(rankBootstrap([run([1]), run([1], 5)], () => 1)).toBeNull();
    const positive = (rows: readonly number[]) =>
      rows.every((row) => row > 0) ? mean(rows) : null;
    expect(rankBootstrap([run([1]), run([-1])], positive)).toBeNull();
    expect(rankBootstrap([run([1, 1]), run([2, 2])], () => null)).toBeNull();
    // Of one cluster every resample is the data: a difference of any size would look certain.
    expect(rankBootstrap([run([1]), run([2])], mean)).toBeNull();
    expect(rankBootstrap([], mean)).toBeNull();
  });
});
