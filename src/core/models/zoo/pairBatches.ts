import type { Split } from '../../packs/generators/wording.ts';
import { createRandom } from '../../random.ts';
import type { Encode } from './encoding.ts';
import { drawPairs } from './textPairs.ts';
import { SPECIAL_IDS } from './tokenizer/tokenizerFiles.ts';

/**
 * Pairs of texts in rows of T tokens. A text sees itself only; text 2p and text 2p + 1 are pair p. Texts have no chat marks,
 * as an embedding call has none.
 */
export interface PairBatch {
  readonly rows: number;
  readonly length: number;
  readonly pairs: number;
  /** As in `PackedBatch`; a group is a text. */
  readonly ids: Int32Array<ArrayBuffer>;
  readonly positions: Int32Array<ArrayBuffer>;
  readonly groups: Int32Array<ArrayBuffer>;
  /** Weights of the mean over each text's tokens, [2 x pairs, rows x length]. */
  readonly pool: Float32Array<ArrayBuffer>;
  /** Tokens that are not padding. */
  readonly tokenCount: number;
}

export interface PairShape {
  readonly rows: number;
  readonly length: number;
  readonly pairs: number;
}

/** Packs texts into rows, first fit. @throws RangeError where they do not all fit: a batch with a hole has no pair there. */
export function packTexts(texts: readonly (readonly number[])[], shape: PairShape): PairBatch {
  const size = shape.rows * shape.length;
  const ids = new Int32Array(size).fill(SPECIAL_IDS.pad);
  const positions = new Int32Array(size);
  const groups = new Int32Array(size);
  const pool = new Float32Array(2 * shape.pairs * size);
  const used = new Array<number>(shape.rows).fill(0);
  const counts = new Array<number>(shape.rows).fill(0);
  let tokenCount = 0;
  texts.forEach((tokens, text) => {
    const row = used.findIndex((taken) => taken + tokens.length <= shape.length);
    if (row < 0) throw new RangeError(`Text ${String(text)} of the batch fits into no row.`);
    const start = row * shape.length + (used[row] ?? 0);
    used[row] = (used[row] ?? 0) + tokens.length;
    counts[row] = (counts[row] ?? 0) + 1;
    tokens.forEach((id, at) => {
      ids[start + at] = id;
      positions[start + at] = at;
      groups[start + at] = counts[row] ?? 0;
      pool[text * size + start + at] = 1 / tokens.length;
    });
    tokenCount += tokens.length;
  });
  return { ...shape, ids, positions, groups, pool, tokenCount };
}

export interface PairBatches {
  readonly training: (step: number) => PairBatch;
  /** Pairs in test wordings: an embedding is for texts it has not seen. */
  readonly heldOut: (number: number) => PairBatch;
}

/** Batches by number: the same seed, stream and number always give the same batch. */
export function createPairBatches(seed: string, shape: PairShape, encode: Encode): PairBatches {
  const draw = (split: Split, stream: string, number: number): PairBatch => {
    const random = createRandom(`${seed}/${stream}/${String(number)}`);
    const texts = drawPairs(shape.pairs, split, random).flatMap((pair) => pair.texts.map(encode));
    return packTexts(texts, shape);
  };
  return {
    training: (step) => draw('train', 'train', step),
    heldOut: (number) => draw('test', 'heldOut', number),
  };
}
