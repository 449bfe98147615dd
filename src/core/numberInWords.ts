const MINUS = '−';

/** A number with a fixed count of decimals and a true minus sign. */
export function decimalInWords(value: number, digits = 2): string {
  const text = value.toFixed(digits);
  // toFixed keeps the sign of what it rounds to zero.
  if (Number(text) === 0) return text.replace('-', '');
  return text.replace('-', MINUS);
}

/** An estimate with its interval: `0.62 [0.58, 0.66]`. */
export function intervalInWords(
  { estimate, low, high }: { estimate: number; low: number; high: number },
  digits = 2,
): string {
  return `${decimalInWords(estimate, digits)} [${decimalInWords(low, digits)}, ${decimalInWords(high, digits)}]`;
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
