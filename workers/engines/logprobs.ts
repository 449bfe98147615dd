import type { LogprobsCall, LogprobsReply } from '../../src/core/calls/call.ts';
import { dispose } from './decoder.ts';
import { failureError, throwIfAborted } from './failures.ts';
import { checkTokens, decoderOf, type LoadedModel, promptFor } from './loadedModel.ts';
import { logProbability } from './logSoftmax.ts';
import { commonPrefix } from './prompt.ts';

/**
 * Log-probability of each token of a given continuation, in one forward. The continuation begins where its tokens part
 * from the prompt's own; its first token then holds the end of the prompt too.
 *
 * @throws ModelFailureError
 */
export async function logprobs(
  loaded: LoadedModel,
  call: LogprobsCall,
  signal: AbortSignal,
): Promise<LogprobsReply> {
  const startMs = performance.now();
  const decoder = decoderOf(loaded);
  const prompt = promptFor(loaded, call.messages);
  const ids = prompt.encodeWith(call.continuation);
  const cut = commonPrefix([prompt.ids, ids]);
  if (cut === 0) {
    throw failureError('unsupported-call', `The prompt for ${loaded.ref.id} is no whole token.`);
  }
  checkTokens(loaded, ids, 0);
  throwIfAborted(signal);
  const scored = ids.slice(cut);
  const found: number[] = [];
  if (scored.length > 0) {
    const { rows, past } = await decoder.feed(ids.slice(0, -1), null, scored.length);
    await dispose(past);
    for (const [at, row] of rows.entries()) found.push(logProbability(row, scored[at] ?? -1));
  }
  return {
    kind: 'logprobs',
    logprobs: found,
    tokens: scored.map((token) => loaded.tokenizer.decode([token])),
    promptTokens: prompt.ids.length,
    latencyMs: performance.now() - startMs,
  };
}
