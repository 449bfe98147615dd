import type { Experiment } from '../core/distill/experiment.ts';
import type { TrainingPlan, TrainingState } from '../core/distill/trainingState.ts';

/** A training of this browser, as it was when it was last stored; nothing runs by the look of a record. */
export interface TrainingRecord {
  /** SHA-256 of the plan; inside an experiment its id and the arm's and the seed's index. */
  trainingId: string;
  /** Empty outside of an experiment. */
  experimentId: string;
  /** What the reader calls the arm. */
  armName: string;
  plan: TrainingPlan;
  status: 'unfinished' | 'finished';
  state: TrainingState;
  createdAt: number;
  updatedAt: number;
}

/** Bytes of a training: what it goes on from, or the finished student as ONNX in fp32. */
export interface TrainingFileRecord {
  trainingId: string;
  name: 'checkpoint' | 'student';
  bytes: Uint8Array<ArrayBuffer>;
}

/** An experiment: trained here, or brought in. */
export interface ExperimentRecord {
  /** SHA-256 of design and backend; for brought-in ones with the origin in front. */
  experimentId: string;
  origin: 'local' | 'shared' | 'shipped';
  experiment: Experiment;
  /** Time from start to pause of all sittings, evaluation included, seconds. */
  activeSeconds: number;
  createdAt: number;
  updatedAt: number;
}
