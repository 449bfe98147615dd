import { requireFinite } from '../requireFinite.ts';
import { requireSameLength } from '../requireSameLength.ts';

/**
 * Kendall's tau-b (1945), (concordant - discordant) / √((all - tied in x) (all - tied in y)) over all pairs of places, in
 * [-1, 1]. By sorting (Knight 1966), so that 200,000 places take less than a second. Null for fewer than two places and where either list is
 * constant (0/0).
 *
 * @throws RangeError for lists of different length or a value that is not finite.
 */
export function kendallTauB(first: readonly number[], second: readonly number[]): number | null {
  requireSameLength(first, second);
  requireFinite(first);
  requireFinite(second);
  const order = [...first.keys()].sort(
    (a, b) => (first[a] ?? 0) - (first[b] ?? 0) || (second[a] ?? 0) - (second[b] ?? 0),
  );
  const x = Float64Array.from(order, (place) => first[place] ?? 0);
  const y = Float64Array.from(order, (place) => second[place] ?? 0);
  const all = (first.length * (first.length - 1)) / 2;
  const tiedInX = pairsInRuns(first.length, (place) => x[place] === x[place - 1]);
  const tiedInBoth = pairsInRuns(
    first.length,
    (place) => x[place] === x[place - 1] && y[place] === y[place - 1],
  );
  // Sorted by x, and by y within equal x, each inversion of y is a discordant pair.
  const discordant = sortCountingInversions(y);
  const tiedInY = pairsInRuns(first.length, (place) => y[place] === y[place - 1]);
  const untiedFirst = all - tiedInX;
  const untiedSecond = all - tiedInY;
  if (untiedFirst === 0 || untiedSecond === 0) return null;
  const score = all - tiedInX - tiedInY + tiedInBoth - 2 * discordant;
  // One root of the product: two roots may round a perfect order to just beyond 1.
  return score / Math.sqrt(untiedFirst * untiedSecond);
}

/** Pairs within runs of equal places; `isLikeLast` says whether a place continues a run. */
function pairsInRuns(length: number, isLikeLast: (place: number) => boolean): number {
  let pairs = 0;
  let run = 0;
  for (let place = 1; place < length; place += 1) {
    run = isLikeLast(place) ? run + 1 : 0;
    pairs += run;
  }
  return pairs;
}

/** Sorts in place by merging, and counts the pairs that stood in the wrong order; equal ones did not. */
function sortCountingInversions(values: Float64Array): number {
  const merged = new Float64Array(values.length);
  let inversions = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let from = 0; from < values.length; from += 2 * width) {
      const middle = Math.min(from + width, values.length);
      const end = Math.min(from + 2 * width, values.length);
      let left = from;
      let right = middle;
      for (let at = from; at < end; at += 1) {
        const takesRight =
          left === middle || (right < end && (values[right] ?? 0) < (values[left] ?? 0));
        if (takesRight) inversions += middle - left;
        merged[at] = values[takesRight ? right++ : left++] ?? 0;
      }
    }
    values.set(merged);
  }
  return inversions;
}
