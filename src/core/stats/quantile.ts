/**
 * Quantile of a sorted, non-empty list by linear interpolation between order statistics
 * (Hyndman and Fan type 7: NumPy's and R's default). `p` in [0, 1].
 *
 * @throws RangeError for an empty list or a `p` outside [0, 1].
 */
export function quantileSorted(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) throw new RangeError('a quantile of no values is not defined');
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p = ${String(p)} is outside [0, 1]`);
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low + (high - low) * (position - below);
}
