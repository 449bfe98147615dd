import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../fixtures/reference.json' with { type: 'json' };
import { countBattles, MOST_MODELS, type Battle } from './battles.ts';
import { bradleyTerry, type RatedModel } from './bradleyTerry.ts';
import { elo } from './elo.ts';
import { rankByInterval } from './rankByInterval.ts';
import { winRate } from './winRate.ts';

const { ratings } = reference;

const battles = ratings.battles.flatMap(([first, second, outcome]): Battle[] =>
  first !== undefined &&
  second !== undefined &&
  (outcome === 'first' || outcome === 'second' || outcome === 'tie')
    ? [{ first, second, outcome }]
    : [],
);
const table = countBattles(battles);

function turned({ first, second, outcome }: Battle): Battle {
  const other = { first: 'second', second: 'first', tie: 'tie' } as const;
  return { first: second, second: first, outcome: other[outcome] };
}

function byModel(rated: readonly RatedModel[], pick: (model: RatedModel) => number) {
  return Object.fromEntries(rated.map((model) => [model.model, pick(model)]));
}

function expectClose(ours: Record<string, number>, theirs: Record<string, number>, within: number) {
  expect(Object.keys(ours).sort()).toEqual(Object.keys(theirs).sort());
  for (const [model, value] of Object.entries(theirs)) {
    expect(Math.abs((ours[model] ?? 0) - value)).toBeLessThan(within);
  }
}

describe('countBattles', () => {
  it('counts outcomes by pair, whoever was named first', () => {
    const some: Battle[] = [
      { first: 'b', second: 'a', outcome: 'first' },
      { first: 'a', second: 'b', outcome: 'first' },
      { first: 'a', second: 'b', outcome: 'second' },
      { first: 'b', second: 'c', outcome: 'tie' },
      { first: 'c', second: 'a', outcome: 'second' },
      { first: 'c', second: 'b', outcome: 'tie' },
    ];
    const expected = {
      models: ['b', 'a', 'c'],
      first: Uint32Array.of(0, 0, 1),
      second: Uint32Array.of(1, 2, 2),
      wins: Uint32Array.of(2, 0, 1),
      ties: Uint32Array.of(0, 2, 0),
      losses: Uint32Array.of(1, 0, 0),
    };
    expect(countBattles(some)).toEqual(expected);
    expect(countBattles([]).models).toEqual([]);
    // The first battle says which number each of its models gets.
    expect(countBattles([...some.slice(0, 1), ...some.slice(1).map(turned)])).toEqual(expected);
  });

  it('refuses a model that meets itself, and too many models', () => {
    expect(() => countBattles([...battles, { first: 'x', second: 'x', outcome: 'tie' }])).toThrow(
      new RangeError('x meets itself in battle 901.'),
    );
    const long = 'y'.repeat(500);
    expect(() => countBattles([{ first: long, second: long, outcome: 'tie' }])).toThrow(
      new RangeError(`${'y'.repeat(100)} meets itself in battle 1.`),
    );
    const star = (models: number): Battle[] =>
      Array.from({ length: models - 1 }, (_, n) => ({
        first: 'hub',
        second: `spoke ${String(n)}`,
        outcome: 'first',
      }));
    expect(countBattles(star(MOST_MODELS)).models).toHaveLength(MOST_MODELS);
    expect(() => countBattles(star(MOST_MODELS + 1))).toThrow(
      new RangeError('More than 1000 models cannot be rated together.'),
    );
  });

  it('refuses more battles than a bootstrap can hold', () => {
    function* endless(): Generator<Battle> {
      const one: Battle = { first: 'a', second: 'b', outcome: 'tie' };
      for (;;) yield one;
    }
    expect(() => countBattles(endless())).toThrow(
      new RangeError('More than 2000000 battles cannot be rated together.'),
    );
  });
});

