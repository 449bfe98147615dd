import type { GenerateCall, GenerateReply } from '../../src/core/calls/call.ts';
import { checkTokens, decoderOf, type LoadedModel, promptFor } from './loadedModel.ts';
import { hasLogit, tokenPicker } from './pickToken.ts';
import type { Untimed, Writer, WritingCall } from './preparedCall.ts';

/**
 * Writes an answer token by token. It ends at an end token (`stop`), before the first stop string (`stop-string`), or at
 * `maxNewTokens` or the end of the model's context (`length`). A repository's own sampling defaults are not applied: the call says all.
 *
 * @throws ModelFailureError
 */
export function prepareGenerate(loaded: LoadedModel, call: GenerateCall): WritingCall {
  decoderOf(loaded);
  const prompt = promptFor(loaded, call.messages);
  const ids = [...prompt.ids, ...(call.beginning ?? [])];
  checkTokens(loaded, ids, 1);
  const room = (loaded.contextLength ?? Infinity) - ids.length;
  const most = Math.min(call.maxNewTokens, room);
  return {
    kind: 'write',
    ids,
    writer: new AnswerWriter(loaded, call, most, prompt.ids.length),
  };
}

class AnswerWriter implements Writer {
  readonly #loaded: LoadedModel;
  readonly #call: GenerateCall;
  readonly #most: number;
  readonly #promptTokens: number;
  readonly #pick: ReturnType<typeof tokenPicker>;
  readonly #written: number[] = [];
  readonly #beginning: readonly number[];
  readonly #textLengths: number[] = [];
  #endToken: number | null = null;
  #text = '';
  #isBroken = false;
  #finishReason: GenerateReply['finishReason'] = 'length';

  constructor(loaded: LoadedModel, call: GenerateCall, most: number, promptTokens: number) {
    this.#loaded = loaded;
    this.#call = call;
    this.#most = most;
    this.#promptTokens = promptTokens;
    this.#pick = tokenPicker(call.sampling);
    this.#beginning = call.beginning ?? [];
    this.#text = this.#decoded(this.#beginning);
    for (const at of this.#beginning.keys())
      if (call.listTokens) this.#noteLength(this.#decoded(this.#beginning.slice(0, at + 1)));
  }

  next(logits: Float32Array): number | null {
    if (this.#most <= 0) return null;
    const token = this.#pick(logits);
    if (!hasLogit(logits, token)) {
      this.#isBroken = true;
      return null;
    }
    if (this.#loaded.endTokens.has(token)) {
      this.#finishReason = 'stop';
      this.#endToken = token;
      this.#noteLength(this.#text);
      return null;
    }
    this.#written.push(token);
    // A character may take several tokens, and a stop string too, so the whole is decoded every time.
    this.#text = this.#decoded([...this.#beginning, ...this.#written]);
    this.#noteLength(this.#text);
    const cut = firstStop(this.#text, this.#call.stop);
    if (cut !== null) {
      this.#text = this.#text.slice(0, cut);
      this.#finishReason = 'stop-string';
      return null;
    }
    return this.#written.length < this.#most ? token : null;
  }

  #decoded(tokens: readonly number[]): string {
    if (tokens.length === 0) return '';
    return this.#loaded.tokenizer.decode([...tokens], { skip_special_tokens: true });
  }

  #noteLength(text: string): void {
    this.#textLengths.push(text.length);
  }

  reply(): Untimed<GenerateReply> {
    const end = this.#endToken === null ? [] : [this.#endToken];
    return {
      kind: 'generate',
      text: this.#text,
      finishReason: this.#finishReason,
      promptTokens: this.#promptTokens,
      newTokens: this.#written.length,
      ...(this.#isBroken ? { noNumber: true } : {}),
      ...(this.#call.listTokens === undefined
        ? {}
        : {
            tokens: [...this.#beginning, ...this.#written, ...end],
            textLengths: this.#textLengths,
          }),
    };
  }
}

/** Where the earliest of the stop strings begins; null where none occurs. */
function firstStop(text: string, stops: readonly string[]): number | null {
  const found = stops.filter((stop) => stop !== '').map((stop) => text.indexOf(stop));
  const places = found.filter((at) => at >= 0);
  return places.length === 0 ? null : Math.min(...places);
}
