import { trainedSpecs } from '../../../src/core/models/zoo/conceptHead.ts';
import { createBatches } from '../../../src/core/models/zoo/batches.ts';
import { stageAt } from '../../../src/core/models/zoo/recipe.ts';
import type { TrainingSpec } from '../../../src/rpc/trainerWorker.ts';
import { encoderOf, startOf, type OpenTrainingResult } from '../openTraining.ts';
import { GraphSession, type OnnxRuntime } from './graphSession.ts';

/** Opens a training whose gradients an ONNX runtime computes. Language models only. */
export function openGraph(
  runtime: OnnxRuntime,
  provider: 'wasm' | 'cpu',
  spec: TrainingSpec,
): OpenTrainingResult {
  const { recipe } = spec;
  if (recipe.pairs !== undefined)
    return { ok: false, error: `${recipe.name} learns from pairs of texts: train it in the page.` };
  const start = startOf(spec, trainedSpecs(recipe.shape));
  if (!start.ok) return start;
  const { shape, schedule, optimiser } = recipe;
  const session = new GraphSession(runtime, provider, shape, schedule, optimiser, start.checkpoint);
  const { training, validation } = createBatches(recipe, encoderOf(spec));
  return {
    ok: true,
    training: {
      recipe,
      progress: () => session.progress,
      step: () => session.step(training(session.progress.step)),
      evaluate: (count) => {
        const stage = stageAt(recipe, session.progress.step);
        return session.evaluate(
          Array.from({ length: count }, (_, number) => validation(stage, number)),
        );
      },
      checkpoint: () => Promise.resolve(session.checkpoint()),
      weights: () => Promise.resolve(session.weights()),
      dispose: () => {
        session.dispose();
      },
    },
  };
}
