import type { LossTerms } from '../../../src/core/distill/rollout.ts';
import { SPECIAL_IDS } from '../../../src/core/models/zoo/tokenizer/tokenizerFiles.ts';

/** A prompt and the reply that is learned from or scored. */
export interface TextRow {
  readonly prompt: readonly number[];
  readonly reply: readonly number[];
}

/**
 * Texts in rows of `promptLength + replyLength` tokens, padded on the right, where causal attention never looks. Site
 * `row * replyLength + t` is the token before reply token t, whose logits that token is drawn from; sites that are not used
 * point at token 0.
 */
export interface TextBatch {
  readonly rows: number;
  readonly length: number;
  readonly replyLength: number;
  /** int32 [rows * length]. */
  readonly ids: Int32Array<ArrayBuffer>;
  /** int32 [rows * replyLength] each: flat indices into `ids`, and the tokens that follow them. */
  readonly sites: Int32Array<ArrayBuffer>;
  readonly targets: Int32Array<ArrayBuffer>;
  /** Tokens of prompts and replies. */
  readonly tokenCount: number;
}

/** @throws RangeError for a prompt or a reply that is longer than its part of a row. */
export function layOutTexts(
  texts: readonly TextRow[],
  promptLength: number,
  replyLength: number,
): TextBatch {
  const length = promptLength + replyLength;
  const ids = new Int32Array(texts.length * length).fill(SPECIAL_IDS.pad);
  const sites = new Int32Array(texts.length * replyLength);
  const targets = new Int32Array(texts.length * replyLength);
  let tokenCount = 0;
  texts.forEach(({ prompt, reply }, row) => {
    if (prompt.length > promptLength || reply.length > replyLength)
      throw new RangeError(
        `A text of ${String(prompt.length)} and ${String(reply.length)} tokens does not fit its row.`,
      );
    const at = row * length;
    ids.set(prompt, at);
    ids.set(reply, at + prompt.length);
    reply.forEach((token, index) => {
      sites[row * replyLength + index] = at + prompt.length - 1 + index;
      targets[row * replyLength + index] = token;
    });
    tokenCount += prompt.length + reply.length;
  });
  return { rows: texts.length, length, replyLength, ids, sites, targets, tokenCount };
}

/** Shares by site, [rows * replyLength], from shares by text and token; zeros for null. */
export function sharesBySite(
  { rows, replyLength }: TextBatch,
  shares: LossTerms['divergenceShares'],
): Float32Array<ArrayBuffer> {
  const flat = new Float32Array(rows * replyLength);
  shares?.forEach((values, row) => {
    flat.set(values, row * replyLength);
  });
  return flat;
}
