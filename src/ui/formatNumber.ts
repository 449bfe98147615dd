import { bytesInWords } from '../core/bytesInWords.ts';
import {
  countInWords,
  decimalInWords,
  intervalInShort,
  intervalInWords,
  quantityInWords,
} from '../core/numberInWords.ts';

const MINUS = '−';

/** A number with a fixed count of decimals and a true minus sign. */
export const formatDecimal = decimalInWords;

/** An estimate with its interval: `0.62 [0.58, 0.66]`. In a sentence one document is said to give none. */
export const formatInterval = intervalInWords;

/** The same for a cell, beside which `NoInterval` says that one document gives none. */
export const formatIntervalCell = intervalInShort;

/** A whole number, thousands grouped: `12,400`. */
export const formatCount = countInWords;

/** A count with its noun: `1 item`, `2 items`. */
export const formatQuantity = quantityInWords;

/** A small positive difference, never rounded to nothing: `0.012`, `3.1e−6`, `0`. */
export function formatDelta(value: number): string {
  if (value === 0) return '0';
  return value >= 0.001 ? formatDecimal(value, 3) : value.toExponential(1).replace('-', MINUS);
}

/** Bytes in the units that file managers show: `812 kB`, `4.6 MB`. */
export const formatBytes = bytesInWords;

/** A large count in short: `946 k`, `1.4 M`, `2.1 B`. */
export function formatShortCount(value: number): string {
  if (value < 1_000) return String(value);
  if (value < 999_500) return `${String(Math.round(value / 1_000))} k`;
  if (value < 999_500_000) return `${(value / 1_000_000).toFixed(1)} M`;
  return `${(value / 1_000_000_000).toFixed(1)} B`;
}
