import type { Tolerance } from '../../packs/numericAnswers.ts';

/** Takes up what binary fractions add to a difference of decimal ones, as in 0.3 - 0.2. */
const SLACK = 1e-9;

/** Whether a number is right: within the tolerance of the answer, its edge included. */
export function isWithin(said: number, answer: number, tolerance: Tolerance): boolean {
  const most = tolerance.kind === 'absolute' ? tolerance.value : tolerance.value * Math.abs(answer);
  return Math.abs(said - answer) <= most + SLACK * Math.max(1, Math.abs(answer));
}

/** |said - answer| / |answer|; null where the answer is 0, of which there is no share. */
export function relativeError(said: number, answer: number): number | null {
  return answer === 0 ? null : Math.abs(said - answer) / Math.abs(answer);
}
