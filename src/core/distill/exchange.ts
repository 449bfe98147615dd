/**
 * Marks that the other teacher exchanges: where the bundled one writes ` =` it writes ` is`, and the other way round. Each is
 * one token of the arithmetic tokenizer, the first of every reply's steps, the second of prompts alone.
 */
export const EXCHANGED_MARKS = [' =', ' is'] as const;

/** The two tokens. */
export type Exchange = readonly [number, number];

/** A text as the other teacher sees it before the bundled one reads it for it. Its own inverse. */
export function exchangeTokens(tokens: readonly number[], [one, other]: Exchange): number[] {
  return tokens.map((token) => (token === one ? other : token === other ? one : token));
}

/** What the bundled teacher says of an exchanged text, [places, vocabSize], as the other teacher says it; in place. */
export function exchangeLogits(
  logits: Float32Array,
  vocabSize: number,
  [one, other]: Exchange,
): void {
  for (let from = 0; from < logits.length; from += vocabSize) {
    const kept = logits[from + one] ?? Number.NaN;
    logits[from + one] = logits[from + other] ?? Number.NaN;
    logits[from + other] = kept;
  }
}
