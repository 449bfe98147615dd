import { jit, nn, numpy as np, tree, valueAndGrad } from '@jax-js/jax';
import type { ModelShape } from '../../src/core/models/shape.ts';
import {
  HEAD_GAIN,
  HEAD_MATRIX,
  headLayer,
  trainedSpecs,
} from '../../src/core/models/zoo/conceptHead.ts';
import type { OptimiserSettings } from '../../src/core/models/zoo/recipe.ts';
import {
  readRows,
  residualStream,
  vocabularyLogits,
  weight,
  type DeviceTables,
  type DeviceTokens,
  type DeviceWeights,
} from './forward.ts';

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

/** AdamW state beside the weights, same names and shapes. */
export type TrainState = { weights: DeviceWeights; first: DeviceWeights; second: DeviceWeights };

/** Per-step scalars, float32: the learning rate and 1/(1 - beta^t) for both moments. */
export type StepScalars = { rate: np.Array; correction1: np.Array; correction2: np.Array };

/** Sum over rows of share x negative log likelihood (nats) of the target class; takes logits [N, C]. */
function sharedLoss(logits: np.Array, targets: np.Array, shares: np.Array): np.Array {
  const [rows = 0, classes = 0] = logits.shape;
  const isTarget = np.equal(np.arange(classes), targets.reshape([rows, 1]));
  const targetLogit = np.where(isTarget, logits.ref, 0).sum(-1);
  return nn.logsumexp(logits, -1).sub(targetLogit).mul(shares).sum();
}

/** The loss over the batch's sites, over the concept head's, and of guided attention. Takes everything it is given. */
export function batchLoss(
  shape: ModelShape,
  weights: DeviceWeights,
  batch: DeviceBatch,
  tables: DeviceTables,
): np.Array {
  const { sites, targets, shares, headSites, headClasses, headShares, ...others } = batch;
  const { guideSites, guideTargets, guideShares, ...tokens } = others;
  const guide = { sites: guideSites, targets: guideTargets };
  const middleLayer = headLayer(shape);
  const { last, middle, seen } = residualStream(shape, weights, tokens, tables, middleLayer, guide);
  if (seen === undefined) throw new RangeError(`The model has no layer ${String(middleLayer)}.`);
  const logits = vocabularyLogits(shape, weights, last, sites);
  const [gain, matrix] = [weight(weights, HEAD_GAIN), weight(weights, HEAD_MATRIX)];
  const classes = readRows(shape, middle, headSites, gain, matrix);
  tree.dispose(weights);
  const unseen = np.log(seen.add(1e-6)).mul(guideShares).sum();
  return sharedLoss(logits, targets, shares)
    .add(sharedLoss(classes, headClasses, headShares))
    .sub(unseen);
}

/** The loss and its gradient, compiled. */
export function makeGradient(shape: ModelShape) {
  return jit((weights: DeviceWeights, batch: DeviceBatch, tables: DeviceTables) =>
    valueAndGrad((w: DeviceWeights, b: DeviceBatch, t: DeviceTables) => batchLoss(shape, w, b, t))(
      weights,
      batch,
      tables,
    ),
  );
}

function squaredNorm(gradient: DeviceWeights): np.Array {
  let total: np.Array | undefined;
  for (const array of Object.values(gradient)) {
    const part = np.square(array.ref).sum();
    total = total === undefined ? part : total.add(part);
  }
  if (total === undefined) throw new RangeError('A model without weights has no gradient.');
  return total;
}

/**
 * One compiled AdamW step (Loshchilov & Hutter 2019) with the gradient clipped to a global norm. Takes the state, the
 * batch and the scalars; returns the next state with the loss and the gradient norm before clipping.
 */
export function makeTrainStep(shape: ModelShape, settings: OptimiserSettings) {
  const { beta1, beta2, eps, weightDecay, clipNorm } = settings;
  const decays = new Map(
    trainedSpecs(shape).map((spec) => [spec.name, spec.kind === 'norm' ? 0 : weightDecay]),
  );
  return jit(
    (state: TrainState, batch: DeviceBatch, tables: DeviceTables, scalars: StepScalars) => {
      const [loss, gradient] = valueAndGrad((w: DeviceWeights, b: DeviceBatch, t: DeviceTables) =>
        batchLoss(shape, w, b, t),
      )(tree.ref(state.weights), batch, tables);
      const norm = np.sqrt(squaredNorm(gradient));
      const scale = np.minimum(np.reciprocal(norm.ref.add(1e-6)).mul(clipNorm), 1);
      const next: TrainState = { weights: {}, first: {}, second: {} };
      for (const [name, raw] of Object.entries(gradient)) {
        const { [name]: value } = state.weights;
        const { [name]: oldFirst } = state.first;
        const { [name]: oldSecond } = state.second;
        if (value === undefined || oldFirst === undefined || oldSecond === undefined)
          throw new RangeError(`The optimiser state lacks "${name}".`);
        const clipped = raw.mul(scale.ref);
        const first = oldFirst.mul(beta1).add(clipped.ref.mul(1 - beta1));
        const second = oldSecond.mul(beta2).add(np.square(clipped).mul(1 - beta2));
        const update = first.ref
          .mul(scalars.correction1.ref)
          .mul(np.reciprocal(np.sqrt(second.ref.mul(scalars.correction2.ref)).add(eps)));
        const decayed = value.ref.mul(decays.get(name) ?? 0);
        next.weights[name] = value.sub(update.add(decayed).mul(scalars.rate.ref));
        next.first[name] = first;
        next.second[name] = second;
      }
      scale.dispose();
      tree.dispose(scalars);
      return { state: next, loss, norm };
    },
  );
}
