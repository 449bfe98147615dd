import type { Dtype } from '../calls/model.ts';
import type { Experiment } from '../distill/experiment.ts';
import type { RunSummary } from '../runs/runSummary.ts';
import type { RunState } from '../runs/state.ts';
import type { Parity, ResultBundle } from './bundle.ts';
import type { Parsed } from './parseBundle.ts';

/** A run asked for by name, as the terminal and the page's console ask for it. */
export interface RunRequest {
  packId: string;
  /** Null for the first that plays packs of that kind. */
  protocol: string | null;
  /**
   * A bundled model's id and number format `name[@format]`, `random`, `majority`, or a hub id
   * `owner/name[@revision]`. Null, or anything, where the protocol does not have the role.
   */
  student: string | null;
  judge: string | null;
  device: 'auto' | 'webgpu' | 'wasm';
  /** Number format of hub models. */
  dtype: Dtype;
  limit: number | null;
}

/** What came of a run. */
export interface RunReport {
  runId: string;
  state: RunState;
  /** What the reader should know about the device that was settled on. */
  note: string | null;
  /** Given when the run is finished. */
  summary: RunSummary | null;
  bundle: ResultBundle | null;
  /** Fragment of the share link; null when the result is too large for one. */
  link: string | null;
}

/** A distillation experiment, as a program asks for it. */
export interface DistillRequest {
  /** JSON of a design, or of an experiment whose design is wanted. */
  design: string;
  device: 'auto' | 'webgpu' | 'wasm';
}

/** Where an experiment stands. */
export interface DistillReport {
  status: 'ready' | 'running' | 'paused' | 'finished' | 'failed';
  /** Steps of all trainings: those taken, and all. */
  done: number;
  total: number;
  /** The arm and the seed under way; null between two. */
  now: string | null;
  /** Why it stopped; null where nothing went wrong. */
  problem: string | null;
}

/**
 * What the page offers to programs, as `window.benchside`: the same lab that the views use, so a
 * number from the terminal and one from the page come from the same code.
 */
export interface PageApi {
  /** Plays a run to its end, or as far as it gets, and resumes one that was begun before. */
  run(request: RunRequest, onState: (state: RunState) => void): Promise<Parsed<RunReport>>;
  /** Replays a sample of a finished run with the memo table off, on that device. */
  replay(runId: string, device: 'webgpu' | 'wasm', units: number): Promise<Parsed<Parity>>;
  /** Trains a design to its end, or as far as it gets, and goes on with one that was begun before. */
  distill(
    request: DistillRequest,
    onReport: (report: DistillReport) => void,
  ): Promise<Parsed<{ report: DistillReport; experiment: Experiment }>>;
  /** The finished run again, e.g. after a replay was added to it. */
  report(runId: string): Promise<Parsed<RunReport>>;
}
