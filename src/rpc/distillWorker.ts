import type { WeightFormat } from '../core/models/weightFormats.ts';
import type { ModelShape } from '../core/models/shape.ts';
import type { Arm } from '../core/distill/arm.ts';
import type { CalibrationFigures } from '../core/distill/confidence/calibrationFigures.ts';
import type { DistillSettings } from '../core/distill/experiment.ts';
import type { StepReport, TrainingProgress } from '../core/distill/trainingState.ts';
import type { TokenizerSpec } from './trainerWorker.ts';

/** A model as the trainer needs it: its shape, and the bytes of an ONNX file that this project wrote. */
export interface DistillModel {
  readonly shape: ModelShape;
  readonly onnx: Uint8Array<ArrayBuffer>;
}

export interface DistillSpec {
  readonly student: DistillModel;
  readonly teacher: DistillModel;
  readonly tokenizer: TokenizerSpec;
  readonly arm: Arm;
  readonly settings: DistillSettings;
  readonly seed: string;
  readonly backend: 'wasm' | 'webgpu';
  /** Bytes of the checkpoint to go on from; null to start from the student. */
  readonly checkpoint: Uint8Array<ArrayBuffer> | null;
}

export type DistillOpenResult =
  | { readonly ok: true; readonly progress: TrainingProgress }
  | { readonly ok: false; readonly error: string };

export interface DistillEvaluation {
  /** For each held-out problem, in their order. */
  readonly correct: readonly boolean[];
  readonly ended: number;
  readonly length: number;
  /** How far the replies' confidence lines can be trusted; null for arms that teach none. */
  readonly calibration: CalibrationFigures | null;
}

/** Functions of the worker that distills; one training at a time, one call at a time. */
export interface DistillWorkerApi {
  /** Prepares a training; what was open before is dropped. */
  open(spec: DistillSpec): Promise<DistillOpenResult>;
  /** Takes one step. Rejects if the loss is no longer finite. */
  step(): Promise<StepReport>;
  /** Answers so many held-out problems greedily, always the same ones. */
  evaluate(problems: number): Promise<DistillEvaluation>;
  /** All that the training goes on from, bit for bit, on the same device. */
  checkpoint(): Promise<Uint8Array<ArrayBuffer>>;
  /** The student as it is now, as an ONNX file in that number format. */
  onnx(format: WeightFormat): Promise<Uint8Array<ArrayBuffer>>;
}
