import type { GenerateCall, GenerateReply } from '../../src/core/calls/call.ts';
import { dispose, type Past } from './decoder.ts';
import { throwIfAborted } from './failures.ts';
import { EventTurns } from './letEventsIn.ts';
import { decoderOf, type LoadedModel, promptFor } from './loadedModel.ts';
import { tokenPicker } from './pickToken.ts';

/**
 * Writes an answer token by token. It ends before the first stop string or end token (`stop`), or at `maxNewTokens` or
 * the end of the model's context (`length`). A repository's own sampling defaults are not applied: the call says all.
 *
 * @throws ModelFailureError
 */
export async function generate(
  loaded: LoadedModel,
  call: GenerateCall,
  signal: AbortSignal,
): Promise<GenerateReply> {
  const startMs = performance.now();
  const decoder = decoderOf(loaded);
  const prompt = promptFor(loaded, call.messages);
  const room = (loaded.contextLength ?? Infinity) - prompt.ids.length;
  const most = Math.min(call.maxNewTokens, room);
  const pick = tokenPicker(call.sampling);
  const turns = new EventTurns();
  const written: number[] = [];
  let text = '';
  let finishReason: GenerateReply['finishReason'] = 'length';
  let past: Past | null = null;
  try {
    let next = prompt.ids;
    while (written.length < most) {
      await turns.letEventsIn();
      throwIfAborted(signal);
      const step = await decoder.feed(next, past, 1);
      if (past !== null) await dispose(past);
      past = step.past;
      const [logits] = step.rows;
      if (logits === undefined) break;
      const token = pick(logits);
      if (loaded.endTokens.has(token)) {
        finishReason = 'stop';
        break;
      }
      written.push(token);
      // A character may take several tokens, so the whole is decoded every time.
      text = loaded.tokenizer.decode(written, { skip_special_tokens: true });
      const cut = firstStop(text, call.stop);
      if (cut !== null) {
        text = text.slice(0, cut);
        finishReason = 'stop';
        break;
      }
      next = [token];
    }
  } finally {
    turns.close();
    if (past !== null) await dispose(past);
  }
  return {
    kind: 'generate',
    text,
    finishReason,
    promptTokens: prompt.ids.length,
    newTokens: written.length,
    latencyMs: performance.now() - startMs,
  };
}

/** Where the earliest of the stop strings begins; null where none occurs. */
function firstStop(text: string, stops: readonly string[]): number | null {
  const found = stops.filter((stop) => stop !== '').map((stop) => text.indexOf(stop));
  const places = found.filter((at) => at >= 0);
  return places.length === 0 ? null : Math.min(...places);
}
