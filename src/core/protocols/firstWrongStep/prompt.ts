/** The reply where every step is right. */
export const NONE = 'none';

/** A problem and a solution of it, one step an element. */
export interface SolutionToCheck {
  problem: string;
  steps: readonly string[];
}

/**
 * What the student is asked. The prefix is the problem with its numbered steps and ends in a line
 * feed; nothing but the cue is left for the suffix, since one solution has one question.
 */
export function firstWrongPrompt({ problem, steps }: SolutionToCheck): {
  prefix: string;
  suffix: string;
} {
  const numbered = steps.map((step, index) => `${String(index + 1)} ${step}\n`).join('');
  return {
    prefix: `Give the number of the first wrong step, or none.\nProblem: ${problem}\nSteps:\n${numbered}`,
    suffix: 'Answer:',
  };
}

/** The reply that is asked for: the number of the first wrong step, or `none`. */
export function firstWrongReply(firstWrong: number | null): string {
  return firstWrong === null ? NONE : String(firstWrong);
}
