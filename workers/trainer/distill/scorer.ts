import { numpy as np, tree } from '@jax-js/jax';
import type { ModelShape } from '../../../src/core/models/shape.ts';
import type { DeviceTables, DeviceTokens, DeviceWeights } from '../forward.ts';
import { compileForward } from '../logits.ts';
import { readFloats } from '../readArray.ts';
import type { TextBatch } from './textBatch.ts';

/** The tokens of a batch on the device; every row is one text from its first token. */
export function batchTokens({ rows, length, ids }: TextBatch): DeviceTokens {
  const perToken = [rows, length];
  const order = Int32Array.from({ length: rows * length }, (_, index) => index % length);
  return {
    ids: np.array(ids),
    positions: np.array(order).reshape(perToken),
    groups: np.zeros(perToken, { dtype: np.int32 }),
    branches: np.zeros(perToken, { dtype: np.int32 }),
  };
}

/** Reads a model's logits at every site of a batch, compiled once for each size of batch. */
export class Scorer {
  readonly #forward: ReturnType<typeof compileForward>;

  constructor(shape: ModelShape) {
    this.#forward = compileForward(shape);
  }

  /** Logits [rows * replyLength, vocabSize], row-major. Borrows weights and tables. */
  async logits(
    weights: DeviceWeights,
    tables: DeviceTables,
    batch: TextBatch,
  ): Promise<Float32Array<ArrayBuffer>> {
    return await readFloats(
      this.#forward(tree.ref(weights), batchTokens(batch), tree.ref(tables), np.array(batch.sites)),
    );
  }

  dispose(): void {
    this.#forward.dispose();
  }
}
