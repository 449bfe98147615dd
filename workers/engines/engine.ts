import type {
  ChooseCall,
  ChooseReply,
  EmbedCall,
  EmbedReply,
  GenerateCall,
  GenerateReply,
  LogprobsCall,
  LogprobsReply,
  ModelCall,
  ModelReply,
} from '../../src/core/calls/call.ts';
import type { ModelRef } from '../../src/core/calls/model.ts';
import type { ModelFile } from '../../src/core/models/modelFile.ts';
import type {
  LoadedModel,
  LoadProgress,
  Outcome,
  ProbeFindings,
  ProbeProgress,
  TuneFindings,
  TuneProgress,
} from '../../src/rpc/modelWorker.ts';

export interface LoadOptions {
  /** The card's list, checked by SHA-256 before a session sees the bytes; null where there is no card. */
  readonly files: readonly ModelFile[] | null;
  /** Bytes of weights that the reader has agreed to have fetched from a hub. */
  readonly agreedBytes: number;
  readonly onProgress: (progress: LoadProgress) => void;
  readonly signal: AbortSignal;
}

/** What a load found out besides that it worked. */
export interface LoadedInfo extends LoadedModel {
  /** The commit that the hub answered with, for a revision that may move; else the reference's own. */
  readonly commit: string;
  /** Bytes of all files, from the network or a cache. */
  readonly bytes: number;
}

/**
 * Hosts models and answers their calls. One call at a time: the owner queues them. What is expected to fail comes back
 * as a value; a call never throws.
 */
export interface Engine {
  /**
   * Makes a model ready, unless it is. To be called before every call of it: an engine lets go of models that were not
   * asked for lately.
   */
  load(model: ModelRef, options: LoadOptions): Promise<Outcome<LoadedInfo>>;
  generate(call: GenerateCall, signal: AbortSignal): Promise<Outcome<GenerateReply>>;
  choose(call: ChooseCall, signal: AbortSignal): Promise<Outcome<ChooseReply>>;
  logprobs(call: LogprobsCall, signal: AbortSignal): Promise<Outcome<LogprobsReply>>;
  embed(call: EmbedCall, signal: AbortSignal): Promise<Outcome<EmbedReply>>;
  /** Compares a model on its device with itself over wasm; for engines that have more than one device. */
  probeParity?(
    model: ModelRef,
    options: LoadOptions,
    onProgress: (progress: ProbeProgress) => void,
  ): Promise<Outcome<ProbeFindings>>;
  /** Measures how fast a model is on its device; for engines that have one. */
  tune?(
    model: ModelRef,
    options: LoadOptions,
    onProgress: (progress: TuneProgress) => void,
  ): Promise<Outcome<TuneFindings>>;
  /**
   * Answers several calls of one loaded model together, for engines that gain by it. `tell` hears of each reply as it is
   * ready, in any order; the outcome is a failure where the work ended before all were told.
   *
   * @param batch replies written side by side, at most; left out for the engine's own number. Replies do not depend on it.
   */
  answerMany?(
    calls: readonly ModelCall[],
    signal: AbortSignal,
    tell: (index: number, outcome: Outcome<ModelReply>) => void,
    batch?: number,
  ): Promise<Outcome<null>>;
}
