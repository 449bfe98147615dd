import type { ChooseReply } from '../calls/call.ts';

/**
 * Least total probability that the labels must have for a choice to count. Below it the model would
 * have said something else entirely, and the odds between the labels are noise. The threshold is
 * ours; G-Eval drops score tokens under the same 1 %.
 */
export const LEAST_LABEL_MASS = 0.01;

/** A choice as read: which label, how probable, or why it cannot be read, in words and by whose doing. */
export type Choice =
  | { kind: 'read'; index: number; probabilities: readonly number[] }
  | {
      kind: 'unscored';
      /** `no-number`: the runtime or the endpoint gave none. `other-words`: the model would have said something else. */
      cause: 'no-number' | 'other-words';
      reason: string;
    };

/**
 * Whether a student's choice has no mark. What a student would rather say than a label is its own doing, and a wrong answer;
 * that no number came back is the instrument's, and is left out and counted, as it is of a judge.
 */
export function isUnscored(choice: Choice): boolean {
  return choice.kind === 'unscored' && choice.cause === 'no-number';
}

/**
 * Reads the label a model chose. Ties go to the later label, so that a judge which cannot tell
 * does not give credit ("yes" stands first by convention).
 */
export function readChoice(reply: ChooseReply): Choice {
  const { logprobs, probabilities } = reply;
  if (!logprobs.every(Number.isFinite) || !probabilities.every(Number.isFinite)) {
    return {
      kind: 'unscored',
      cause: 'no-number',
      reason: 'a label came back without a log-probability',
    };
  }
  const mass = logprobs.reduce((sum, logprob) => sum + Math.exp(logprob), 0);
  if (mass < LEAST_LABEL_MASS) {
    return {
      kind: 'unscored',
      cause: 'other-words',
      reason: `the labels have ${(mass * 100).toPrecision(2)} % of the judge's probability, less than 1 %`,
    };
  }
  let index = 0;
  probabilities.forEach((probability, at) => {
    if (probability >= (probabilities[index] ?? 0)) index = at;
  });
  return { kind: 'read', index, probabilities };
}
