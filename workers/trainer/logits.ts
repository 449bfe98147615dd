import { jit, numpy as np, tree } from '@jax-js/jax';
import type { ModelShape, Weights } from '../../src/core/models/shape.ts';
import { tablesToDevice, weightsToDevice } from './deviceBatch.ts';
import { logitsAt, type DeviceTables, type DeviceTokens, type DeviceWeights } from './forward.ts';
import { readFloats } from './readArray.ts';

/**
 * A model's logits at chosen tokens of a batch, compiled once for each size of batch. It takes over the references it is given:
 * pass `tree.ref` of weights and tables that are to live on.
 */
export function compileForward(shape: ModelShape) {
  return jit(
    (weights: DeviceWeights, tokens: DeviceTokens, tables: DeviceTables, sites: np.Array) => {
      const logits = logitsAt(shape, weights, tokens, tables, sites);
      tree.dispose(weights);
      return logits;
    },
  );
}

/** Logits after every token of one text, row-major [ids.length, vocabSize], on the default device. */
export async function textLogits(
  shape: ModelShape,
  weights: Weights,
  ids: readonly number[],
): Promise<Float32Array> {
  const row = [1, ids.length];
  const order = Int32Array.from(ids, (_, index) => index);
  const tokens: DeviceTokens = {
    ids: np.array(Int32Array.from(ids)),
    positions: np.array(order).reshape(row),
    groups: np.zeros(row, { dtype: np.int32 }),
    branches: np.zeros(row, { dtype: np.int32 }),
  };
  const forward = compileForward(shape);
  const logits = forward(weightsToDevice(weights), tokens, tablesToDevice(shape), np.array(order));
  const data = await readFloats(logits);
  forward.dispose();
  return data;
}
