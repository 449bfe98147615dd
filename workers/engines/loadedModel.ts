import type { PreTrainedModel, PreTrainedTokenizer } from '@huggingface/transformers';
import type { Message } from '../../src/core/calls/call.ts';
import type { ModelRef } from '../../src/core/calls/model.ts';
import type { Decoder } from './decoder.ts';
import type { LoadedInfo } from './engine.ts';
import { failureError } from './failures.ts';
import { type Prompt, renderPrompt } from './prompt.ts';

/** A model with its session, ready to answer. */
export interface LoadedModel {
  readonly ref: ModelRef;
  readonly info: LoadedInfo;
  readonly model: PreTrainedModel;
  readonly tokenizer: PreTrainedTokenizer;
  /** Null for an encoder, which gives vectors only. */
  readonly decoder: Decoder | null;
  readonly endTokens: ReadonlySet<number>;
  /** Most tokens of prompt and answer together; null where the model does not say. */
  readonly contextLength: number | null;
  /** SHA-256 of what decides tokens in tokenizer.json; equal where two models take texts for the same tokens. */
  readonly tokenizerHash: string;
  /** Ids run below this; null where the model does not say. */
  readonly vocabulary: number | null;
}

/** @throws ModelFailureError `unsupported-call` for an encoder. */
export function decoderOf({ decoder, ref }: LoadedModel): Decoder {
  if (decoder === null) {
    throw failureError('unsupported-call', `${ref.id} is an encoder: it gives vectors, not text.`);
  }
  return decoder;
}

/** @throws ModelFailureError where the template refuses the messages, or the prompt leaves no room for an answer. */
export function promptFor(loaded: LoadedModel, messages: readonly Message[]): Prompt {
  const prompt = renderPrompt(loaded.tokenizer, messages, loaded.ref.id);
  checkTokens(loaded, prompt.ids, 1);
  return prompt;
}

/**
 * Refuses tokens that a session would fail on, or answer with nonsense: a failed session takes its worker with it.
 *
 * @param room tokens that are to follow.
 * @throws ModelFailureError
 */
export function checkTokens(loaded: LoadedModel, ids: readonly number[], room: number): void {
  const { contextLength, vocabulary, ref } = loaded;
  if (contextLength !== null && ids.length + room > contextLength) {
    const length = `${String(ids.length)} tokens`;
    throw failureError(
      'unsupported-call',
      `The prompt for ${ref.id} has ${length}; it reads ${String(contextLength)}, answer included.`,
      'Choose a model with a longer context, or shorter items.',
    );
  }
  const highest = ids.reduce((max, token) => Math.max(max, token), 0);
  if (vocabulary !== null && highest >= vocabulary) {
    const what = `tokenizer.json of ${ref.id} gives token ${String(highest)}`;
    throw failureError('bad-config', `${what}; config.json says vocab_size ${String(vocabulary)}.`);
  }
}
