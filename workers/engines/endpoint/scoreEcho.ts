import type { EchoedText } from './replies.ts';

/** Letters that a server may put before a text: the mark that begins one. */
const MOST_BEFORE = 40;

export interface ScoredContinuation {
  tokens: string[];
  logprobs: number[];
}

/**
 * The tokens of a continuation among those of an echoed text, with their log-probabilities. A token
 * that begins in the prompt and ends in the continuation counts. Null where the server did not echo
 * the text, or not as it was given.
 */
export function scoreEcho(
  { tokens, logprobs }: Pick<EchoedText, 'tokens' | 'logprobs'>,
  prompt: string,
  continuation: string,
): ScoredContinuation | null {
  const start = tokens.join('').indexOf(prompt + continuation);
  if (start < 0 || start > MOST_BEFORE) return null;
  const from = start + prompt.length;
  const to = from + continuation.length;
  const scored: ScoredContinuation = { tokens: [], logprobs: [] };
  let at = 0;
  for (const [index, token] of tokens.entries()) {
    const begins = at;
    at += token.length;
    if (at <= from || begins >= to) continue;
    const logprob = logprobs[index];
    if (logprob === null || logprob === undefined) return null;
    scored.tokens.push(token);
    scored.logprobs.push(logprob);
  }
  return scored.tokens.length === 0 ? null : scored;
}
