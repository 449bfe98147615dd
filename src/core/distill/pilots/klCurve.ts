import { quantileSorted } from '../../stats/quantile.ts';
import { resampleTotals, sumByCluster } from '../../stats/intervals/resampleTotals.ts';
import type { KlRollout } from './outcomes.ts';

/** A figure with its 95 % percentile bootstrap interval over clusters; null where too few clusters have a value. */
export interface Estimate {
  readonly value: number;
  readonly interval: readonly [low: number, high: number] | null;
}

export interface KlPosition {
  /** 1 for the first token of the reply. */
  readonly t: number;
  /** Rollouts that have a token here. */
  readonly alive: number;
  /** Mean KL(student || teacher) over those, nats. */
  readonly mean: Estimate;
  /** C(t): the part of all divergence, over all rollouts, that lies at this position or before it. */
  readonly share: Estimate;
}

export interface KlCurve {
  readonly rollouts: number;
  readonly problems: number;
  readonly ended: number;
  /** Mean over rollouts of the sum over positions: an estimate of the KL of whole replies, as far as they were written. */
  readonly perReply: Estimate;
  readonly positions: readonly KlPosition[];
}

export interface CurveOptions {
  readonly resamples: number;
  readonly seed: string;
}

/** An interval asks for a value in so many of the resamples at least. */
const LEAST_DEFINED = 0.5;

/**
 * Divergence by position over rollouts, all intervals from the same draws of clusters (pointwise, 95 %).
 *
 * By the chain rule, KL over whole replies is the expected sum of the divergences at their positions (methods A1), so shares
 * of the sum are shares of it. The mean at t is over the rollouts that are alive there and no others: where long replies are
 * the hard ones it rises for that reason alone, so read it beside the curve of a cohort (`cohortOf`).
 *
 * Null for no rollouts.
 *
 * @throws RangeError for a divergence that is not finite.
 */
export function klCurve(
  rollouts: readonly KlRollout[],
  { resamples, seed }: CurveOptions,
): KlCurve | null {
  if (rollouts.length === 0) return null;
  if (rollouts.some(({ kl }) => kl.some((value) => !Number.isFinite(value))))
    throw new RangeError('A divergence is not a finite number, so no curve can be drawn.');
  const length = rollouts.reduce((most, { kl }) => Math.max(most, kl.length), 0);
  // Columns: sums at each position, counts at each position, rollouts.
  const columns = sumByCluster(rollouts, 2 * length + 1, ({ kl }) => [
    ...Array.from({ length }, (_, at) => kl[at] ?? 0),
    ...Array.from({ length }, (_, at) => Number(at < kl.length)),
    1,
  ]);
  const read = (totals: ArrayLike<number>) => figuresOf(totals, length);
  const estimate = read(columns.map((column) => column.reduce((sum, one) => sum + one, 0)));
  const draws: { readonly mean: number[]; readonly share: number[] }[] = Array.from(
    { length },
    () => ({ mean: [], share: [] }),
  );
  const perReply: number[] = [];
  resampleTotals(columns, { resamples, seed }, (totals) => {
    const figures = read(totals);
    perReply.push(figures.perReply);
    for (const [at, draw] of draws.entries()) {
      const mean = figures.means[at] ?? Number.NaN;
      const share = figures.shares[at] ?? Number.NaN;
      if (!Number.isNaN(mean)) draw.mean.push(mean);
      if (!Number.isNaN(share)) draw.share.push(share);
    }
  });
  const clustersAt = (at: number): number =>
    [...(columns[length + at] ?? [])].filter((count) => count > 0).length;
  return {
    rollouts: rollouts.length,
    problems: new Set(rollouts.map(({ problem }) => problem)).size,
    ended: rollouts.filter(({ ended }) => ended).length,
    perReply: {
      value: estimate.perReply,
      interval: intervalOf(perReply, resamples, columns[0]?.length ?? 0),
    },
    positions: draws.map(({ mean, share }, at) => ({
      t: at + 1,
      alive: estimate.alive[at] ?? 0,
      mean: {
        value: estimate.means[at] ?? Number.NaN,
        interval: intervalOf(mean, resamples, clustersAt(at)),
      },
      share: {
        value: estimate.shares[at] ?? Number.NaN,
        interval: intervalOf(share, resamples, columns[0]?.length ?? 0),
      },
    })),
  };
}

/** Rollouts of at least so many tokens, cut there: every position of their curve is over the same texts. */
export function cohortOf(rollouts: readonly KlRollout[], length: number): KlRollout[] {
  return rollouts
    .filter(({ kl }) => kl.length >= length)
    .map((rollout) => ({ ...rollout, kl: rollout.kl.slice(0, length) }));
}

/** The length that half of the rollouts reach; 0 for none. */
export function medianLength(rollouts: readonly KlRollout[]): number {
  const lengths = rollouts.map(({ kl }) => kl.length).sort((a, b) => b - a);
  return lengths[Math.ceil(lengths.length / 2) - 1] ?? 0;
}

function figuresOf(totals: ArrayLike<number>, length: number) {
  const alive: number[] = [];
  const means: number[] = [];
  const upTo: number[] = [];
  let sum = 0;
  for (let at = 0; at < length; at += 1) {
    const here = totals[at] ?? 0;
    const count = totals[length + at] ?? 0;
    sum += here;
    alive.push(count);
    means.push(count === 0 ? Number.NaN : here / count);
    upTo.push(sum);
  }
  return {
    alive,
    means,
    // Where the models agree everywhere there is nothing to have a part of.
    shares: upTo.map((part) => (sum === 0 ? Number.NaN : part / sum)),
    perReply: sum / (totals[2 * length] ?? Number.NaN),
  };
}

function intervalOf(
  values: readonly number[],
  resamples: number,
  clusters: number,
): readonly [number, number] | null {
  if (clusters < 2 || values.length < LEAST_DEFINED * resamples) return null;
  const sorted = Float64Array.from(values).sort();
  return [quantileSorted(sorted, 0.025), quantileSorted(sorted, 0.975)];
}
