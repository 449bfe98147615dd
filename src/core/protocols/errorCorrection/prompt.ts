import type { NoteError } from '../../packs/noteErrors.ts';
import { numberSentences, type SplitPrompt } from '../verifyEvidence/prompt.ts';

/** What the student is asked: which sentence contradicts the first, and what should it say? */
export function correctionPrompt(sentences: readonly string[]): SplitPrompt {
  return {
    prefix:
      'The first sentence is always right. Answer with the number of the sentence that contradicts it and that sentence put right, or none.\n' +
      `Note:\n${numberSentences(sentences)}`,
    suffix: 'Answer:',
  };
}

/** The right reply: `none`, or the number of the wrong sentence with the sentence as it should be. */
export function correctionReply(error: NoteError | null): string {
  return error === null ? 'none' : `${String(error.sentence)} ${error.correction}`;
}
