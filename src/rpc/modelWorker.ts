import type { ModelCall, ModelReply } from '../core/calls/call.ts';
import type { ModelRef } from '../core/calls/model.ts';
import type { EndpointAccess, EndpointReport } from '../core/endpoints/endpoint.ts';
import type { ModelFailure } from '../core/models/failure.ts';
import type { ModelFile } from '../core/models/modelFile.ts';
import type { TuningFigures } from '../core/models/tuning.ts';
import type { ParityFigures } from '../core/parity/stamp.ts';

/** What the worker found out about the machine. */
export interface MachineProbe {
  webgpu:
    | { kind: 'available'; adapter: string; features: readonly string[] }
    | { kind: 'none'; reason: string };
  /** Threads that wasm can use; 1 without cross-origin isolation. */
  wasmThreads: number;
}

/** A model ready to answer. */
export interface LoadedModel {
  key: string;
  /** Adapter or thread count, in words, for the provenance. */
  hardware: string;
  runtime: string;
  loadMs: number;
}

/** Memory that only the worker's end gives back. */
export interface WorkerMemory {
  /** Bytes of wasm memory that the runtime has taken. */
  wasmBytes: number;
}

export interface LoadProgress {
  modelKey: string;
  file: string;
  loadedBytes: number;
  /** Null while the server has not said. */
  totalBytes: number | null;
  /** Of all files of the load so far. */
  allLoadedBytes: number;
  /** Of all files; null until the weights' sizes are known. */
  allTotalBytes: number | null;
  /** By the pace of the last seconds; null until there is one. */
  secondsLeft: number | null;
}

/** An outcome as a value: what is expected to fail never throws over the wire. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: ModelFailure };

/** Where the worker finds what the site serves. Absolute URLs ending in a slash. */
export interface WorkerPaths {
  /** Folder of the bundled models. */
  models: string;
  /** Folder of the runtime's wasm files. */
  runtime: string;
  /** The hub; another address only when the page was told so. */
  hub: string;
}

/** How far the parity probe has come. */
export interface ProbeProgress {
  readonly done: number;
  readonly total: number;
}

/** What the parity probe found; not measured is what it does not even try. */
export type ProbeFindings =
  | { readonly kind: 'measured'; readonly figures: ParityFigures }
  | { readonly kind: 'not-measured'; readonly reason: string };

/** How far measuring a model has come. */
export interface TuneProgress {
  readonly done: number;
  readonly total: number;
  /** What is measured now. */
  readonly step: 'verdicts' | 'prompt' | `batch-${string}` | 'done';
}

/** What measuring a model found; not measured is what it does not even try. */
export type TuneFindings =
  | {
      readonly kind: 'measured';
      readonly figures: TuningFigures;
      /** Adapter or thread count, in words. */
      readonly hardware: string;
      readonly runtime: string;
    }
  | { readonly kind: 'not-measured'; readonly reason: string };

/** Functions of the worker that hosts the models; the page calls them. */
export interface ModelWorkerApi {
  configure(paths: WorkerPaths): void;
  probe(): Promise<MachineProbe>;
  /**
   * Loads a model unless it is loaded. `files` are checked by SHA-256 before a session is made. More than `agreedBytes` of
   * weights are not fetched from a hub: the load then fails as `needs-consent`.
   */
  load(
    model: ModelRef,
    files: readonly ModelFile[] | null,
    agreedBytes: number,
  ): Promise<Outcome<LoadedModel & WorkerMemory>>;
  /**
   * Answers calls of one loaded model together; requests are queued, and one runs at a time. Every reply is told by
   * `replied` as it is ready, in any order, and before this resolves; a failure means that the calls not told of were left
   * unanswered.
   *
   * @param ticket names the request in `replied`.
   * @param batch replies written side by side, at most; null for the engine's own number. No reply depends on it.
   */
  answerMany(
    ticket: number,
    calls: readonly ModelCall[],
    batch: number | null,
  ): Promise<Outcome<WorkerMemory>>;
  /**
   * Measures how fast a model is on its device, within some twenty seconds after its load. Queued like calls, told of by
   * `tuned`, and stopped by `abort`.
   */
  tune(
    model: ModelRef,
    files: readonly ModelFile[] | null,
    agreedBytes: number,
  ): Promise<Outcome<TuneFindings>>;
  /**
   * Compares a model on its device with the same files over wasm, on the fixed prompts. Both are loaded for it; the one over
   * wasm is let go of again. Queued like calls, and told of by `probed`.
   */
  probeParity(
    model: ModelRef,
    files: readonly ModelFile[] | null,
    agreedBytes: number,
  ): Promise<Outcome<ProbeFindings>>;
  /** Tells how endpoints are reached; takes the place of what was told before. */
  setEndpoints(endpoints: readonly EndpointAccess[]): void;
  /** Asks an endpoint what it lists and gives, past the queue: it needs nothing of the runtime. */
  testEndpoint(access: EndpointAccess): Promise<Outcome<EndpointReport>>;
  /** Stops the generation that is running, if there is one; it ends as `aborted`. */
  abort(): void;
}

/** A reply of `answerMany`, before the others are ready. */
export interface EarlyReply {
  readonly ticket: number;
  /** The call's place in the request. */
  readonly index: number;
  readonly outcome: Outcome<ModelReply>;
}

/** Functions of the page; the worker calls them as events. */
export interface ModelPageApi {
  loadProgress(progress: LoadProgress): void;
  replied(reply: EarlyReply): void;
  probed(progress: ProbeProgress): void;
  tuned(progress: TuneProgress): void;
  /**
   * Sent every few seconds while the worker's event loop turns. It does not turn while wasm computes: a forward, or the
   * start of a session, holds every beat up until it ends, which can take minutes.
   */
  heartbeat(): void;
}
