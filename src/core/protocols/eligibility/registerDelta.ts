import type { ValueRow } from '../metric.ts';

/** Sums of right answers and numbers of answers, by register code: clinical 0, patient 1. */
interface Halves {
  right: [number, number];
  asked: [number, number];
}

function halvesByPair(rows: readonly ValueRow[]): Map<number, Halves> {
  const pairs = new Map<number, Halves>();
  for (const { values } of rows) {
    const { pair, register, correct } = values;
    if (typeof pair !== 'number' || typeof correct !== 'number') continue;
    if (register !== 0 && register !== 1) continue;
    const halves = pairs.get(pair) ?? { right: [0, 0], asked: [0, 0] };
    halves.right[register] += correct;
    halves.asked[register] += 1;
    pairs.set(pair, halves);
  }
  return pairs;
}

/**
 * Mean over pairs of correct(patient's words) - correct(clinical words), in [-1, 1]; below 0 where
 * the patient's words make it harder. A pair with only one of its halves is left out; a pair that
 * stands several times among the rows (more epochs, or drawn more than once by the bootstrap)
 * counts as often. Null without a whole pair.
 */
export function registerDelta(rows: readonly ValueRow[]): number | null {
  let sum = 0;
  let weight = 0;
  for (const { right, asked } of halvesByPair(rows).values()) {
    const times = Math.min(asked[0], asked[1]);
    if (times === 0) continue;
    sum += times * (right[1] / asked[1] - right[0] / asked[0]);
    weight += times;
  }
  return weight === 0 ? null : sum / weight;
}
