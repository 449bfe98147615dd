/** The least and greatest of the finite values, with those that the axis must hold. */
export function extentWith(
  values: Iterable<number | null | undefined>,
  ...held: readonly number[]
): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of [...held, ...values]) {
    if (value == null || !Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low > high ? [0, 1] : [low, high];
}

/** Ends of an axis of a score: 0 and 1 where all values lie between them, which is where a reader expects them. */
export function scoreExtent(values: Iterable<number | null | undefined>): [number, number] {
  return extentWith(values, 0, 1);
}
