import type { SplitPrompt } from '../verifyEvidence/prompt.ts';

/** The labels of the options, in order; the student is asked which of them it would say. */
export const CHOICE_LABELS = ['A', 'B', 'C', 'D'] as const;

/** What a question shows; the case may be missing. */
interface ShownChoice {
  text?: string | undefined;
  question: string;
  options: readonly string[];
}

/** What the student is asked: a case where there is one, a question, and an option a line. */
export function choicePrompt({ text, question, options }: ShownChoice): SplitPrompt {
  const shown = options.map((option, index) => `${CHOICE_LABELS[index] ?? '?'} ${option}\n`);
  return {
    prefix:
      'Choose the right answer. Answer with its letter.\n' +
      (text === undefined ? '' : `Case: ${text}\n`),
    suffix: `Question: ${question}\n${shown.join('')}Answer:`,
  };
}
