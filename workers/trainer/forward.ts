import { lax, nn, numpy as np } from '@jax-js/jax';
import type { ModelShape } from '../../src/core/models/shape.ts';

/** Weights or their gradients on the device, by the names of `weightSpecs`. */
export type DeviceWeights = Record<string, np.Array>;

/** One packed batch on the device; `B` rows of `T` tokens. */
export type DeviceTokens = {
  /** int32 [B*T]; flat, because the compiler scatters no gradient through a reshape. */
  ids: np.Array;
  /** Position of each token in its own text, int32 [B, T]. */
  positions: np.Array;
  /** Group and branch numbers, int32 [B, T]: see `packing.ts` for what they mean. */
  groups: np.Array;
  branches: np.Array;
};

/** Tokens (int32 [G]) whose attention is looked at, and the places in the row that count (float [G, T], 0 or 1). */
export type Guide = { sites: np.Array; targets: np.Array };

/** Rotary tables, float [maxPositions, headDim]. */
export type DeviceTables = { cos: np.Array; sin: np.Array };

/** Added to the score of a key that a query may not see; finite, so that no row of softmax is 0/0. */
const BLOCKED = -1e9;

/** The weight of this name, kept for other uses (the caller owns and disposes the record). */
export function weight(weights: DeviceWeights, name: string): np.Array {
  const array = weights[name];
  if (array === undefined) throw new RangeError(`The weights lack "${name}".`);
  return array.ref;
}

/** Root-mean-square norm over the last axis, scaled by `gain` [d]. */
export function rmsNorm(x: np.Array, gain: np.Array, eps: number): np.Array {
  const meanSquare = np.mean(np.square(x.ref), -1, { keepdims: true });
  return x.mul(np.reciprocal(np.sqrt(meanSquare.add(eps)))).mul(gain);
}

/**
 * Rotary angles of every position, in the 'rotate half' convention: component i of the first half turns with component i
 * of the second. The sign that the half-swap needs is folded into the sine.
 */
export function rotaryTables(shape: ModelShape): {
  cos: Float32Array<ArrayBuffer>;
  sin: Float32Array<ArrayBuffer>;
} {
  const { headDim, maxPositions, ropeTheta } = shape;
  const half = headDim / 2;
  const cos = new Float32Array(maxPositions * headDim);
  const sin = new Float32Array(maxPositions * headDim);
  for (let position = 0; position < maxPositions; position++) {
    for (let i = 0; i < half; i++) {
      const angle = position * ropeTheta ** (-i / half);
      const at = position * headDim + i;
      cos[at] = cos[at + half] = Math.cos(angle);
      sin[at] = -Math.sin(angle);
      sin[at + half] = Math.sin(angle);
    }
  }
  return { cos, sin };
}

/** Turns heads [B, T, n, hd] by tables [B, T, 1, hd]. */
export function rotate(heads: np.Array, cos: np.Array, sin: np.Array): np.Array {
  const [batch = 0, length = 0, count = 0, width = 0] = heads.shape;
  const swapped = np
    .flip(heads.ref.reshape([batch, length, count, 2, width / 2]), 3)
    .reshape([batch, length, count, width]);
  return heads.mul(cos).add(swapped.mul(sin));
}

/** What a query may see: its own past in its group's trunk and in its own branch. Float [B, 1, 1, T, T], 0 or `BLOCKED`. */
function attentionBias(groups: np.Array, branches: np.Array): np.Array {
  const [batch = 0, length = 0] = groups.shape;
  const asKeys = [batch, 1, length];
  const asQueries = [batch, length, 1];
  const position = np.arange(length);
  const past = np.greaterEqual(
    position.ref.reshape([1, length, 1]),
    position.reshape([1, 1, length]),
  );
  const sameGroup = np.equal(groups.ref.reshape(asKeys), groups.reshape(asQueries));
  const inTrunk = np.equal(branches.ref.reshape(asKeys), 0);
  const sameBranch = np.equal(branches.ref.reshape(asKeys), branches.reshape(asQueries));
  const visible = np.logicalAnd(np.logicalAnd(past, sameGroup), np.logicalOr(inTrunk, sameBranch));
  return np.where(visible, 0, BLOCKED).reshape([batch, 1, 1, length, length]);
}

/**
 * Grouped-query attention over x [B*T, d] (already normed); query head n reads key head floor(n / (heads / kvHeads)).
 * `bias` is [B, 1, 1, T, T].
 */
