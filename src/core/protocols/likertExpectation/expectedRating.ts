import type { ChooseReply } from '../../calls/call.ts';
import { LEAST_LABEL_MASS } from '../readChoice.ts';

/** Whole numbers from `least` to `most`, each of one digit. */
export interface RatingScale {
  readonly least: number;
  readonly most: number;
  /** Probability that a digit needs to be kept. */
  readonly leastDigit: number;
}

/**
 * G-Eval leaves out digits with less than 1 % of the probability. It looks among the 20 likeliest tokens; a digit that has 1 % but
 * is not among them would need 20 others with as much, so the threshold stands for both.
 */
export const LEAST_DIGIT_PROBABILITY = 0.01;

/** The scale of PEEM's axes, read as G-Eval reads its scores. */
export const LIKERT: RatingScale = { least: 1, most: 5, leastDigit: LEAST_DIGIT_PROBABILITY };
/** The scale of OPRM's one reward: a softmax over all of its digits, none left out. */
export const REWARD: RatingScale = { least: 1, most: 9, leastDigit: 0 };

/** The digits of a scale, ascending: the labels of a choice. */
export function scaleLabels({ least, most }: RatingScale): string[] {
  return Array.from({ length: most - least + 1 }, (_, place) => String(least + place));
}

/** A rating as a distribution over the digits of its scale. */
export interface Rating {
  /** One a digit, ascending; they sum to 1, and a digit that was dropped has 0. */
  readonly distribution: readonly number[];
  /** E[s], on the scale. */
  readonly mean: number;
  /** Var[s], in squares of the scale's steps: what the judge is unsure of. */
  readonly variance: number;
  /** (E[s] - least) / (most - least), in [0, 1]. */
  readonly normalised: number;
}

/**
 * A rating from the log-probabilities of the digits, in nats; less infinity is a probability of 0. Those that the scale keeps
 * are normalised, and the score is the expectation over them: on G-Eval's scale (Liu et al. 2023) the digits with at least 1 %,
 * on OPRM's (arXiv 2602.12660) all, which reads the variance as uncertainty.
 *
 * Null where a log-probability is no number, or where what is kept has less than 1 % of the probability together: the judge
 * would have said something else. For OPRM's reward that check is ours; G-Eval's own rule implies it.
 */
export function readRating(
  { logprobs }: Pick<ChooseReply, 'logprobs'>,
  { least, most, leastDigit }: RatingScale,
): Rating | null {
  const probabilities = logprobs.map((logprob) => Math.exp(logprob));
  if (logprobs.length !== most - least + 1 || !probabilities.every(Number.isFinite)) return null;
  const kept = probabilities.map((probability) => (probability >= leastDigit ? probability : 0));
  const mass = kept.reduce((sum, probability) => sum + probability, 0);
  if (mass < LEAST_LABEL_MASS) return null;
  const distribution = kept.map((probability) => probability / mass);
  const expect = (value: (score: number) => number) =>
    distribution.reduce((sum, probability, place) => sum + probability * value(least + place), 0);
  const mean = expect((score) => score);
  return {
    distribution,
    mean,
    variance: expect((score) => (score - mean) ** 2),
    normalised: (mean - least) / (most - least),
  };
}

/**
 * OPRM's joint J = p_a p_bᵀ of two ratings on one scale, drawn apart: the probability that the first is higher (the mass of J
 * below its diagonal) and that they are equal (its diagonal).
 */
export function compareRatings(
  first: Pick<Rating, 'distribution'>,
  second: Pick<Rating, 'distribution'>,
): { above: number; equal: number } {
  let above = 0;
  let equal = 0;
  let lower = 0;
  for (const [place, probability] of first.distribution.entries()) {
    const other = second.distribution[place] ?? 0;
    above += probability * lower;
    equal += probability * other;
    lower += other;
  }
  return { above, equal };
}
