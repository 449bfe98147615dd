import type { SplitPrompt } from '../verifyEvidence/prompt.ts';

/** What the student is asked: a case with its formula in words, and a question after a number. */
export function numericPrompt(text: string, question: string): SplitPrompt {
  return {
    prefix: `Work out the number by the rule. Answer with the number.\nCase: ${text}\n`,
    suffix: `Question: ${question}\nAnswer:`,
  };
}
