import { tickWords, type Axis } from './axis.ts';

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
