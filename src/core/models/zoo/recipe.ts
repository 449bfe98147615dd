import type { ModelShape } from '../shape.ts';
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
  readonly packing: PackingShape;
  /** Question groups generated for a batch; what does not fit its rows is dropped. */
  readonly groupsPerBatch: number;
  /** Questions asked over one document. */
  readonly questionsPerGroup: number;
  /** Batches of validation documents that the held-out figures are taken on. */
  readonly heldOutBatches: number;
}
