import type { Tensor } from '@huggingface/transformers';
import type { EmbedCall, EmbedReply } from '../../src/core/calls/call.ts';
import { inputNames } from './decoder.ts';
import { failureError, throwIfAborted } from './failures.ts';
import { checkTokens, type LoadedModel } from './loadedModel.ts';
import { floatsOf, int64, tensorsOf } from './tensors.ts';

/**
 * The mean of the last hidden state over a text's tokens, special ones included; not normalised.
 *
 * @throws ModelFailureError `unsupported-call` for a model that gives no hidden state, as decoders on hubs do not.
 */
export async function embed(
  loaded: LoadedModel,
  call: EmbedCall,
  signal: AbortSignal,
): Promise<EmbedReply> {
  const startMs = performance.now();
  const { model, tokenizer, ref, decoder } = loaded;
  const noHidden = `${ref.id} gives no hidden state to make a vector of.`;
  if (decoder !== null) throw failureError('unsupported-call', noHidden);
  const ids = tokenizer.encode(call.text);
  checkTokens(loaded, ids, 0);
  throwIfAborted(signal);
  const filled = (value: number): Tensor =>
    int64(new Array<number>(ids.length).fill(value), [1, ids.length]);
  const inputs = {
    input_ids: int64(ids, [1, ids.length]),
    attention_mask: filled(1),
    ...(inputNames(model).includes('token_type_ids') ? { token_type_ids: filled(0) } : {}),
  };
  const outputs: unknown = await model.forward(inputs);
  const hidden = tensorsOf(outputs).get('last_hidden_state');
  if (hidden === undefined) throw failureError('unsupported-call', noHidden);
  return {
    kind: 'embed',
    vector: meanOverTokens(hidden),
    latencyMs: performance.now() - startMs,
  };
}

/** @param hidden [1, tokens, width] */
function meanOverTokens(hidden: Tensor): number[] {
  const data = floatsOf(hidden);
  const width = hidden.dims.at(-1) ?? 0;
  const tokens = data.length / width;
  const sums = new Float64Array(width);
  for (const [at, value] of data.entries()) {
    const column = at % width;
    sums[column] = (sums[column] ?? 0) + value;
  }
  return Array.from(sums, (sum) => sum / tokens);
}
