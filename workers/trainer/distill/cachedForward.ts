import { jit, numpy as np, tree } from '@jax-js/jax';
import type { ModelShape } from '../../../src/core/models/shape.ts';
import {
  feedForward,
  readRows,
  rmsNorm,
  rotate,
  weight,
  type DeviceTables,
  type DeviceWeights,
} from '../forward.ts';

/** Keys and values of every layer, `k.i` and `v.i`: float32 [B, kvHeads, S, headDim]. */
export type DeviceCache = Record<string, np.Array>;

/** Added to the score of a key that may not be seen; finite, as in `forward.ts`. */
const BLOCKED = -1e9;

/** Puts new keys or values [B, kvHeads, T, headDim] among the old ones; null old ones at a text's begin. */
type Place = (fresh: np.Array, old: np.Array | null) => np.Array;

interface Step {
  /** The stream [B*T, d] before the first layer. */
  readonly x: np.Array;
  /** Rotary tables of the new tokens, [B, T, 1, headDim]. */
  readonly cos: np.Array;
  readonly sin: np.Array;
  /** Broadcasts to [B, kvHeads, group, T, S]. */
  readonly bias: np.Array;
  readonly place: Place;
}

/** All layers over new tokens that attend to a cache. Borrows weights; takes the rest. */
function cachedLayers(
  shape: ModelShape,
  weights: DeviceWeights,
  step: Step,
  cache: DeviceCache | null,
): { x: np.Array; cache: DeviceCache } {
  const { heads, kvHeads, headDim } = shape;
  const group = heads / kvHeads;
  const [batch = 0, length = 0] = step.cos.shape;
  const next: DeviceCache = {};
  let { x } = step;
  for (let layer = 0; layer < shape.layers; layer++) {
    const at = `layers.${String(layer)}.`;
    const normed = rmsNorm(x.ref, weight(weights, `${at}attn_norm`), shape.rmsEps);
    const project = (name: string, count: number): np.Array =>
      np.matmul(normed.ref, weight(weights, at + name)).reshape([batch, length, count, headDim]);
    const byHead = (array: np.Array): np.Array => array.transpose([0, 2, 1, 3]);
    const q = rotate(project('q', heads), step.cos.ref, step.sin.ref)
      .reshape([batch, length, kvHeads, group, headDim])
      .transpose([0, 2, 3, 1, 4]);
    const freshK = byHead(rotate(project('k', kvHeads), step.cos.ref, step.sin.ref));
    const freshV = byHead(project('v', kvHeads));
    normed.dispose();
    const keys = step.place(freshK, cache?.[`k.${String(layer)}`] ?? null);
    const values = step.place(freshV, cache?.[`v.${String(layer)}`] ?? null);
    const slots = keys.shape[2] ?? 0;
    const scores = np
      .matmul(q, keys.ref.reshape([batch, kvHeads, 1, slots, headDim]).transpose([0, 1, 2, 4, 3]))
      .mul(1 / Math.sqrt(headDim))
      .add(step.bias.ref);
    const unnormalised = np.exp(scores.ref.sub(np.max(scores, -1, { keepdims: true })));
    const total = unnormalised.ref.sum(-1, { keepdims: true });
    const mixed = np
      .matmul(unnormalised, values.ref.reshape([batch, kvHeads, 1, slots, headDim]))
      .mul(np.reciprocal(total))
      .transpose([0, 3, 1, 2, 4])
      .reshape([batch * length, heads * headDim]);
    x = x.add(np.matmul(mixed, weight(weights, `${at}o`)));
    const mid = rmsNorm(x.ref, weight(weights, `${at}mlp_norm`), shape.rmsEps);
    x = x.add(feedForward(weights, at, mid));
    next[`k.${String(layer)}`] = keys;
    next[`v.${String(layer)}`] = values;
  }
  step.cos.dispose();
  step.sin.dispose();
  step.bias.dispose();
  return { x, cache: next };
}

