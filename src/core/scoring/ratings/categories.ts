/** Categories beyond which a kappa is not worked out: its marks are rather measurements, and it compares each with each. */
export const MOST_CATEGORIES = 100;
/** Steps of a scale: halves, quarters, tenths, down to hundredths. */
const FINEST = 100;
const ROUNDING = 1e-9;

/** Marks as ordered categories from 0 that lie as far apart as the marks do. */
export interface Categories {
  readonly count: number;
  readonly of: (mark: number) => number;
}

/**
 * Categories of marks on an evenly spaced scale: whole numbers, or the coarsest of halves, thirds and so on to hundredths that
 * they all lie on. A category that nobody used has its place too, so that 1 and 3 are two apart. Null where marks lie on no
 * such scale, or on one of more than a hundred steps.
 */
export function categoriesOf(marks: readonly number[]): Categories | null {
  let lowest = Infinity;
  let highest = -Infinity;
  const values = new Set(marks);
  for (const value of values) {
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  if (values.size === 0 || values.size > MOST_CATEGORIES) return null;
  for (let steps = 1; steps <= FINEST; steps += 1) {
    const count = Math.round((highest - lowest) * steps) + 1;
    if (count > MOST_CATEGORIES) return null;
    const place = (mark: number) => (mark - lowest) * steps;
    if ([...values].every((mark) => Math.abs(place(mark) - Math.round(place(mark))) < ROUNDING))
      return { count, of: (mark) => Math.round(place(mark)) };
  }
  return null;
}
