import { requireFinite } from '../../stats/requireFinite.ts';
import { studentTQuantile } from '../../stats/studentTQuantile.ts';

/** A mean over seeds. */
export interface SeedInterval {
  readonly estimate: number;
  /** 95 % interval; null with one seed, which says nothing of the others. */
  readonly low: number | null;
  readonly high: number | null;
  /** Seeds. */
  readonly n: number;
}

/**
 * Mean over seeds with Student's 95 % interval, mean ± t s / √n with n - 1 degrees of freedom: few seeds make it wide, as they should.
 * It covers the luck of training, not which problems were held out. Null for no seeds.
 *
 * @throws RangeError for a value that is not finite.
 */
export function seedInterval(values: readonly number[]): SeedInterval | null {
  requireFinite(values);
  const n = values.length;
  if (n === 0) return null;
  const estimate = values.reduce((sum, value) => sum + value, 0) / n;
  if (n === 1) return { estimate, low: null, high: null, n };
  const squares = values.reduce((sum, value) => sum + (value - estimate) ** 2, 0);
  const reach = studentTQuantile(0.975, n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { estimate, low: estimate - reach, high: estimate + reach, n };
}
