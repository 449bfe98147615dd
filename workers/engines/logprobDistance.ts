import { logSoftmax } from './logSoftmax.ts';

/** Log-probabilities below this say nothing of note, and rounding moves them most. */
const FLOOR = -12;

/** Largest difference, in nats, between log-probabilities that matter of two rows of logits; infinite where one is missing or no number. */
export function logprobDistance(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (a === undefined || b === undefined) return Infinity;
  const left = logSoftmax(a);
  const right = logSoftmax(b);
  return left.reduce((most, value, at) => {
    const difference = Math.abs(Math.max(value, FLOOR) - Math.max(right[at] ?? NaN, FLOOR));
    return Number.isNaN(difference) ? Infinity : Math.max(most, difference);
  }, 0);
}
