import { jit, nn, numpy as np, tree } from '@jax-js/jax';
import type { ModelShape } from '../../../src/core/models/shape.ts';
import { logitsAt, type DeviceTables, type DeviceWeights } from '../forward.ts';
import type { DeviceBatch } from '../deviceBatch.ts';

/** The most likely token (int32 [N]) and the target's negative log likelihood (nats, [N]) at every site, compiled. */
export function makeEvaluation(shape: ModelShape) {
  return jit((weights: DeviceWeights, batch: DeviceBatch, tables: DeviceTables) => {
    const { ids, positions, groups, branches, sites, targets, ...unused } = batch;
    tree.dispose(unused);
    const tokens = { ids, positions, groups, branches };
    const logits = logitsAt(shape, weights, tokens, tables, sites);
    const isTarget = np.equal(np.arange(shape.vocabSize), targets.reshape([targets.size, 1]));
    const targetLogit = np.where(isTarget, logits.ref, 0).sum(-1);
    const losses = nn.logsumexp(logits.ref, -1).sub(targetLogit);
    return { best: np.argmax(logits, -1), losses };
  });
}
