import { isOneCluster, ONE_CLUSTER } from './stats/oneCluster.ts';

const MINUS = '−';

/** A number with a fixed count of decimals and a true minus sign. */
export function decimalInWords(value: number, digits = 2): string {
  const text = value.toFixed(digits);
  // toFixed keeps the sign of what it rounds to zero.
  if (Number(text) === 0) return text.replace('-', '');
  return text.replace('-', MINUS);
}

/** An estimate with its ends; `clusters` are what was drawn, where the interval counts them. */
export interface Bounds {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly clusters?: number | undefined;
}

/**
 * An estimate with its interval: `0.62 [0.58, 0.66]`; alone, as `0.62`, where one cluster gives none. For cells, beside which
 * `ONE_CLUSTER` has a place of its own.
 */
export function intervalInShort(bounds: Bounds, digits = 2): string {
  const { estimate, low, high } = bounds;
  const alone = decimalInWords(estimate, digits);
  if (isOneCluster(bounds)) return alone;
  return `${alone} [${decimalInWords(low, digits)}, ${decimalInWords(high, digits)}]`;
}

/** The same within a sentence: `0.62 (one document: no interval)`. */
export function intervalInWords(bounds: Bounds, digits = 2): string {
  const short = intervalInShort(bounds, digits);
  return isOneCluster(bounds) ? `${short} (${ONE_CLUSTER})` : short;
}

const countFormat = new Intl.NumberFormat('en-GB');

/** A whole number, thousands grouped: `12,400`. */
export function countInWords(value: number): string {
  return countFormat.format(value);
}

/** A count with its noun: `1 item`, `2 items`. */
export function quantityInWords(value: number, singular: string, plural = `${singular}s`): string {
  return `${countInWords(value)} ${value === 1 ? singular : plural}`;
}
