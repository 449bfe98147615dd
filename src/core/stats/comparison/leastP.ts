/**
 * The smallest two-sided p that a test by signs over so many clusters can give: all differ the same way, and each of the
 * 2^clusters ways was as likely, 2^(1 - clusters). Below it resampling a handful of clusters only repeats what they have in
 * common: two differences of 0.5 and 0.6 would come out as certain.
 */
export function leastP(clusters: number): number {
  return Math.min(1, 2 ** (1 - clusters));
}
