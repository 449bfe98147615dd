import { Tokenizer } from '@huggingface/tokenizers';
import type { Weights, WeightSpec } from '../../src/core/models/shape.ts';
import type { HeldOut } from '../../src/core/models/zoo/heldOut.ts';
import type { Recipe } from '../../src/core/models/zoo/recipe.ts';
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
