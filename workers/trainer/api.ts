import { Tokenizer } from '@huggingface/tokenizers';
import { defaultDevice, init } from '@jax-js/jax';
import { parameterCount } from '../../src/core/models/shape.ts';
import { encodeWeightsFile } from '../../src/core/models/weightsFile.ts';
import { createBatches, type Batches } from '../../src/core/models/zoo/batches.ts';
import { stageAt, type Recipe } from '../../src/core/models/zoo/recipe.ts';
import type { TrainerWorkerApi, TrainingSpec } from '../../src/rpc/trainerWorker.ts';
import { decodeCheckpoint, encodeCheckpoint, type CheckpointResult } from './checkpoint.ts';
import { firstWeights } from './firstWeights.ts';
import { writeLlamaOnnx } from './onnx/writeLlama.ts';
import { TrainingSession, zeroMoments } from './trainingSession.ts';

/** A call that needs an open training came before one was opened. */
export class NothingOpenError extends Error {
  override readonly name = 'NothingOpenError';
  constructor() {
    super('No training is open: call open() first.');
  }
}

interface OpenTraining {
  readonly recipe: Recipe;
  readonly session: TrainingSession;
  readonly batches: Batches;
}

function startOf({ recipe, checkpoint }: TrainingSpec): CheckpointResult {
  if (checkpoint !== null) return decodeCheckpoint(checkpoint, recipe.shape);
  return {
    ok: true,
    checkpoint: {
      weights: firstWeights(recipe.shape, recipe.seed),
      first: zeroMoments(recipe.shape),
      second: zeroMoments(recipe.shape),
      progress: { step: 0, tokens: 0, seconds: 0 },
    },
  };
}

async function openTraining(
  spec: TrainingSpec,
): Promise<{ ok: true; training: OpenTraining } | { ok: false; error: string }> {
  const available = await init(spec.backend);
  if (!available.includes(spec.backend))
    return { ok: false, error: `This browser cannot train on "${spec.backend}".` };
  defaultDevice(spec.backend);
  const start = startOf(spec);
  if (!start.ok) return start;
  const { recipe } = spec;
  const tokenizer = new Tokenizer(spec.tokenizer.tokenizer, spec.tokenizer.config);
  const encode = (text: string) => tokenizer.encode(text, { add_special_tokens: false }).ids;
  const batches = createBatches(recipe, encode);
  const session = new TrainingSession(
    recipe.shape,
    recipe.schedule,
    recipe.optimiser,
    start.checkpoint,
  );
  return { ok: true, training: { recipe, session, batches } };
}

/** The trainer's functions over one training at a time. */
export function createTrainerApi(): TrainerWorkerApi {
  let open: OpenTraining | undefined;
  const current = (): OpenTraining => {
    if (open === undefined) throw new NothingOpenError();
    return open;
  };
  return {
    async open(spec) {
      open?.session.dispose();
      open = undefined;
      const opened = await openTraining(spec);
      if (!opened.ok) return opened;
      open = opened.training;
      return {
        ok: true,
        parameters: parameterCount(spec.recipe.shape),
        progress: open.session.progress,
      };
    },

    async train(steps) {
      const { recipe, session, batches } = current();
      const left = recipe.schedule.totalSteps - session.progress.step;
      const count = Math.min(steps, left);
      let lossSum = 0;
      let norm = 0;
      for (let i = 0; i < count; i++) {
        const result = await session.step(batches.training(session.progress.step));
        lossSum += result.loss;
        norm = result.norm;
      }
      return { progress: session.progress, loss: lossSum / count, norm };
    },

    async evaluate(count) {
      const { recipe, session, batches } = current();
      const stage = stageAt(recipe, session.progress.step);
      const numbers = Array.from({ length: count }, (_, number) => number);
      return session.evaluate(numbers.map((number) => batches.validation(stage, number)));
    },

    async checkpoint() {
      return encodeCheckpoint(await current().session.checkpoint());
    },

    async weightsFile() {
      return encodeWeightsFile({ weights: await current().session.weights(), metadata: {} });
    },

    async onnx(format) {
      const { recipe, session } = current();
      return writeLlamaOnnx(recipe.shape, await session.weights(), {
        format,
        output: recipe.role === 'embedder' ? 'hidden' : 'logits',
      });
    },
  };
}
