import { isUnscored, type Choice } from '../readChoice.ts';

/** How a choice among options fared; all null where the runtime gave no number. */
export interface ChoiceMarks {
  /** 0-based index of the chosen option; null where the choice was unreadable. */
  chosen: number | null;
  correct: 0 | 1 | null;
  /** Probability of the right option, normalised over the labels, in [0, 1]. */
  goldProbability: number | null;
  /** Probability of the right option less that of the best wrong one, in [-1, 1]. */
  margin: number | null;
  /** Squared differences between the probabilities and the outcome, summed over the options, in [0, 2]. */
  brier: number | null;
}

const NO_MARKS: ChoiceMarks = {
  chosen: null,
  correct: null,
  goldProbability: null,
  margin: null,
  brier: null,
};

/**
 * Marks a choice against the 0-based index of the right option.
 *
 * Brier, “Verification of forecasts expressed in terms of probability” (1950), in its original
 * form: the sum over the options of (p - o)^2, where o is 1 for the right option and 0 for others.
 * An unreadable choice had put its probability on something that is not an option, and is marked as
 * a forecast that was sure of it: probability 0, margin -1, Brier score 2. Where no number came back there is no forecast
 * and nothing to mark.
 */
export function markChoice(choice: Choice, answer: number): ChoiceMarks {
  if (isUnscored(choice)) return NO_MARKS;
  if (choice.kind === 'unscored') {
    return { chosen: null, correct: 0, goldProbability: 0, margin: -1, brier: 2 };
  }
  const { index, probabilities } = choice;
  const goldProbability = probabilities[answer] ?? 0;
  const others = probabilities.filter((_, at) => at !== answer);
  const brier = probabilities.reduce(
    (sum, probability, at) => sum + (probability - Number(at === answer)) ** 2,
    0,
  );
  return {
    chosen: index,
    correct: index === answer ? 1 : 0,
    goldProbability,
    margin: goldProbability - Math.max(...others),
    brier,
  };
}
