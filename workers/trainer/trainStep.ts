import { jit, numpy as np, tree, valueAndGrad } from '@jax-js/jax';
import type { WeightSpec } from '../../src/core/models/shape.ts';
import type { OptimiserSettings } from '../../src/core/models/zoo/recipe.ts';
import type { DeviceTables, DeviceWeights } from './forward.ts';

/** AdamW state beside the weights, same names and shapes. */
export type TrainState = { weights: DeviceWeights; first: DeviceWeights; second: DeviceWeights };

/** Per-step scalars, float32: the learning rate and 1/(1 - beta^t) for both moments. */
export type StepScalars = { rate: np.Array; correction1: np.Array; correction2: np.Array };

/** A batch on the device, whatever its objective makes of it. */
export type DeviceRecord = Record<string, np.Array>;

/** The array of that name. @throws RangeError where the batch is another objective's. */
export function part(batch: DeviceRecord, name: string): np.Array {
  const array = batch[name];
  if (array === undefined) throw new RangeError(`The batch lacks "${name}".`);
  return array;
}

/** A scalar loss, nats. Takes everything it is given. */
export type Loss = (weights: DeviceWeights, batch: DeviceRecord, tables: DeviceTables) => np.Array;

function squaredNorm(gradient: DeviceWeights): np.Array {
  let total: np.Array | undefined;
  for (const array of Object.values(gradient)) {
    const squares = np.square(array.ref).sum();
    total = total === undefined ? squares : total.add(squares);
  }
  if (total === undefined) throw new RangeError('A model without weights has no gradient.');
  return total;
}

/**
 * One compiled AdamW step (Loshchilov & Hutter 2019) with the gradient clipped to a global norm. Takes the state, the
 * batch and the scalars; returns the next state with the loss and the gradient norm before clipping.
 */
export function makeTrainStep(
  specs: readonly WeightSpec[],
  batchLoss: Loss,
  settings: OptimiserSettings,
) {
  const { beta1, beta2, eps, weightDecay, clipNorm } = settings;
  const decays = new Map(specs.map((spec) => [spec.name, spec.kind === 'norm' ? 0 : weightDecay]));
  return jit(
    (state: TrainState, batch: DeviceRecord, tables: DeviceTables, scalars: StepScalars) => {
      const [loss, gradient] = valueAndGrad((w: DeviceWeights, b: DeviceRecord, t: DeviceTables) =>
        batchLoss(w, b, t),
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