describe('bradleyTerry', () => {
  const sandwich = bradleyTerry(table, { interval: 'sandwich' });
  const bootstrap = bradleyTerry(table, { rounds: 2000 });

  it('agrees with scikit-learn’s logistic regression', () => {
    expectClose(
      byModel(sandwich, ({ rating }) => rating),
      ratings.ridge1,
      0.01,
    );
    const strict = bradleyTerry(table, { interval: 'sandwich', ridge: 25 });
    expectClose(
      byModel(strict, ({ rating }) => rating),
      ratings.ridge25,
      0.01,
    );
    expect(byModel(bootstrap, ({ rating }) => rating)).toEqual(
      byModel(sandwich, ({ rating }) => rating),
    );
  });

  it('has the standard errors of a sandwich computed a battle at a time', () => {
    const errors = byModel(sandwich, ({ low, high }) => (high - low) / 2 / 1.959963984540054);
    expectClose(errors, ratings.standardErrors, 0.001);
    for (const { rating, low, high } of sandwich) expect((low + high) / 2).toBeCloseTo(rating, 9);
  });

  it('has the intervals of a bootstrap by rows within the error of the resamples', () => {
    // The ends lie some 20 points from the rating; their error over 2,000 resamples is some 0.9.
    expectClose(
      byModel(bootstrap, ({ low }) => low),
      ratings.low,
      5,
    );
    expectClose(
      byModel(bootstrap, ({ high }) => high),
      ratings.high,
      5,
    );
  });

  it('puts the best first, around a mean of 1000, and counts battles', () => {
    const values = sandwich.map(({ rating }) => rating);
    expect([...values].sort((a, b) => b - a)).toEqual(values);
    expect(values.reduce((sum, value) => sum + value, 0) / 8).toBeCloseTo(1000, 8);
    expect(sandwich.reduce((sum, model) => sum + model.battles, 0)).toBe(1800);
    const [best] = sandwich;
    expect(best?.battles).toBe(
      battles.filter(({ first, second }) => [first, second].includes(best?.model ?? '')).length,
    );
    expect(best).toMatchObject({ model: 'm5', rank: 1 });
    expect(sandwich.at(-1)).toMatchObject({ model: 'm1', rank: 8, lastRank: 8 });
  });

  it('repeats itself, and draws differently with another seed', () => {
    const rounds = 50;
    expect(bradleyTerry(table, { rounds })).toEqual(bradleyTerry(table, { rounds }));
    expect(bradleyTerry(table, { rounds, seed: 'x' })).not.toEqual(bradleyTerry(table, { rounds }));
  });

  it('gives odds of 10 to 1 some 400 points, and a tie none', () => {
    const many = (count: number, outcome: Battle['outcome']): Battle[] =>
      Array.from({ length: count }, () => ({ first: 'a', second: 'b', outcome }));
    const rate = (some: Battle[]): number => {
      const [best, other] = bradleyTerry(countBattles(some), { interval: 'sandwich', ridge: 1e-6 });
      return (best?.rating ?? 0) - (other?.rating ?? 0);
    };
    expect(rate([...many(100, 'first'), ...many(10, 'second')])).toBeCloseTo(400, 3);
    expect(rate(many(20, 'tie'))).toBe(0);
    // Each tie is half a win: 95 + 5 against 5 + 5.
    expect(rate([...many(95, 'first'), ...many(5, 'second'), ...many(10, 'tie')])).toBeCloseTo(
      400,
      3,
    );
  });

  it('keeps finite what only wins, and fits what never met', () => {
    const some: Battle[] = [
      ...Array.from({ length: 30 }, (): Battle => ({ first: 'a', second: 'b', outcome: 'first' })),
      { first: 'c', second: 'd', outcome: 'first' },
    ];
    for (const interval of ['bootstrap', 'sandwich'] as const) {
      const rated = bradleyTerry(countBattles(some), { interval, rounds: 100 });
      expect(rated.map(({ model }) => model)).toEqual(['a', 'c', 'd', 'b']);
      for (const { low, rating, high } of rated) {
        expect(Number.isFinite(low + rating + high)).toBe(true);
        expect(low).toBeLessThanOrEqual(high);
      }
    }
    const [a] = bradleyTerry(countBattles(some), { ridge: 1e-4, interval: 'sandwich' });
    const [strict] = bradleyTerry(countBattles(some), { ridge: 10, interval: 'sandwich' });
    expect(a?.rating).toBeGreaterThan((strict?.rating ?? Infinity) + 100);
  });

  it('refits resamples of few battles, which lie far from the full fit, to the maximum', () => {
    // Seven battles: resamples leave models out altogether.
    const few = battles.slice(0, 7);
    const rated = bradleyTerry(countBattles(few), { rounds: 300, ridge: 0.01 });
    for (const { low, rating, high } of rated) {
      expect(Number.isFinite(low) && Number.isFinite(high)).toBe(true);
      expect(low).toBeLessThanOrEqual(rating + 1);
      expect(high).toBeGreaterThanOrEqual(rating - 1);
    }
  });

  it('does not mind the order of battles or of names', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(battles, { minLength: 40, maxLength: 80 }), (some) => {
        const options = { interval: 'sandwich' } as const;
        const one = bradleyTerry(countBattles(some), options);
        const other = bradleyTerry(countBattles(some.map(turned)), options);
        const rating = (model: RatedModel): number => model.rating;
        expectClose(byModel(other, rating), byModel(one, rating), 1e-4);
      }),
      { numRuns: 20 },
    );
  });

  it('takes a single resample, whose ends are one', () => {
    for (const { low, high } of bradleyTerry(table, { rounds: 1 })) expect(low).toBe(high);
  });

  it('holds anchors at 1000 in every resample, and moves all others with them', () => {
    for (const interval of ['bootstrap', 'sandwich'] as const) {
      const free = bradleyTerry(table, { interval });
      const one = bradleyTerry(table, { interval, anchors: ['m1'] });
      const m1 = one.find(({ model }) => model === 'm1');
      for (const end of [m1?.rating, m1?.low, m1?.high]) expect(end).toBeCloseTo(1000, 9);
      const shift = 1000 - (free.find(({ model }) => model === 'm1')?.rating ?? 0);
      const ratings = byModel(one, ({ rating }) => rating);
      expectClose(
        ratings,
        byModel(free, ({ rating }) => rating + shift),
        1e-9,
      );
      const all = bradleyTerry(table, { interval, anchors: table.models });
      expectClose(
        byModel(all, ({ high }) => high),
        byModel(free, ({ high }) => high),
        1e-4,
      );
    }
    expect(() => bradleyTerry(table, { anchors: ['nobody'] })).toThrow(
      new RangeError('nobody has no battle to be rated by.'),
    );
  });

  it('gives a difference from its anchor the error of that difference', () => {
    // Two who met n times: the sandwich of their gap is that of a logistic regression of one weight.
    const some: Battle[] = Array.from({ length: 400 }, (_, index) => ({
      first: 'a',
      second: 'b',
      outcome: index < 300 ? 'first' : 'second',
    }));
    const [best] = bradleyTerry(countBattles(some), {
      interval: 'sandwich',
      ridge: 1e-6,
      anchors: ['b'],
    });
    expect(best?.rating).toBeCloseTo(1000 + 400 * Math.log10(3), 3);
    const error = 1 / Math.sqrt(400 * 0.75 * 0.25);
    const points = (1.959963984540054 * 400 * error) / Math.LN10;
    expect(((best?.high ?? 0) - (best?.low ?? 0)) / 2).toBeCloseTo(points, 2);
  });

  it('rates nothing where there is nothing', () => {
    expect(bradleyTerry(countBattles([]))).toEqual([]);
    expect(bradleyTerry(countBattles([]), { interval: 'sandwich' })).toEqual([]);
  });

  it.each([
    [{ ridge: 0 }, 'The ridge must be above 0, not 0.'],
    [{ ridge: Infinity }, 'The ridge must be above 0, not Infinity.'],
    [{ rounds: 0 }, 'A bootstrap needs 1 round or more, not 0.'],
    [{ rounds: 1.5 }, 'A bootstrap needs 1 round or more, not 1.5.'],
  ])('refuses %o', (options, sentence) => {
    expect(() => bradleyTerry(table, options)).toThrow(new RangeError(sentence));
  });
});

