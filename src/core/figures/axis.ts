import { nice, tickStep, ticks } from 'd3-array';
import { decimalInWords } from '../numberInWords.ts';

export interface AxisTick {
  value: number;
  label: string;
  /** Pixels. */
  at: number;
}

/** Values as pixels. */
export interface Axis {
  at: (value: number) => number;
  ticks: readonly AxisTick[];
  /** Values at both ends. */
  domain: readonly [number, number];
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `10¹²`, `2 × 10¹²`. */
function powerWords(value: number): string {
  const [digits = '', power = ''] = value.toExponential().split('e+');
  const raised = Array.from(power, (digit) => SUPERSCRIPTS[Number(digit)] ?? '').join('');
  return digits === '1' ? `10${raised}` : `${digits.replace('-', '−')} × 10${raised}`;
}

/** A number as axes write it: thousands and above in short, and no more decimals than given. */
export function tickWords(value: number, decimals: number): string {
  const size = Math.abs(value);
  if (size >= 1e12) return powerWords(value);
  for (const [unit, sign] of [
    [1e9, ' B'],
    [1e6, ' M'],
    [1e4, ' k'],
  ] as const) {
    const scale = unit === 1e4 ? 1e3 : unit;
    if (size >= unit) {
      const short = value / scale;
      return decimalInWords(short, Number.isInteger(short) ? 0 : 1) + sign;
    }
  }
  return decimalInWords(value, decimals);
}

/**
 * A linear axis. A domain of one value is widened around it.
 *
 * @param ends whether the axis begins and ends at round numbers, or where the data do.
 * @param range pixels of the first and the last value; the first may be the larger.
 */
export function linearAxis(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
  count = 5,
  ends: 'round' | 'exact' = 'round',
): Axis {
  const [a, b] =
    from === to ? [from - Math.abs(from || 1) / 2, to + Math.abs(to || 1) / 2] : [from, to];
  const [first, last] = ends === 'exact' ? [a, b] : nice(a, b, count);
  const decimals = Math.max(0, -Math.floor(Math.log10(tickStep(first, last, count))));
  const at = (value: number): number => start + ((value - first) / (last - first)) * (end - start);
  return {
    at,
    domain: [first, last],
    ticks: ticks(first, last, count).map((value) => ({
      value,
      label: tickWords(value, decimals),
      at: at(value),
    })),
  };
}