function logitsOf(
  shape: ModelShape,
  weights: DeviceWeights,
  x: np.Array,
  sites: np.Array,
): np.Array {
  const gain = weight(weights, 'final_norm');
  return readRows(shape, x, sites, gain, np.transpose(weight(weights, 'embed')));
}

function turnsAt(tables: DeviceTables, positions: np.Array, dims: number[]) {
  return {
    cos: np.take(tables.cos, positions.ref, 0).reshape(dims),
    sin: np.take(tables.sin, positions, 0).reshape(dims),
  };
}

/**
 * Compiled: the prompts of B rows of P tokens, the shorter ones padded on the right. Gives the logits after each row's last
 * token [B, V] and a cache with room for `room` more tokens a row, which begin at slot P whatever a row's length.
 */
export function makePrefill(shape: ModelShape, prompt: number, room: number) {
  return jit((weights: DeviceWeights, ids: np.Array, lengths: np.Array, tables: DeviceTables) => {
    const [batch = 0] = lengths.shape;
    const { kvHeads, headDim } = shape;
    const position = np.arange(prompt).astype(np.int32);
    const turns = turnsAt(tables, position, [1, prompt, 1, headDim]);
    const over = (array: np.Array): np.Array => np.broadcastTo(array, [batch, prompt, 1, headDim]);
    const bias = np
      .where(
        np.greaterEqual(
          np.arange(prompt).reshape([prompt, 1]),
          np.arange(prompt + room).reshape([1, prompt + room]),
        ),
        0,
        BLOCKED,
      )
      .reshape([1, 1, 1, prompt, prompt + room]);
    const { x, cache } = cachedLayers(
      shape,
      weights,
      {
        x: np.take(weight(weights, 'embed'), ids, 0),
        cos: over(turns.cos),
        sin: over(turns.sin),
        bias,
        place: (fresh) => np.concatenate([fresh, np.zeros([batch, kvHeads, room, headDim])], 2),
      },
      null,
    );
    const sites = np
      .arange(batch)
      .astype(np.int32)
      .mul(prompt)
      .add(lengths)
      .sub(1)
      .astype(np.int32);
    const logits = logitsOf(shape, weights, x, sites);
    tree.dispose(weights);
    return { logits, cache };
  });
}

/**
 * Compiled: one more token a row. `at` (int32 [1]) counts the tokens after the prompts, 0 for the first; `lengths` are the
 * prompts'. Takes the cache and gives the next one with the logits [B, V].
 */
export function makeDecode(shape: ModelShape, prompt: number, room: number) {
  const slots = prompt + room;
  return jit(
    (
      weights: DeviceWeights,
      cache: DeviceCache,
      ids: np.Array,
      lengths: np.Array,
      at: np.Array,
      tables: DeviceTables,
    ) => {
      const [batch = 0] = lengths.shape;
      const turns = turnsAt(tables, lengths.ref.add(at.ref), [batch, 1, 1, shape.headDim]);
      const slot = np.arange(slots).astype(np.int32);
      const offset = slot.ref.sub(prompt);
      const inPrompt = np.less(
        slot.ref.reshape([1, slots]),
        np.minimum(lengths, prompt).reshape([batch, 1]),
      );
      const written = np
        .logicalAnd(np.greaterEqual(slot, prompt), np.lessEqual(offset.ref, at.ref))
        .reshape([1, slots]);
      const bias = np
        .where(np.logicalOr(inPrompt, written), 0, BLOCKED)
        .reshape([batch, 1, 1, 1, slots]);
      const isHere = np.equal(offset, at).reshape([1, 1, slots, 1]);
      const { x, cache: next } = cachedLayers(
        shape,
        weights,
        {
          x: np.take(weight(weights, 'embed'), ids, 0),
          ...turns,
          bias,
          place: (fresh, old) => {
            if (old === null) throw new RangeError('The cache lacks a layer.');
            return np.where(isHere.ref, fresh, old);
          },
        },
        cache,
      );
      isHere.dispose();
      const logits = logitsOf(shape, weights, x, np.arange(batch).astype(np.int32));
      tree.dispose(weights);
      return { logits, cache: next };
    },
  );
}
