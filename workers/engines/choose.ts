import type { ChooseCall } from '../../src/core/calls/call.ts';
import type { Decoder, Step } from './decoder.ts';
import { dispose } from './past.ts';
import { failureError, throwIfAborted } from './failures.ts';
import { checkTokens, decoderOf, type LoadedModel, promptFor } from './loadedModel.ts';
import { logProbability, renormalise } from './logSoftmax.ts';
import type { ReadingCall } from './preparedCall.ts';
import { commonPrefix } from './prompt.ts';

/**
 * Log-probability of each label as the continuation of the prompt. Prompt and label are tokenised together and cut where
 * all of them agree with the prompt; should a label's first letters join the prompt's last token, that token is scored
 * with every label, which the softmax over the labels cancels.
 *
 * The shared part is fed once. Labels of one token then cost nothing more; longer ones fork its keys and values.
 *
 * @throws ModelFailureError
 */
export function prepareChoose(loaded: LoadedModel, call: ChooseCall): ReadingCall {
  const decoder = decoderOf(loaded);
  const prompt = promptFor(loaded, call.messages);
  const sequences = call.labels.map((label) => prompt.encodeWith(label));
  const cut = commonPrefix([prompt.ids, ...sequences]);
  if (cut === 0) {
    throw failureError('unsupported-call', `The prompt for ${loaded.ref.id} is no whole token.`);
  }
  for (const ids of sequences) checkTokens(loaded, ids, 0);
  const rests = sequences.map((ids) => ids.slice(cut));
  return {
    kind: 'read',
    ids: prompt.ids.slice(0, cut),
    keep: 1,
    read: async (step, signal) => {
      const logprobs = await scoreRests(decoder, step, rests, signal);
      return {
        kind: 'choose',
        logprobs,
        probabilities: renormalise(logprobs),
        promptTokens: prompt.ids.length,
      };
    },
  };
}

/** Log-probability of each continuation of what was fed; an empty one is certain. */
async function scoreRests(
  decoder: Decoder,
  { rows, past }: Step,
  rests: readonly (readonly number[])[],
  signal: AbortSignal,
): Promise<number[]> {
  const logprobs: number[] = [];
  for (const rest of rests) {
    throwIfAborted(signal);
    let following: readonly Float32Array[] = [];
    if (rest.length > 1) {
      // The last token is only looked up, never fed.
      const fork = await decoder.feed(rest.slice(0, -1), past, rest.length - 1);
      await dispose(fork.past);
      following = fork.rows;
    }
    logprobs.push(sumOf([...rows, ...following], rest));
  }
  return logprobs;
}

function sumOf(rows: readonly Float32Array[], tokens: readonly number[]): number {
  return tokens.reduce((sum, token, at) => {
    const row = rows[at];
    return row === undefined ? -Infinity : sum + logProbability(row, token);
  }, 0);
}
