import { parameterCount } from '../../src/core/models/shape.ts';
import { encodeWeightsFile } from '../../src/core/models/weightsFile.ts';
import type { TrainerWorkerApi, TrainingSpec } from '../../src/rpc/trainerWorker.ts';
import { encodeCheckpoint } from './checkpoint.ts';
import { writeLlamaOnnx } from './onnx/writeLlama.ts';
import type { OpenTraining, OpenTrainingResult } from './openTraining.ts';

/** A call that needs an open training came before one was opened. */
export class NothingOpenError extends Error {
  override readonly name = 'NothingOpenError';
  constructor() {
    super('No training is open: call open() first.');
  }
}

/** The trainer's functions over one training at a time. */
export function createTrainerApi(
  openTraining: (spec: TrainingSpec) => Promise<OpenTrainingResult>,
): TrainerWorkerApi {
  let open: OpenTraining | undefined;
  const current = (): OpenTraining => {
    if (open === undefined) throw new NothingOpenError();
    return open;
  };
  return {
    async open(spec) {
      open?.dispose();
      open = undefined;
      const opened = await openTraining(spec);
      if (!opened.ok) return opened;
      open = opened.training;
      return {
        ok: true,
        parameters: parameterCount(spec.recipe.shape),
        progress: open.progress(),
      };
    },

    async train(steps) {
      const training = current();
      const left = training.recipe.schedule.totalSteps - training.progress().step;
      const count = Math.min(steps, left);
      let lossSum = 0;
      let norm = 0;
      for (let i = 0; i < count; i++) {
        const result = await training.step();
        lossSum += result.loss;
        norm = result.norm;
      }
      return { progress: training.progress(), loss: lossSum / count, norm };
    },

    async evaluate(count) {
      return current().evaluate(count);
    },

    async checkpoint() {
      return encodeCheckpoint(await current().checkpoint());
    },

    async weightsFile() {
      return encodeWeightsFile({ weights: await current().weights(), metadata: {} });
    },

    async onnx(format) {
      const { recipe, weights } = current();
      return writeLlamaOnnx(recipe.shape, await weights(), {
        format,
        output: recipe.role === 'embedder' ? 'hidden' : 'logits',
      });
    },
  };
}
