/** The labels the student chooses between, the one that approves first. */
export const RATING_LABELS = ['yes', 'no'] as const;

/** What every answer to one question shares. Ends in a line feed; the note's lines are numbered from 1. */
export function rateAnswerPrefix(lines: readonly string[], question: string): string {
  const note = lines.map((line, index) => `${String(index + 1)} ${line}\n`).join('');
  return `Is the answer to the question right? Say yes or no.\n${note}Question: ${question}\n`;
}

/** One answer to rate. */
export function rateAnswerSuffix(answer: string): string {
  return `Reply: ${answer}\nAnswer:`;
}
