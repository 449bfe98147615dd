import type {
  ChooseCall,
  ChooseReply,
  EmbedCall,
  EmbedReply,
  GenerateCall,
  GenerateReply,
  LogprobsCall,
  LogprobsReply,
} from '../../src/core/calls/call.ts';
import type { ModelRef } from '../../src/core/calls/model.ts';
import type { ModelFile } from '../../src/core/models/modelFile.ts';
import type { LoadedModel, LoadProgress } from '../../src/rpc/modelWorker.ts';

/**
 * One loaded model that answers calls, one at a time. Every method rejects with a
 * ModelFailureError for failures that a reader can do something about.
 */
export interface Engine {
  readonly loaded: LoadedModel;
  /** `signal` ends a generation between two tokens. */
  generate(call: GenerateCall, signal: AbortSignal): Promise<GenerateReply>;
  choose(call: ChooseCall): Promise<ChooseReply>;
  logprobs(call: LogprobsCall): Promise<LogprobsReply>;
  embed(call: EmbedCall): Promise<EmbedReply>;
  /** Gives back the session and its memory. */
  release(): Promise<void>;
}

export interface LoadOptions {
  /** Files to check by SHA-256 before a session is made; null for models not from the bundle. */
  files: readonly ModelFile[] | null;
  onProgress: (progress: LoadProgress) => void;
  signal: AbortSignal;
}

/** Makes a model ready to answer. Rejects with a ModelFailureError. */
export type LoadEngine = (model: ModelRef, options: LoadOptions) => Promise<Engine>;
