import type { PackKind } from '../../packs/manifest.ts';
import type { ModelRole } from '../role.ts';
import type { ModelShape } from '../shape.ts';
import type { WeightFormat } from '../weightFormats.ts';
import type { Task } from './tasks.ts';
import type { PackingShape } from './packing.ts';
import type { PairShape } from './pairBatches.ts';
import type { Schedule } from './schedule.ts';

/** AdamW (Loshchilov & Hutter 2019) with the gradient clipped to a global norm. */
export interface OptimiserSettings {
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  /** Decoupled decay, on matrices only. */
  readonly weightDecay: number;
  /** Largest global gradient norm. */
  readonly clipNorm: number;
}

/** A part of a training with questions of a mix of kinds. */
export interface Stage {
  /** Share of the schedule's steps. */
  readonly share: number;
  /** Documents are drawn task by task with these weights. */
  readonly mix: readonly { readonly task: Task; readonly weight: number }[];
  readonly packing: PackingShape;
}

/** How a bundled model is made: with the code, all that decides its weights. */
export interface Recipe {
  /** Folder of the model under static-data/models. */
  readonly name: string;
  readonly title: string;
  readonly role: ModelRole;
  /** Kinds of pack that it is taught; left out where these are all. */
  readonly kinds?: readonly PackKind[];
  /** Ids of the protocols whose questions it is taught; left out where these are all. */
  readonly protocols?: readonly string[];
  readonly summary: string;
  readonly limits: string;
  /** Name of its tokenizer, which models may share. */
  readonly tokenizer: TokenizerName;
  readonly shape: ModelShape;
  /** Names the streams of random numbers: first weights, training batches. */
  readonly seed: string;
  readonly schedule: Schedule;
  readonly optimiser: OptimiserSettings;
  /** In order; their shares sum to 1. Empty for an embedder. */
  readonly stages: readonly Stage[];
  /** For an embedder: its batches of pairs. */
  readonly pairs?: PairShape;
  /** Number formats in which its weights are shipped, the one that runs use first. */
  readonly formats: readonly WeightFormat[];
}

/** Tokenizers of the zoo: one for all packs, and a small one for arithmetic alone. */
export type TokenizerName = 'words' | 'sums';

/** The stage that step `step` (0-based) belongs to. */
export function stageAt(recipe: Pick<Recipe, 'name' | 'stages' | 'schedule'>, step: number): Stage {
  let end = 0;
  for (const stage of recipe.stages) {
    end += stage.share * recipe.schedule.totalSteps;
    if (step < Math.round(end)) return stage;
  }
  const last = recipe.stages.at(-1);
  if (last === undefined) throw new RangeError(`The recipe "${recipe.name}" has no stage.`);
  return last;
}
