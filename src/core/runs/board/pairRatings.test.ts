import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { pairRatings, type RatingRequest } from './pairRatings.ts';

type Run = RatingRequest['runs'][number];

/** A run over items `from` to `to`, whose answers win over each reference as often as said. */
function run(id: string, good: number, flawed: number, to = 120, from = 0): Run {
  const random = createRandom(id);
  // The references' own battles are the same in every run.
  const ofReferences = createRandom('references');
  const order = Array.from({ length: 200 }, () => (ofReferences.chance(0.8) ? 1 : 0));
  return {
    id,
    units: Array.from({ length: to - from }, (_, place) => ({
      itemId: `i${String(from + place)}`,
      cluster: `i${String(from + place)}`,
      stratum: '',
      values: {
        vsGood: random.chance(good) ? 1 : 0,
        vsFlawed: random.chance(flawed) ? 1 : 0,
        referenceOrder: order[from + place] ?? null,
      },
    })),
  };
}

const strong = run('strong', 0.35, 0.8);
const weak = run('weak', 0.05, 0.2);

function ratingOf(found: ReturnType<typeof pairRatings>, id: string): number {
  const entry = found.rated.find(({ runId, reference }) => runId === id || reference === id);
  if (entry === undefined) throw new Error(`no ${id}`);
  return entry.rating;
}

describe('pairRatings', () => {
  const both = pairRatings({ runs: [weak, strong] });

  it('rates students who never met by the references, which stand at a mean of 1000', () => {
    expect(both.rated.map(({ runId, reference }) => runId ?? reference)).toEqual([
      'good',
      'strong',
      'flawed',
      'weak',
    ]);
    expect((ratingOf(both, 'good') + ratingOf(both, 'flawed')) / 2).toBeCloseTo(1000, 9);
    // Two references that hold the centre are as far above it as below, in every resample.
    const good = both.rated.find(({ reference }) => reference === 'good');
    const flawed = both.rated.find(({ reference }) => reference === 'flawed');
    expect((good?.low ?? 0) - 1000).toBeCloseTo(1000 - (flawed?.high ?? 0), 6);
    expect(both.rated.at(-1)).toMatchObject({ runId: 'weak', rank: 4, lastRank: 4 });
  });

  it('says how often each wins over each reference, and over how many battles', () => {
    const entry = both.rated.find(({ runId }) => runId === 'strong');
    const wins = strong.units.filter(({ values }) => values['vsGood'] === 1).length;
    expect(entry?.vsGood).toMatchObject({ wins, losses: 120 - wins, ties: 0 });
    expect(entry?.vsGood?.winRate).toBeCloseTo((100 * wins) / 120, 9);
    expect(entry?.battles).toBe(240);
    expect(both).toMatchObject({ items: 120, battles: 120 + 4 * 120 });
    // A reference met both students and the other reference.
    expect(both.rated[0]).toMatchObject({ battles: 360, vsGood: null, vsFlawed: null });
  });

  it('hardly moves a rating by who else is rated', () => {
    const alone = pairRatings({ runs: [strong] });
    expect(alone.rated).toHaveLength(3);
    expect(Math.abs(ratingOf(alone, 'strong') - ratingOf(both, 'strong'))).toBeLessThan(15);
  });

  it('counts the items that all runs have, and no unread comparison', () => {
    const few = run('few', 0.5, 0.8, 50, 30);
    const [unit, ...rest] = few.units;
    if (unit === undefined) throw new Error('no unit');
    const unread = { ...unit, values: { vsGood: null, vsFlawed: null, referenceOrder: null } };
    const found = pairRatings({ runs: [{ ...few, units: [unread, ...rest] }, strong] });
    expect(found.items).toBe(20);
    expect(found.rated.find(({ runId }) => runId === 'few')?.battles).toBe(38);
    expect(found.rated.find(({ runId }) => runId === 'strong')?.battles).toBe(40);
  });

  it('says in words why there is nothing to rate', () => {
    expect(() => pairRatings({ runs: [] })).toThrow(new RangeError('There is no run to rate.'));
    expect(() => pairRatings({ runs: [strong, run('apart', 0.5, 0.5, 180, 150)] })).toThrow(
      'No item was answered in all of these runs',
    );
    const silent = strong.units.map((unit) => ({ ...unit, values: {} }));
    expect(() => pairRatings({ runs: [{ id: 'silent', units: silent }] })).toThrow(
      'could not be read on any common item',
    );
  });
});
