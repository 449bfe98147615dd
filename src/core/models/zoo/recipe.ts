import type { ModelShape } from '../shape.ts';
import type { Task } from './drawGroup.ts';
import type { PackingShape } from './packing.ts';
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

/** A part of a training with questions of one kind. */
export interface Stage {
  /** Share of the schedule's steps. */
  readonly share: number;
  readonly task: Task;
  readonly packing: PackingShape;
  /** Question groups generated for a batch; what does not fit its rows is dropped. */
  readonly groupsPerBatch: number;
}

/** How a bundled model is made: with the code, all that decides its weights. */
export interface Recipe {
  /** Folder of the model under static-data/models. */
  readonly name: string;
  readonly title: string;
  readonly role: 'student' | 'judge';
  readonly summary: string;
  readonly limits: string;
  readonly shape: ModelShape;
  /** Names the streams of random numbers: first weights, training batches. */
  readonly seed: string;
  readonly schedule: Schedule;
  readonly optimiser: OptimiserSettings;
  /** In order; their shares sum to 1. */
  readonly stages: readonly Stage[];
}

/** The stage that step `step` (0-based) belongs to. */
export function stageAt(recipe: Recipe, step: number): Stage {
  let end = 0;
  for (const stage of recipe.stages) {
    end += stage.share * recipe.schedule.totalSteps;
    if (step < Math.round(end)) return stage;
  }
  const last = recipe.stages.at(-1);
  if (last === undefined) throw new RangeError(`The recipe "${recipe.name}" has no stage.`);
  return last;
}
