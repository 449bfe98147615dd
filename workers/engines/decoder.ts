import { DynamicCache, type PreTrainedModel, type Tensor } from '@huggingface/transformers';
import * as v from 'valibot';
import { failureError } from './failures.ts';
import { onlyOutputs } from './onlyOutputs.ts';
import { dispose, forgotten, type Past, type StackedPast } from './past.ts';
import { floatsOf, int64, tensorsOf } from './tensors.ts';

export interface Step {
  /** Logits of the last positions asked for, oldest first; each as long as the vocabulary. */
  readonly rows: readonly Float32Array[];
  readonly past: Past;
}

/** One forward: `ids` and `mask` row after row. */
interface Forward {
  readonly ids: readonly number[];
  readonly mask: readonly number[];
  readonly rows: number;
  readonly past: DynamicCache | null;
  readonly keep: number;
  /** Whether keys and values are to come back. */
  readonly remembers: boolean;
}

/**
 * Most logits to ask of a forward, in bytes: 55 positions of a vocabulary of 152 thousand. While they are read, the runtime's
 * memory and the page's hold a copy each, and another is cut into rows.
 */
export const MOST_LOGIT_BYTES = 32 * 2 ** 20;

/** Where a model insists on giving the logits of every position, prompts are fed so many tokens at once at least. */
const LEAST_TOKENS_AT_ONCE = 16;

/** Sequences that may be written side by side: any, those of the same length, or none. */
export type SideBySide = 'ragged' | 'equal' | 'alone';

const sessionSchema = v.object({ inputNames: v.array(v.string()) });

/** One step of several sequences side by side. */
export interface StackedStep {
  /** Logits of each row's token. */
  readonly rows: readonly Float32Array[];
  readonly past: StackedPast;
}

/** What a decoder has worked through so far. */
export interface DecoderCounts {
  readonly forwards: number;
  /** Tokens, rows of a batch counted each. */
  readonly tokens: number;
  /** Bytes of logits that were read back. */
  readonly logitBytes: number;
  /** Bytes of the largest tensor of logits so far. */
  readonly largestLogitBytes: number;
}

/** Feeds tokens to a decoder and keeps account of its keys and values. */
export class Decoder {
  readonly #model: PreTrainedModel;
  readonly #keepsLogits: boolean;
  readonly #tokensAtOnce: number;
  readonly #logitBytes: number;
  #counts: DecoderCounts = { forwards: 0, tokens: 0, logitBytes: 0, largestLogitBytes: 0 };

  /**
   * Whether the export lets rows of different lengths stand side by side. GroupQueryAttention takes each row's length from the
   * mask; other exports take one length for all.
   */
  readonly mayBeRagged: boolean;
  /** The GPU that its keys and values lie on; null over wasm. */
  readonly device: GPUDevice | null;
  #beside: SideBySide;

  /**
   * @param vocabulary size of the vocabulary, as far as the model says; bounds the memory of a step.
   * @param logitBytes most logits to ask of a forward.
   * @param device the GPU that the session runs on. Its kernels take rows side by side only once `takesBeside` was said.
   */
  constructor(
    model: PreTrainedModel,
    vocabulary: number | null,
    logitBytes = MOST_LOGIT_BYTES,
    device: GPUDevice | null = null,
  ) {
    const inputs = inputNames(model);
    this.#model = model;
    this.device = device;
    this.mayBeRagged = !inputs.includes('position_ids');
    if (device !== null) this.#beside = 'alone';
    else this.#beside = this.mayBeRagged ? 'ragged' : 'equal';
    this.#keepsLogits = inputs.includes('num_logits_to_keep');
    const rowBytes = (vocabulary ?? 0) * Float32Array.BYTES_PER_ELEMENT;
    this.#tokensAtOnce =
      this.#keepsLogits || rowBytes === 0
        ? Infinity
        : Math.max(LEAST_TOKENS_AT_ONCE, Math.floor(logitBytes / rowBytes));
    this.#logitBytes = logitBytes;
  }

  /** Which sequences may be written side by side. */
  get beside(): SideBySide {
    return this.#beside;
  }

  /** Says what was found out about the device's kernels (`checkRows.ts`). */
  takesBeside(rule: SideBySide): void {
    this.#beside = rule;
  }

