import type { LogprobsCall } from '../../src/core/calls/call.ts';
import { failureError } from './failures.ts';
import { checkTokens, decoderOf, type LoadedModel, promptFor } from './loadedModel.ts';
import { logProbability } from './logSoftmax.ts';
import type { ReadingCall } from './preparedCall.ts';
import { commonPrefix } from './prompt.ts';

/**
 * Log-probability of each token of a given continuation, in one forward. The continuation begins where its tokens part
 * from the prompt's own; its first token then holds the end of the prompt too.
 *
 * @throws ModelFailureError
 */
export function prepareLogprobs(loaded: LoadedModel, call: LogprobsCall): ReadingCall {
  decoderOf(loaded);
  const prompt = promptFor(loaded, call.messages);
  const ids = prompt.encodeWith(call.continuation);
  const cut = commonPrefix([prompt.ids, ids]);
  if (cut === 0) {
    throw failureError('unsupported-call', `The prompt for ${loaded.ref.id} is no whole token.`);
  }
  checkTokens(loaded, ids, 0);
  const scored = ids.slice(cut);
  return {
    kind: 'read',
    // The last token is only looked up, never fed. A continuation without a token of its own still feeds its prompt.
    ids: scored.length === 0 ? ids : ids.slice(0, -1),
    keep: Math.max(1, scored.length),
    read: ({ rows }) =>
      Promise.resolve({
        kind: 'logprobs',
        logprobs: scored.map((token, at) => {
          const row = rows[at];
          return row === undefined ? -Infinity : logProbability(row, token);
        }),
        tokens: scored.map((token) => loaded.tokenizer.decode([token])),
        promptTokens: prompt.ids.length,
      }),
  };
}
