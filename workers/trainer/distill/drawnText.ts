import {
  confidenceLine,
  replyLength,
} from '../../../src/core/distill/confidence/confidenceLine.ts';
import { confidenceTargets } from '../../../src/core/distill/confidence/targets.ts';
import { SPECIAL_IDS } from '../../../src/core/models/zoo/tokenizer/tokenizerFiles.ts';
import type { Problem, Problems } from './problems.ts';
import type { WrittenText } from './sampler.ts';

/** A text of a step, before it is scored. */
export interface DrawnText extends WrittenText {
  readonly problem: Problem;
  /** Number of the problem in its step. */
  readonly group: number;
  /** Whether its answer is right; null where a prefix cut it before it could be. */
  readonly correct: boolean | null;
  /** Place of the confidence line's first token, where one was put behind the reply. */
  readonly confidenceAt?: number;
}

/** Tokens that a confidence line and the end mark take at most: a line feed, a word in pieces, and two numbers. */
export const CONFIDENCE_ROOM = 12;

/**
 * Texts with a line behind each that says how many of the texts over its problem are right, in place of what the student may have
 * claimed there itself. The logits that they were drawn from are dropped: the new tokens have none.
 */
export function withConfidence(texts: readonly DrawnText[], problems: Problems): DrawnText[] {
  const targets = confidenceTargets(
    texts.map(({ group, correct }) => ({ problem: group, correct })),
  );
  return texts.map((text) => {
    const target = targets.get(text.group);
    const written = text.tokens.filter((token) => token !== SPECIAL_IDS.end);
    const confidenceAt = replyLength(problems.piecesOf(written));
    const line = target === undefined ? [] : problems.encode(confidenceLine(target));
    const tokens = [...written.slice(0, confidenceAt), ...line, SPECIAL_IDS.end];
    return { ...text, tokens, confidenceAt, ended: true, logits: null };
  });
}
