import { numpy as np } from '@jax-js/jax';
import type { ModelShape, Weights } from '../../src/core/models/shape.ts';
import type { PackedBatch } from '../../src/core/models/zoo/packing.ts';
import {
  rotaryTables,
  type DeviceTables,
  type DeviceTokens,
  type DeviceWeights,
} from './forward.ts';
import { readFloats } from './readArray.ts';

/** A batch with what it is scored on: N sites, each a flat index into B*T, its next token and its share of the loss. */
export type DeviceBatch = DeviceTokens & {
  /** int32 [N]. */
  sites: np.Array;
  /** int32 [N]. */
  targets: np.Array;
  /** float32 [N]; 0 for unused sites. */
  shares: np.Array;
  /** The same for the concept head: int32 [M], int32 [M], float32 [M]. */
  headSites: np.Array;
  headClasses: np.Array;
  headShares: np.Array;
  /** Guided attention: int32 [G], float32 [G, T], float32 [G]. */
  guideSites: np.Array;
  guideTargets: np.Array;
  guideShares: np.Array;
};

/** Copies a packed batch to the device. */
export function toDevice(batch: PackedBatch): DeviceBatch {
  const perToken = [batch.rows, batch.length];
  return {
    ids: np.array(batch.ids),
    positions: np.array(batch.positions).reshape(perToken),
    groups: np.array(batch.groups).reshape(perToken),
    branches: np.array(batch.branches).reshape(perToken),
    sites: np.array(batch.sites),
    targets: np.array(batch.targets),
    shares: np.array(batch.shares),
    headSites: np.array(batch.headSites),
    headClasses: np.array(batch.headClasses),
    headShares: np.array(batch.headShares),
    guideSites: np.array(batch.guideSites),
    guideTargets: np.array(batch.guideTargets).reshape([batch.guideSites.length, batch.length]),
    guideShares: np.array(batch.guideShares),
  };
}

/** Copies the rotary tables of a shape to the device. */
export function tablesToDevice(shape: ModelShape): DeviceTables {
  const tables = rotaryTables(shape);
  const size = [shape.maxPositions, shape.headDim];
  return { cos: np.array(tables.cos).reshape(size), sin: np.array(tables.sin).reshape(size) };
}

/** Copies weights to the device. */
export function weightsToDevice(weights: Weights): DeviceWeights {
  return Object.fromEntries(
    [...weights].map(([name, { shape, data }]) => [name, np.array(data).reshape([...shape])]),
  );
}

/** Reads weights back, keeping them on the device. */
export async function weightsFromDevice(weights: DeviceWeights): Promise<Weights> {
  const read: Weights = new Map();
  for (const [name, array] of Object.entries(weights)) {
    read.set(name, { shape: array.shape, data: await readFloats(array.ref) });
  }
  return read;
}
