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

/** A number as axes write it: thousands and above in short, and no more decimals than given. */
function tickWords(value: number, decimals: number): string {
  const size = Math.abs(value);
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

const LOG_STEPS = [1, 2, 5];

/**
 * A logarithmic axis, whose ends are the data's with a little room. Ticks are powers of ten; where few of them fit in, 1, 2 and 5 times these.
 *
 * @throws RangeError for a domain that is not above zero.
 */
export function logAxis(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
  count = 5,
): Axis {
  if (!(from > 0 && to > 0)) {
    throw new RangeError(`A logarithmic axis cannot show ${String(Math.min(from, to))}.`);
  }
  const room = from === to ? Math.log(2) : Math.log(to / from) * 0.04;
  const [low, high] = [Math.log(from) - room, Math.log(to) + room];
  const at = (value: number): number =>
    start + ((Math.log(value) - low) / (high - low)) * (end - start);
  const within: number[] = [];
  const powers: number[] = [];
  for (let e = Math.floor(low / Math.LN10); e <= Math.ceil(high / Math.LN10); e += 1) {
    for (const step of LOG_STEPS) {
      const value = Number(`${String(step)}e${String(e)}`);
      if (Math.log(value) < low || Math.log(value) > high) continue;
      within.push(value);
      if (step === 1) powers.push(value);
    }
  }
  const dense = powers.length >= 3 ? powers : within;
  const every = Math.max(1, Math.ceil(dense.length / (count + 1)));
  return {
    at,
    domain: [Math.exp(low), Math.exp(high)],
    ticks: dense
      .filter((_value, index) => index % every === 0)
      .map((value) => ({
        value,
        label: tickWords(value, Math.max(0, -Math.floor(Math.log10(value)))),
        at: at(value),
      })),
  };
}

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
