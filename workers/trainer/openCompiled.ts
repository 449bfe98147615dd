import { defaultDevice, init } from '@jax-js/jax';
import { createBatches } from '../../src/core/models/zoo/batches.ts';
import { createPairBatches } from '../../src/core/models/zoo/pairBatches.ts';
import { stageAt } from '../../src/core/models/zoo/recipe.ts';
import type { TrainingSpec } from '../../src/rpc/trainerWorker.ts';
import { contrastiveObjective } from './objectives/contrastive.ts';
import { languageObjective } from './objectives/language.ts';
import type { Objective } from './objectives/objective.ts';
import { encoderOf, startOf, type OpenTrainingResult } from './openTraining.ts';
import { TrainingSession } from './trainingSession.ts';

/** Batches by number, of one kind. */
interface NumberedBatches<Batch> {
  readonly training: (step: number) => Batch;
  readonly heldOut: (number: number, step: number) => Batch;
}

function openWith<Batch extends { readonly tokenCount: number }>(
  spec: TrainingSpec,
  objective: Objective<Batch>,
  batches: NumberedBatches<Batch>,
): OpenTrainingResult {
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

/** Opens a training whose step is compiled for the page. */
export async function openCompiled(spec: TrainingSpec): Promise<OpenTrainingResult> {
  const available = await init(spec.backend);
  if (!available.includes(spec.backend))
    return { ok: false, error: `This browser cannot train on "${spec.backend}".` };
  defaultDevice(spec.backend);
  const { recipe } = spec;
  const encode = encoderOf(spec);
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
