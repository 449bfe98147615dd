import { normalQuantile } from './normalQuantile.ts';

/** Terms of the continued fraction; it has converged long before for the degrees of freedom that occur. */
const MOST_TERMS = 500;
const BISECTIONS = 200;

/** log Γ(x), x > 0: Lanczos' approximation (g = 7, 9 terms), good to some 15 digits. */
function logGamma(x: number): number {
  const terms = [
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  const z = x - 1;
  const series = terms.reduce(
    (sum, term, index) => sum + term / (z + index + 1),
    0.99999999999980993,
  );
  const t = z + terms.length - 0.5;
  return Math.log(2 * Math.PI) / 2 + (z + 0.5) * Math.log(t) - t + Math.log(series);
}

/** I_x(a, b), the regularised incomplete beta function, by Lentz' continued fraction (DLMF 8.17.22). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast on this side alone.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  const notZero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let c = 1;
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let change = 1;
    for (const numerator of [even, odd]) {
      d = 1 / notZero(1 + numerator * d);
      c = notZero(1 + numerator / c);
      change = c * d;
      fraction *= change;
    }
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return (front * fraction) / a;
}

/**
 * t with P(T <= t) = p for Student's distribution with so many degrees of freedom, by bisection of its tail I_x(ν/2, 1/2) / 2 with x = ν /
 * (ν + t²) (DLMF 8.17; Student 1908).
 *
 * @throws RangeError unless 0 < p < 1 and freedom >= 1.
 */
export function studentTQuantile(p: number, freedom: number): number {
  if (!(p > 0 && p < 1) || !(freedom >= 1)) {
    throw new RangeError(
      `Student’s quantile needs 0 < p < 1 and at least 1 degree of freedom, not ${String(p)} and ${String(freedom)}.`,
    );
  }
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentTQuantile(1 - p, freedom);
  const tail = (t: number): number =>
    incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
  // Its tails are heavier than the normal ones, so the root is to the right of the normal quantile.
  let low = normalQuantile(p) * 0.999;
  let high = low;
  while (tail(high) > 1 - p) high *= 2;
  for (let step = 0; step < BISECTIONS && high - low > 1e-13 * high; step += 1) {
    const middle = (low + high) / 2;
    if (tail(middle) > 1 - p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
