import { numberSentences, type SplitPrompt } from '../verifyEvidence/prompt.ts';

/** What the student is asked: does the patient meet the criterion, and which sentences decide it? */
export function eligibilityPrompt(sentences: readonly string[], criterion: string): SplitPrompt {
  return {
    prefix:
      'Does the patient meet the criterion? Answer yes or no with the numbers of the sentences that decide it.\n' +
      `Patient:\n${numberSentences(sentences)}`,
    suffix: `Criterion: ${criterion}\nAnswer:`,
  };
}

/** The right reply: the verdict and the numbers of the deciding sentences, such as `yes 2 5` or `no 3`. */
export function eligibilityReply(label: boolean, evidence: readonly number[]): string {
  return [label ? 'yes' : 'no', ...evidence.map(String)].join(' ');
}
