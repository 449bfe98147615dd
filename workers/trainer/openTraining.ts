import { Tokenizer } from '@huggingface/tokenizers';
import type { Weights, WeightSpec } from '../../src/core/models/shape.ts';
import type { HeldOut } from '../../src/core/models/zoo/heldOut.ts';
import { createBatches } from '../../src/core/models/zoo/batches.ts';
import type { PackedBatch } from '../../src/core/models/zoo/packing.ts';
import { stageAt, type Recipe } from '../../src/core/models/zoo/recipe.ts';
import type { Encode } from '../../src/core/models/zoo/encoding.ts';
import type { TrainingSpec } from '../../src/rpc/trainerWorker.ts';
import {
  decodeCheckpoint,
  zeroMoments,
  type Checkpoint,
  type CheckpointResult,
  type Progress,
} from './checkpoint.ts';
import { firstWeights } from './firstWeights.ts';
import type { StepResult } from './stepResult.ts';

/** A training of any kind, as the worker's functions need it. */
export interface OpenTraining {
  readonly recipe: Recipe;
  readonly progress: () => Progress;
  readonly step: () => Promise<StepResult>;
  /** Over so many held-out batches. */
  readonly evaluate: (batches: number) => Promise<HeldOut>;
  readonly checkpoint: () => Promise<Checkpoint>;
  /** The model's weights, without what only training needs. */
  readonly weights: () => Promise<Weights>;
  readonly dispose: () => void;
}

export type OpenTrainingResult =
  | { readonly ok: true; readonly training: OpenTraining }
  | { readonly ok: false; readonly error: string };

/** The state that a training begins with: its checkpoint's, or the recipe's first weights. */
export function startOf(
  { recipe, checkpoint }: TrainingSpec,
  specs: readonly WeightSpec[],
): CheckpointResult {
  if (checkpoint !== null) return decodeCheckpoint(checkpoint, specs);
  return {
    ok: true,
    metadata: {},
    checkpoint: {
      weights: firstWeights(recipe.shape, specs, recipe.seed),
      first: zeroMoments(specs),
      second: zeroMoments(specs),
      progress: { step: 0, tokens: 0, seconds: 0 },
    },
  };
}

/** The token ids of a text by the training's tokenizer. */
export function encoderOf({ tokenizer }: TrainingSpec): Encode {
  const of = new Tokenizer(tokenizer.tokenizer, tokenizer.config);
  return (text) => of.encode(text, { add_special_tokens: false }).ids;
}

/** Batches by number, of one kind. */
export interface NumberedBatches<Batch> {
  readonly training: (step: number) => Batch;
  readonly heldOut: (number: number, step: number) => Batch;
}

/** Batches of replies, held out from the stage that the training is in. */
export function languageBatches(spec: TrainingSpec): NumberedBatches<PackedBatch> {
  const { recipe } = spec;
  const { training, validation } = createBatches(recipe, encoderOf(spec));
  return { training, heldOut: (number, step) => validation(stageAt(recipe, step), number) };
}

/** What steps over batches of a kind, however it computes. */
interface Session<Batch> extends Pick<OpenTraining, 'checkpoint' | 'weights' | 'dispose'> {
  readonly progress: Progress;
  step(batch: Batch): Promise<StepResult>;
  evaluate(batches: Iterable<Batch>): Promise<HeldOut>;
}

/** A session over the recipe's batches. */
export function trainingOf<Batch>(
  recipe: Recipe,
  session: Session<Batch>,
  batches: NumberedBatches<Batch>,
): OpenTraining {
  return {
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
  };
}
