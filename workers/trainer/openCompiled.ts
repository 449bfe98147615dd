import { defaultDevice, init } from '@jax-js/jax';
import { createPairBatches } from '../../src/core/models/zoo/pairBatches.ts';
import type { TrainingSpec } from '../../src/rpc/trainerWorker.ts';
import { contrastiveObjective } from './objectives/contrastive.ts';
import { languageObjective } from './objectives/language.ts';
import type { Objective } from './objectives/objective.ts';
import {
  encoderOf,
  languageBatches,
  startOf,
  trainingOf,
  type NumberedBatches,
  type OpenTrainingResult,
} from './openTraining.ts';
import { EvaluatedSession } from './evaluatedSession.ts';

function openWith<Batch extends { readonly tokenCount: number }>(
  spec: TrainingSpec,
  objective: Objective<Batch>,
  batches: NumberedBatches<Batch>,
): OpenTrainingResult {
  const { recipe } = spec;
  const start = startOf(spec, objective.specs);
  if (!start.ok) return start;
  const session = new EvaluatedSession(
    recipe.shape,
    objective,
    recipe.schedule,
    recipe.optimiser,
    start.checkpoint,
  );
  return { ok: true, training: trainingOf(recipe, session, batches) };
}

/** Opens a training whose step is compiled for the page. */
export async function openCompiled(spec: TrainingSpec): Promise<OpenTrainingResult> {
  const available = await init(spec.backend);
  if (!available.includes(spec.backend))
    return { ok: false, error: `This browser cannot train on "${spec.backend}".` };
  defaultDevice(spec.backend);
  const { recipe } = spec;
  if (recipe.pairs !== undefined) {
    const batches = createPairBatches(recipe.seed, recipe.pairs, encoderOf(spec));
    return openWith(spec, contrastiveObjective(recipe.shape), batches);
  }
  return openWith(spec, languageObjective(recipe.shape), languageBatches(spec));
}