describe('rankByInterval', () => {
  it('lets those share a rank who cannot be told apart', () => {
    const intervals = [
      { low: 5, high: 7 },
      { low: 4, high: 5 },
      { low: 1, high: 2 },
      { low: 1.5, high: 4.5 },
    ];
    expect(rankByInterval(intervals)).toEqual([
      { rank: 1, lastRank: 2 },
      { rank: 1, lastRank: 3 },
      { rank: 3, lastRank: 4 },
      { rank: 2, lastRank: 4 },
    ]);
    expect(rankByInterval([])).toEqual([]);
  });

  it('never ranks last before first, and holds the place in any order by the middle', () => {
    const interval = fc
      .tuple(fc.integer(), fc.nat(1000))
      .map(([low, w]) => ({ low, high: low + w }));
    fc.assert(
      fc.property(fc.array(interval), (intervals) => {
        for (const [index, { rank, lastRank }] of rankByInterval(intervals).entries()) {
          const middle = ({ low, high }: { low: number; high: number }) => low + high;
          const own = intervals[index] ?? { low: 0, high: 0 };
          const above = intervals.filter((other) => middle(other) > middle(own)).length;
          expect(rank).toBeLessThanOrEqual(above + 1);
          expect(lastRank).toBeGreaterThanOrEqual(above + 1);
        }
      }),
    );
  });
});

