import type { Concept } from '../../packs/concept.ts';

/**
 * A prompt in two parts whose concatenation is the whole user message.
 *
 * The prefix depends on the document only, so that every question over one document shares it
 * (and, later, its KV cache). The prefix always ends in a line feed: byte-level BPE
 * pre-tokenisers split there, so tokenising the parts apart gives the same ids as tokenising the
 * whole.
 */
export interface SplitPrompt {
  prefix: string;
  suffix: string;
}

/** One sentence a line, each behind its 1-based number. */
export function numberSentences(sentences: readonly string[]): string {
  return sentences.map((sentence, index) => `${String(index + 1)} ${sentence}\n`).join('');
}

/** What the student is asked: does the note support the concept, and which sentences show it? */
export function studentPrompt(sentences: readonly string[], concept: Concept): SplitPrompt {
  return {
    prefix:
      'Say whether the note supports the concept. Answer yes with the numbers of the sentences that show it, or no.\n' +
      `Note:\n${numberSentences(sentences)}`,
    suffix: `Concept: ${concept.name} (${concept.code})\nAnswer:`,
  };
}

/**
 * What the judge is asked: is the claim right, given these sentences and nothing else?
 * The judge never sees the student's words, only the sentences that the student pointed at.
 */
export function judgePrompt(sentences: readonly string[], concept: Concept): SplitPrompt {
  return {
    prefix:
      'Judge the claim by the evidence alone. Answer yes if the evidence shows it, or no.\n' +
      `Evidence:\n${numberSentences(sentences)}`,
    suffix: `Claim: the patient has ${concept.name} (${concept.code})\nAnswer:`,
  };
}

/** The labels the judge chooses between. */
export const JUDGE_LABELS = ['yes', 'no'] as const;
