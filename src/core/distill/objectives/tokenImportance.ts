import { quantileSorted } from '../../stats/quantile.ts';
import { requireSameLength } from '../../stats/requireSameLength.ts';

/** Values moved to [0, 1] by their least and greatest; all 0 where they are equal, since then they tell tokens apart in nothing. */
function minMax(values: ArrayLike<number>, winsorise: boolean): Float64Array {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return sorted;
  const low = quantileSorted(sorted, winsorise ? 0.01 : 0);
  const high = quantileSorted(sorted, winsorise ? 0.99 : 1);
  const span = high - low;
  return Float64Array.from(values, (value) =>
    span > 0 ? Math.min(1, Math.max(0, (value - low) / span)) : 0,
  );
}

/**
 * TIP's importance of each token of a batch, in [0, 1]: s = ĥ + δ̂ - ĥ δ̂ with ĥ the student's entropy and δ̂ KL(S || T), each moved to
 * [0, 1] over the batch (arXiv 2604.14084, abstract and code, methods C1). High where the student is unsure, or wrong in the
 * teacher's eyes, or both.
 *
 * `winsorise` takes the 1 % and 99 % quantiles for the ends, because one outlier squeezes all other tokens together: ours.
 */
export function tokenImportance(
  entropy: ArrayLike<number>,
  divergence: ArrayLike<number>,
  winsorise: boolean,
): Float64Array<ArrayBuffer> {
  requireSameLength(entropy, divergence);
  const [h, d] = [minMax(entropy, winsorise), minMax(divergence, winsorise)];
  return Float64Array.from(h, (one, index) => {
    const other = d[index] ?? Number.NaN;
    return one + other - one * other;
  });
}

/**
 * Which values are among the top share: ⌈keep · n⌉ of them, at least one, ties to the earlier token. Rounding up is ours; the
 * worked example has an even split.
 */
export function topShare(values: ArrayLike<number>, keep: number): boolean[] {
  const n = values.length;
  // 0.3 · 10 is a little above 3 in floating point; it means 3.
  const count = Math.min(n, Math.max(1, Math.ceil(keep * n - 1e-9)));
  const order = Array.from({ length: n }, (_, index) => index).sort(
    (a, b) => (values[b] ?? Number.NaN) - (values[a] ?? Number.NaN) || a - b,
  );
  const kept = new Array<boolean>(n).fill(false);
  for (const index of order.slice(0, count)) kept[index] = true;
  return kept;
}

/**
 * TIP's quadrant of each token: 1 unsure and far from the teacher, 2 unsure and close, 3 sure and far (overconfident and wrong), 4
 * sure and close. `High` is above the batch's median. The quadrants are TIP's (methods C1); where it draws the lines was not
 * found, so the medians are ours, and quadrant 3 holds more tokens here than the under 10 % that the paper speaks of.
 */
export function quadrantsOf(
  entropy: ArrayLike<number>,
  divergence: ArrayLike<number>,
): (1 | 2 | 3 | 4)[] {
  requireSameLength(entropy, divergence);
  if (entropy.length === 0) return [];
  const median = (values: ArrayLike<number>): number =>
    quantileSorted(Float64Array.from(values).sort(), 0.5);
  const [unsureAbove, farAbove] = [median(entropy), median(divergence)];
  return Array.from({ length: entropy.length }, (_, index) => {
    const unsure = (entropy[index] ?? Number.NaN) > unsureAbove;
    const far = (divergence[index] ?? Number.NaN) > farAbove;
    return unsure ? (far ? 1 : 2) : far ? 3 : 4;
  });
}