describe('elo', () => {
  it('agrees with a plain loop over the battles as given', () => {
    const rated = elo(battles, { orders: 'as-given' });
    expectClose(
      Object.fromEntries(rated.map(({ model, rating }) => [model, rating])),
      ratings.eloAsGiven,
      1e-9,
    );
    expect(rated[0]?.model).toBe('m7');
    expect(rated.at(-1)?.model).toBe('m1');
  });

  it('gives half of k to the winner of a first battle, and nothing for a tie', () => {
    const [win, loss] = elo([{ first: 'a', second: 'b', outcome: 'second' }], { k: 32 });
    expect([win, loss]).toEqual([
      { model: 'b', rating: 1016 },
      { model: 'a', rating: 984 },
    ]);
    expect(elo([{ first: 'a', second: 'b', outcome: 'tie' }]).map(({ rating }) => rating)).toEqual([
      1000, 1000,
    ]);
    expect(elo([])).toEqual([]);
  });

  it('shuffles by the seed, every battle once, and steadies over many orders', () => {
    const rating = (seed: string, orders: number, model = 'm5'): number =>
      elo(battles, { seed, orders }).find((one) => one.model === model)?.rating ?? 0;
    expect(rating('one', 1)).toBe(rating('one', 1));
    expect(rating('one', 1)).not.toBe(rating('two', 1));
    const spread = (orders: number): number => {
      const many = Array.from({ length: 12 }, (_, seed) => rating(String(seed), orders));
      return Math.max(...many) - Math.min(...many);
    };
    expect(spread(30)).toBeLessThan(spread(1) / 2);
    // Order matters less and less with k; with a tiny one, ratings are sums over all battles, each counted once.
    const sum = (some: readonly Battle[]): number =>
      some.reduce(
        (total, { first, second, outcome }) =>
          total +
          (first === 'm5' || second === 'm5'
            ? outcome === 'tie'
              ? 0
              : (outcome === 'first') === (first === 'm5')
                ? 0.5
                : -0.5
            : 0),
        0,
      );
    const tiny = elo(battles, { k: 1e-6 }).find(({ model }) => model === 'm5')?.rating ?? 0;
    expect((tiny - 1000) / 1e-6).toBeCloseTo(sum(battles), 3);
  });

  it('keeps the mean, and leaves the list as it was', () => {
    const before = [...battles];
    const rated = elo(battles, { orders: 3 });
    expect(rated.reduce((sum, { rating }) => sum + rating, 0)).toBeCloseTo(8000, 8);
    expect(battles).toEqual(before);
  });

  it.each([
    [{ k: 0 }, 'k must be above 0, not 0.'],
    [{ k: Infinity }, 'k must be above 0, not Infinity.'],
    [{ orders: 0 }, 'Elo needs 1 order or more, not 0.'],
    [{ orders: 0.5 }, 'Elo needs 1 order or more, not 0.5.'],
  ])('refuses %o', (options, sentence) => {
    expect(() => elo(battles, options)).toThrow(new RangeError(sentence));
    const self: Battle = { first: 'a'.repeat(200), second: 'a'.repeat(200), outcome: 'tie' };
    expect(() => elo([self])).toThrow(new RangeError(`${'a'.repeat(100)} meets itself.`));
  });
});

describe('winRate', () => {
  it('is AlpacaEval’s', () => {
    // By hand: percents 100, 0, 50, 75; their mean 56.25, their sample variance 1822.9166….
    const rate = winRate([2, 1, 1.5, 1.75]);
    expect(rate).toMatchObject({ winRate: 56.25, wins: 2, ties: 1, losses: 1 });
    expect(rate?.standardError).toBeCloseTo(Math.sqrt(1822.9166666666667 / 4), 10);
  });

  it('has no standard error of one preference, and is nothing of none', () => {
    expect(winRate([1])).toEqual({ winRate: 0, standardError: null, wins: 0, ties: 0, losses: 1 });
    expect(winRate([])).toBeNull();
  });

  it.each([0.9, 2.1, Number.NaN])('refuses a preference of %f', (preference) => {
    expect(() => winRate([1, preference])).toThrow(
      new RangeError(`A preference of ${String(preference)} is outside [1, 2].`),
    );
  });
});
