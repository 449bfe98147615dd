import { Tokenizer } from '@huggingface/tokenizers';
import { defaultDevice, init } from '@jax-js/jax';
import { parameterCount, type Weights, type WeightSpec } from '../../src/core/models/shape.ts';
import { encodeWeightsFile } from '../../src/core/models/weightsFile.ts';
import { createBatches } from '../../src/core/models/zoo/batches.ts';
import type { HeldOut } from '../../src/core/models/zoo/heldOut.ts';
import { createPairBatches } from '../../src/core/models/zoo/pairBatches.ts';
import { stageAt, type Recipe } from '../../src/core/models/zoo/recipe.ts';
import type { TrainerWorkerApi, TrainingSpec } from '../../src/rpc/trainerWorker.ts';
import {
  decodeCheckpoint,
  encodeCheckpoint,
  type Checkpoint,
  type CheckpointResult,
  type Progress,
} from './checkpoint.ts';
import { firstWeights } from './firstWeights.ts';
import { contrastiveObjective } from './objectives/contrastive.ts';
import { languageObjective } from './objectives/language.ts';
import type { Objective } from './objectives/objective.ts';
import { writeLlamaOnnx } from './onnx/writeLlama.ts';
import { TrainingSession, zeroMoments, type StepResult } from './trainingSession.ts';

/** A call that needs an open training came before one was opened. */
export class NothingOpenError extends Error {
  override readonly name = 'NothingOpenError';
  constructor() {
    super('No training is open: call open() first.');
  }
}

/** A training of either kind, as the worker's functions need it. */
interface OpenTraining {
  readonly recipe: Recipe;
  readonly progress: () => Progress;
  readonly step: () => Promise<StepResult>;
  /** Over so many held-out batches. */
  readonly evaluate: (batches: number) => Promise<HeldOut>;
  readonly checkpoint: () => Promise<Checkpoint>;
  readonly weights: () => Promise<Weights>;
  readonly dispose: () => void;
}

/** Batches by number, of one kind. */
interface NumberedBatches<Batch> {
  readonly training: (step: number) => Batch;
  readonly heldOut: (number: number, step: number) => Batch;
}

function startOf(
  { recipe, checkpoint }: TrainingSpec,
  specs: readonly WeightSpec[],
): CheckpointResult {
  if (checkpoint !== null) return decodeCheckpoint(checkpoint, specs);
  return {
    ok: true,
    checkpoint: {
      weights: firstWeights(recipe.shape, specs, recipe.seed),
      first: zeroMoments(specs),
      second: zeroMoments(specs),
      progress: { step: 0, tokens: 0, seconds: 0 },
    },
  };
}

type OpenResult = { ok: true; training: OpenTraining } | { ok: false; error: string };

function openWith<Batch extends { readonly tokenCount: number }>(
  spec: TrainingSpec,
  objective: Objective<Batch>,
  batches: NumberedBatches<Batch>,
): OpenResult {
  const { recipe } = spec;
  const start = startOf(spec, objective.specs);
  if (!start.ok) return start;
  const session = new TrainingSession(
    recipe.shape,
    objective,
    recipe.schedule,
    recipe.optimiser,
    start.checkpoint,
  );
  return {
    ok: true,
    training: {
      recipe,
      progress: () => session.progress,
      step: () => session.step(batches.training(session.progress.step)),
      evaluate: (count) => {
        const { step } = session.progress;
        const numbers = Array.from({ length: count }, (_, number) => number);
        return session.evaluate(numbers.map((number) => batches.heldOut(number, step)));
      },
      checkpoint: () => session.checkpoint(),
      weights: () => session.weights(),
      dispose: () => {
        session.dispose();
      },
    },
  };
}

async function openTraining(spec: TrainingSpec): Promise<OpenResult> {
  const available = await init(spec.backend);
  if (!available.includes(spec.backend))
    return { ok: false, error: `This browser cannot train on "${spec.backend}".` };
  defaultDevice(spec.backend);
  const { recipe } = spec;
  const tokenizer = new Tokenizer(spec.tokenizer.tokenizer, spec.tokenizer.config);
  const encode = (text: string) => tokenizer.encode(text, { add_special_tokens: false }).ids;
  if (recipe.pairs !== undefined) {
    const batches = createPairBatches(recipe.seed, recipe.pairs, encode);
    return openWith(spec, contrastiveObjective(recipe.shape), batches);
  }
  const { training, validation } = createBatches(recipe, encode);
  return openWith(spec, languageObjective(recipe.shape), {
    training,
    heldOut: (number, step) => validation(stageAt(recipe, step), number),
  });
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
