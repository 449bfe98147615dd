import { createRandom } from '../../random.ts';
import type { BootstrapOptions } from '../../stats/bootstrapInterval.ts';
import { quantileSorted } from '../../stats/quantile.ts';

/** One resample: how often each problem, and which seeds, were drawn. */
export interface CrossedDraw {
  /** Places of seeds, as many as there are. */
  readonly seeds: Uint32Array;
  /** Times that each problem was drawn; sums to how many there are. */
  readonly items: Float64Array;
}

/** 2.5 % and 97.5 % quantiles. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * Percentile intervals (95 %) of statistics of marks by seed and problem. Seeds and problems are crossed, every training answers the same problems,
 * so each is drawn with replacement by itself (the pigeonhole bootstrap: Owen 2007, arXiv 0712.1111); it leans to intervals that are
 * a little too wide. All arms see the same draws, so what is common to them does not widen their difference.
 *
 * Resamples on which a statistic is not defined are dropped; its interval is null where more than half are, and for all with one seed, which
 * leaves the luck of training unseen.
 */
export function crossedBootstrap<Name extends string>(
  size: { readonly seeds: number; readonly items: number },
  statistics: Readonly<Record<Name, (draw: CrossedDraw) => number | null>>,
  { resamples = 2000, seed = 'benchside' }: Partial<BootstrapOptions> = {},
): Map<Name, Bounds | null> {
  const random = createRandom(seed);
  const seeds = new Uint32Array(size.seeds);
  const drawn = new Uint32Array(size.items);
  const items = new Float64Array(size.items);
  const names = namesOf(statistics);
  const values = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < resamples && size.seeds > 1 && size.items > 0; round += 1) {
    random.fillInts(seeds, size.seeds);
    random.fillInts(drawn, size.items);
    items.fill(0);
    for (const item of drawn) items[item] = (items[item] ?? 0) + 1;
    for (const name of names) {
      const value = statistics[name]({ seeds, items });
      if (value !== null && Number.isFinite(value)) values.get(name)?.push(value);
    }
  }
  return new Map(
    names.map((name) => {
      const kept = Float64Array.from(values.get(name) ?? []).sort();
      const bounds =
        kept.length * 2 < resamples || kept.length === 0
          ? null
          : { low: quantileSorted(kept, 0.025), high: quantileSorted(kept, 0.975) };
      return [name, bounds];
    }),
  );
}

function namesOf<Name extends string>(record: Readonly<Record<Name, unknown>>): Name[] {
  const names: Name[] = [];
  for (const name in record) names.push(name);
  return names;
}

/** Share of right answers of the drawn seeds over the drawn problems; rows are seeds. */
export function drawnShare(rows: readonly Uint8Array[], { seeds, items }: CrossedDraw): number {
  let sum = 0;
  for (const seed of seeds) sum += drawnRight(rows[seed], items);
  return sum / (seeds.length * items.length);
}

/** Right answers of one row over the drawn problems. */
export function drawnRight(row: Uint8Array | undefined, items: Float64Array): number {
  let sum = 0;
  for (let item = 0; item < items.length; item += 1) {
    sum += (items[item] ?? Number.NaN) * (row?.[item] ?? Number.NaN);
  }
  return sum;
}