  /** Positions whose logits, so many values each, can be read at once; at least one. */
  positionsAtOnce(width: number): number {
    return Math.max(1, Math.floor(this.#logitBytes / (width * Float32Array.BYTES_PER_ELEMENT)));
  }

  /**
   * Feeds tokens after those of `past`, and gives the logits of the last `keep` of them.
   *
   * @param past null for a new sequence; it is left as it is, so that several sequences can follow it.
   * @param remembers whether anything will be fed after them. Keys and values that nobody needs stay in the runtime, which
   *   would copy them out: for a short question after a long prompt that takes longer than the question itself.
   */
  async feed(
    ids: readonly number[],
    past: Past | null,
    keep: number,
    remembers = true,
  ): Promise<Step> {
    let step: Step = { rows: [], past: past ?? { cache: new DynamicCache(), length: 0 } };
    for (let from = 0; from < ids.length; from += this.#tokensAtOnce) {
      const part = ids.slice(from, from + this.#tokensAtOnce);
      const isLast = from + part.length >= ids.length;
      const next = await this.#run(part, step.past, keep, remembers || !isLast);
      if (step.past !== past) await dispose(step.past);
      step = { past: next.past, rows: [...step.rows, ...next.rows].slice(-keep) };
    }
    return step;
  }

  get counts(): DecoderCounts {
    return this.#counts;
  }

  /** Feeds one token to each row of a stack, which is left as it is. */
  async feedEach(tokens: readonly number[], past: StackedPast): Promise<StackedStep> {
    const width = past.width + 1;
    const mask = past.lengths.flatMap((length) =>
      Array.from({ length: width }, (_, at) => (at <= length ? 1 : 0)),
    );
    const { logits, cache } = await this.#forward({
      ids: tokens,
      mask,
      rows: tokens.length,
      past: past.cache,
      keep: 1,
      remembers: true,
    });
    const data = floatsOf(logits);
    const size = data.length / tokens.length;
    return {
      rows: tokens.map((_, row) => data.slice(row * size, (row + 1) * size)),
      past: { cache, width, lengths: past.lengths.map((length) => length + 1) },
    };
  }

  async #run(ids: readonly number[], past: Past, keep: number, remembers: boolean): Promise<Step> {
    if (past.length < 0) throw new Error('Keys and values that were not kept cannot be followed.');
    const length = past.length + ids.length;
    const { logits, cache } = await this.#forward({
      ids,
      mask: new Array<number>(length).fill(1),
      rows: 1,
      past: past.length === 0 ? null : past.cache,
      keep,
      remembers,
    });
    return {
      rows: lastRows(logits, keep),
      past: remembers ? { cache, length } : forgotten(),
    };
  }

  async #forward({ ids, mask, rows, past, keep, remembers }: Forward): Promise<{
    logits: Tensor;
    cache: DynamicCache;
  }> {
    const inputs = {
      input_ids: int64(ids, [rows, ids.length / rows]),
      attention_mask: int64(mask, [rows, mask.length / rows]),
      past_key_values: past,
      ...(this.#keepsLogits ? { num_logits_to_keep: int64([keep], []) } : {}),
    };
    const forward = async (): Promise<unknown> => await this.#model.forward(inputs);
    const outputs = remembers
      ? await forward()
      : await onlyOutputs(sessionOf(this.#model), ['logits'], forward);
    const tensors = tensorsOf(outputs);
    const logits = tensors.get('logits');
    if (logits === undefined) throw failureError('bad-config', 'The model gives no logits.');
    const cache: Record<string, Tensor> = {};
    for (const [name, tensor] of tensors) {
      if (name.startsWith('present')) cache[pastName(name)] = tensor;
    }
    const { forwards, tokens, logitBytes, largestLogitBytes } = this.#counts;
    const bytes = logits.size * Float32Array.BYTES_PER_ELEMENT;
    this.#counts = {
      forwards: forwards + 1,
      tokens: tokens + ids.length,
      logitBytes: logitBytes + bytes,
      largestLogitBytes: Math.max(largestLogitBytes, bytes),
    };
    return { logits, cache: new DynamicCache(cache) };
  }
}

/** The inputs of the session that takes the keys and values. */
export function inputNames(model: PreTrainedModel): readonly string[] {
  return v.parse(sessionSchema, sessionOf(model)).inputNames;
}

function sessionOf(model: PreTrainedModel): unknown {
  return model.sessions['decoder_model_merged'] ?? model.sessions['model'];
}

/** `present.0.key` comes back as `past_key_values.0.key`, `present_conv.0` as `past_conv.0`. */
function pastName(present: string): string {
  return present.replace(/^present_/, 'past_').replace(/^present\./, 'past_key_values.');
}

/** The last rows of logits [1, positions, vocabulary], copied out of a buffer that may be large. */
function lastRows(logits: Tensor, keep: number): Float32Array[] {
  const data = floatsOf(logits);
  const width = logits.dims.at(-1) ?? 0;
  const rows = Math.min(keep, logits.dims.at(-2) ?? 0);
  return Array.from({ length: rows }, (_, row) => {
    const start = data.length - (rows - row) * width;
    return data.slice(start, start + width);
  });
}
