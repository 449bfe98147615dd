import { numpy as np, tree } from '@jax-js/jax';
import type { ModelShape } from '../../../src/core/models/shape.ts';
import { SPECIAL_IDS } from '../../../src/core/models/zoo/tokenizer/tokenizerFiles.ts';
import type { Random } from '../../../src/core/random.ts';
import type { DeviceTables, DeviceWeights } from '../forward.ts';
import { readFloats } from '../readArray.ts';
import { makeDecode, makePrefill } from './cachedForward.ts';

/** A reply as it was written, with the logits that each of its tokens was drawn from. */
export interface WrittenText {
  readonly tokens: readonly number[];
  /** Whether the last token is the end mark. */
  readonly ended: boolean;
  /** [tokens.length, vocabSize], row-major; null where they were not asked for. */
  readonly logits: Float32Array | null;
}

/** How replies are written. */
export interface Writing {
  /** Tokens of a reply at most; no more than the sampler has room for. */
  readonly mostTokens: number;
  /** A generator for each row, which decides its tokens whatever the other rows are; null for the likeliest token. */
  readonly randoms: readonly Random[] | null;
  readonly temperature: number;
  readonly keepLogits: boolean;
}

function likeliest(row: Float32Array): number {
  let best = 0;
  for (let id = 1; id < row.length; id++) if ((row[id] ?? 0) > (row[best] ?? 0)) best = id;
  return best;
}

/** Draws from softmax(row / temperature) by the inverse of its cumulative sum. */
function drawn(row: Float32Array, temperature: number, random: Random): number {
  const largest = row[likeliest(row)] ?? 0;
  const weights = Float64Array.from(row, (logit) => Math.exp((logit - largest) / temperature));
  let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  for (let id = 0; id < weights.length; id++) {
    left -= weights[id] ?? 0;
    if (left < 0) return id;
  }
  return likeliest(row);
}

/** Writes replies to as many prompts as it has rows, all side by side over one cache of keys and values. */
export class Sampler {
  readonly rows: number;
  /** Longest prompt and reply, tokens. */
  readonly promptLength: number;
  readonly room: number;
  readonly #vocabSize: number;
  readonly #prefill: ReturnType<typeof makePrefill>;
  readonly #decode: ReturnType<typeof makeDecode>;

  constructor(shape: ModelShape, rows: number, promptLength: number, room: number) {
    this.rows = rows;
    this.promptLength = promptLength;
    this.room = room;
    this.#vocabSize = shape.vocabSize;
    this.#prefill = makePrefill(shape, promptLength, room);
    this.#decode = makeDecode(shape, promptLength, room);
  }

  /**
   * Borrows weights and tables. Fewer prompts than rows are made up with copies of the first, whose replies are dropped.
   *
   * @throws RangeError for a prompt that is longer than the sampler's, or for more prompts than rows.
   */
  async write(
    weights: DeviceWeights,
    tables: DeviceTables,
    prompts: readonly (readonly number[])[],
    { mostTokens, randoms, temperature, keepLogits }: Writing,
  ): Promise<WrittenText[]> {
    const { rows, promptLength } = this;
    const longest = Math.max(...prompts.map(({ length }) => length));
    if (prompts.length > rows || longest > promptLength || mostTokens > this.room)
      throw new RangeError(
        `${String(prompts.length)} prompts of up to ${String(longest)} tokens do not fit into ${String(rows)} of ${String(promptLength)}.`,
      );
    const ids = new Int32Array(rows * promptLength).fill(SPECIAL_IDS.pad);
    const lengths = new Int32Array(rows);
    for (let row = 0; row < rows; row++) {
      const prompt = prompts[row] ?? prompts[0] ?? [];
      ids.set(prompt, row * promptLength);
      lengths[row] = prompt.length;
    }
    const tokens = prompts.map((): number[] => []);
    const kept = prompts.map((): Float32Array[] => []);
    const isOpen = prompts.map(() => true);
    let { logits, cache } = this.#prefill(
      tree.ref(weights),
      np.array(ids),
      np.array(lengths),
      tree.ref(tables),
    );
    for (let at = 0; ; at++) {
      const values = await readFloats(logits);
      const next = new Int32Array(rows).fill(SPECIAL_IDS.pad);
      prompts.forEach((_, row) => {
        if (isOpen[row] !== true) return;
        const from = row * this.#vocabSize;
        const distribution = values.subarray(from, from + this.#vocabSize);
        const random = randoms?.[row];
        const token =
          random === undefined ? likeliest(distribution) : drawn(distribution, temperature, random);
        tokens[row]?.push(token);
        if (keepLogits) kept[row]?.push(distribution.slice());
        isOpen[row] = token !== SPECIAL_IDS.end;
        next[row] = token;
      });
      if (at + 1 >= mostTokens || !isOpen.includes(true)) break;
      ({ logits, cache } = this.#decode(
        tree.ref(weights),
        cache,
        np.array(next),
        np.array(lengths),
        np.array(Int32Array.of(at)),
        tree.ref(tables),
      ));
    }
    tree.dispose(cache);
    return tokens.map((written, row) => ({
      tokens: written,
      ended: isOpen[row] === false,
      logits: keepLogits ? joined(kept[row] ?? [], this.#vocabSize) : null,
    }));
  }

  dispose(): void {
    this.#prefill.dispose();
    this.#decode.dispose();
  }
}

function joined(rows: readonly Float32Array[], width: number): Float32Array {
  const all = new Float32Array(rows.length * width);
  rows.forEach((row, index) => {
    all.set(row, index * width);
  });
  return all;
}
