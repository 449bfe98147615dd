import { jit, nn, numpy as np, tree } from '@jax-js/jax';
import { weightSpecs, type ModelShape } from '../../../src/core/models/shape.ts';
import type { PairBatch } from '../../../src/core/models/zoo/pairBatches.ts';
import {
  rmsNorm,
  residualStream,
  weight,
  type DeviceTables,
  type DeviceWeights,
} from '../forward.ts';
import { readFloats, readInts } from '../readArray.ts';
import { part, type DeviceRecord } from '../trainStep.ts';
import type { Objective } from './objective.ts';

/** Sharpens cosines, which lie within [-1, 1], into logits. */
const TEMPERATURE = 0.05;

export type DevicePairs = {
  /** int32 [B*T]. */
  ids: np.Array;
  /** int32 [B, T]. */
  positions: np.Array;
  groups: np.Array;
  branches: np.Array;
  /** float32 [P, B*T] each: means over the tokens of the first and of the second texts. */
  firstPool: np.Array;
  secondPool: np.Array;
};

function pairsToDevice(batch: PairBatch): DevicePairs {
  const perToken = [batch.rows, batch.length];
  const size = batch.rows * batch.length;
  const pool = np.array(batch.pool).reshape([batch.pairs, 2, size]);
  return {
    ids: np.array(batch.ids),
    positions: np.array(batch.positions).reshape(perToken),
    groups: np.array(batch.groups).reshape(perToken),
    branches: np.zeros(perToken, { dtype: np.int32 }),
    firstPool: pool.ref.slice([], 0),
    secondPool: pool.slice([], 1),
  };
}

/** The parts of a batch of this objective. */
function asPairs(batch: DeviceRecord): DevicePairs {
  return {
    ids: part(batch, 'ids'),
    positions: part(batch, 'positions'),
    groups: part(batch, 'groups'),
    branches: part(batch, 'branches'),
    firstPool: part(batch, 'firstPool'),
    secondPool: part(batch, 'secondPool'),
  };
}

/** Cosines of every first text with every second text, over the temperature: [P, P]. Borrows the weights. */
function similarities(
  shape: ModelShape,
  weights: DeviceWeights,
  batch: DevicePairs,
  tables: DeviceTables,
): np.Array {
  const { firstPool, secondPool, ...tokens } = batch;
  const { last, middle } = residualStream(shape, weights, tokens, tables, 0);
  middle.dispose();
  const states = rmsNorm(last, weight(weights, 'final_norm'), shape.rmsEps);
  const unit = (pool: np.Array): np.Array => {
    const mean = np.matmul(pool, states.ref);
    const squares = np.square(mean.ref).sum(-1, { keepdims: true });
    return mean.mul(np.reciprocal(np.sqrt(squares.add(1e-8))));
  };
  const first = unit(firstPool);
  const second = unit(secondPool);
  states.dispose();
  return np.matmul(first, np.transpose(second)).mul(1 / TEMPERATURE);
}

/** Mean negative log likelihood of the diagonal along the rows of [P, P]. */
function diagonalLoss(logits: np.Array): np.Array {
  const [pairs = 0] = logits.shape;
  const isPair = np.equal(np.arange(pairs), np.arange(pairs).reshape([pairs, 1]));
  const own = np.where(isPair, logits.ref, 0).sum(-1);
  return nn.logsumexp(logits, -1).sub(own).mean();
}

/**
 * InfoNCE (van den Oord et al. 2018, arXiv 1807.03748) in both directions over mean-pooled last states: each text must find
 * its pair among the batch's other halves.
 */
export function contrastiveObjective(shape: ModelShape): Objective<PairBatch> {
  const evaluation = jit((weights: DeviceWeights, batch: DevicePairs, tables: DeviceTables) => {
    const logits = similarities(shape, weights, batch, tables);
    tree.dispose(weights);
    return { best: np.argmax(logits.ref, -1), loss: diagonalLoss(logits) };
  });
  return {
    specs: weightSpecs(shape),
    scaffold: new Set(),
    toDevice: pairsToDevice,
    loss: (weights, batch, tables) => {
      const logits = similarities(shape, weights, asPairs(batch), tables);
      tree.dispose(weights);
      return diagonalLoss(logits.ref)
        .add(diagonalLoss(np.transpose(logits)))
        .mul(0.5);
    },
    evaluate: async (weights, batches, tables) => {
      let questions = 0;
      let found = 0;
      let lossSum = 0;
      let count = 0;
      for (const batch of batches) {
        const out = evaluation(tree.ref(weights), pairsToDevice(batch), tree.ref(tables));
        const best = await readInts(out.best);
        const [loss = Number.NaN] = await readFloats(out.loss);
        questions += best.length;
        found += best.reduce((sum, at, own) => sum + Number(at === own), 0);
        lossSum += loss;
        count += 1;
      }
      return {
        questions,
        metrics: { 'finds-its-pair': found / questions, 'pair-loss': lossSum / count },
      };
    },
    dispose: () => {
      evaluation.dispose();
    },
  };
}