function attention(
  shape: ModelShape,
  weights: DeviceWeights,
  at: string,
  x: np.Array,
  tables: DeviceTables,
  bias: np.Array,
  guide: Guide | undefined,
): { out: np.Array; seen: np.Array | undefined } {
  const { heads, kvHeads, headDim } = shape;
  const group = heads / kvHeads;
  const [batch = 0, , , length = 0] = bias.shape;
  const project = (name: string, count: number): np.Array =>
    np.matmul(x.ref, weight(weights, at + name)).reshape([batch, length, count, headDim]);
  const q = rotate(project('q', heads), tables.cos.ref, tables.sin.ref)
    .reshape([batch, length, kvHeads, group, headDim])
    .transpose([0, 2, 3, 1, 4]);
  const k = rotate(project('k', kvHeads), tables.cos, tables.sin)
    .reshape([batch, length, kvHeads, 1, headDim])
    .transpose([0, 2, 3, 4, 1]);
  const v = project('v', kvHeads)
    .reshape([batch, length, kvHeads, 1, headDim])
    .transpose([0, 2, 3, 1, 4]);
  x.dispose();
  const scores = np
    .matmul(q, k)
    .mul(1 / Math.sqrt(headDim))
    .add(bias);
  // Scores pass the 88 at which exp overflows within a few hundred steps, so each row's largest is taken off. The division
  // waits until after the mix, where it is a pass over [T, hd] and not over [T, T].
  const largest = lax.stopGradient(np.max(scores.ref, -1, { keepdims: true }));
  const unnormalised = np.exp(scores.sub(largest));
  const total = unnormalised.ref.sum(-1, { keepdims: true });
  const seen =
    guide === undefined ? undefined : seenShare(unnormalised.ref, total.ref, guide, batch * length);
  const mixed = np
    .matmul(unnormalised, v)
    .mul(np.reciprocal(total))
    .transpose([0, 3, 1, 2, 4])
    .reshape([batch * length, heads * headDim]);
  return { out: np.matmul(mixed, weight(weights, `${at}o`)), seen };
}

/** Share of the first head's attention, at flat sites, that falls on their targets: [sites]. */
function seenShare(
  unnormalised: np.Array,
  total: np.Array,
  { sites, targets }: Guide,
  tokens: number,
): np.Array {
  const [, , , , length = 0] = unnormalised.shape;
  const rows = np.take(unnormalised.slice([], 0, 0).reshape([tokens, length]), sites.ref, 0);
  const totals = np.take(total.slice([], 0, 0).reshape([tokens]), sites, 0);
  return rows.mul(targets).sum(-1).mul(np.reciprocal(totals));
}

/** SwiGLU over x [B*T, d]. */
export function feedForward(weights: DeviceWeights, at: string, x: np.Array): np.Array {
  const gate = nn.silu(np.matmul(x.ref, weight(weights, `${at}gate`)));
  const up = np.matmul(x, weight(weights, `${at}up`));
  return np.matmul(gate.mul(up), weight(weights, `${at}down`));
}

/**
 * The residual stream [B*T, d] of packed tokens, not normed, after the last layer and before layer `middleLayer` (counted
 * from 0); with a guide also the share of that layer's first attention head that falls on the guide's targets. Borrows
 * `weights`, takes the rest.
 *
 * The stream stays flat: the compiler cannot scatter a reshaped gradient back into the embedding.
 */
export function residualStream(
  shape: ModelShape,
  weights: DeviceWeights,
  tokens: DeviceTokens,
  tables: DeviceTables,
  middleLayer: number,
  guide?: Guide,
): { last: np.Array; middle: np.Array; seen: np.Array | undefined } {
  const [batch = 0, length = 0] = tokens.positions.shape;
  const perToken = [batch, length, 1, shape.headDim];
  const cos = np.take(tables.cos, tokens.positions.ref, 0).reshape(perToken);
  const sin = np.take(tables.sin, tokens.positions, 0).reshape(perToken);
  const bias = attentionBias(tokens.groups, tokens.branches);
  let x = np.take(weight(weights, 'embed'), tokens.ids, 0);
  let middle = x.ref;
  let seen: np.Array | undefined;
  for (let layer = 0; layer < shape.layers; layer++) {
    const at = `layers.${String(layer)}.`;
    if (layer === middleLayer) {
      middle.dispose();
      middle = x.ref;
    }
    const normed = rmsNorm(x.ref, weight(weights, `${at}attn_norm`), shape.rmsEps);
    const turns = { cos: cos.ref, sin: sin.ref };
    const guided = layer === middleLayer ? guide : undefined;
    const attended = attention(shape, weights, at, normed, turns, bias.ref, guided);
    seen ??= attended.seen;
    x = x.add(attended.out);
    const mid = rmsNorm(x.ref, weight(weights, `${at}mlp_norm`), shape.rmsEps);
    x = x.add(feedForward(weights, at, mid));
  }
  cos.dispose();
  sin.dispose();
  bias.dispose();
  return { last: x, middle, seen };
}

/** Logits [N, V] from the stream after the last layer; takes the stream. */
export function vocabularyLogits(
  shape: ModelShape,
  weights: DeviceWeights,
  last: np.Array,
  sites: np.Array,
): np.Array {
  const output = np.transpose(weight(weights, 'embed'));
  return readRows(shape, last, sites, weight(weights, 'final_norm'), output);
}

/** Rows of a residual stream at flat indices `sites`, normed and read by a matrix [d, C]: [sites, C]. */
export function readRows(
  shape: ModelShape,
  stream: np.Array,
  sites: np.Array,
  gain: np.Array,
  matrix: np.Array,
): np.Array {
  return np.matmul(rmsNorm(np.take(stream, sites, 0), gain, shape.rmsEps), matrix);
}

/**
 * Logits [N, V] after the tokens at flat indices `sites` (int32 [N], into B*T). Only these rows pay for the vocabulary.
 */
export function logitsAt(
  shape: ModelShape,
  weights: DeviceWeights,
  tokens: DeviceTokens,
  tables: DeviceTables,
  sites: np.Array,
): np.Array {
  const { last, middle } = residualStream(shape, weights, tokens, tables, 0);
  middle.dispose();
  return vocabularyLogits(shape, weights, last, sites);
}
