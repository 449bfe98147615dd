import type { LocalModelRef } from '../core/calls/model.ts';
import type { ModelFile } from '../core/models/modelFile.ts';
import type { TuningFigures } from '../core/models/tuning.ts';
import type { LoadedModel, ProbeFindings, WorkerPaths } from './modelWorker.ts';

/** A model to measure with; its files are checked against the list. */
export interface PerfModel {
  readonly model: LocalModelRef;
  readonly files: readonly ModelFile[];
  /** The wasm build to measure with; null for the better one of those that the browser can run. */
  readonly build: 'jspi' | 'asyncify' | null;
}

/** One way of doing the work: what it took, and what went through the decoder. */
export interface PerfRun {
  readonly name: string;
  /** Verdicts, tokens or calls that were done. */
  readonly done: number;
  readonly ms: number;
  /** Tokens that were fed. */
  readonly tokens: number;
  readonly forwards: number;
  /** Bytes of logits that were read back. */
  readonly logitBytes: number;
}

/** Two ways of doing the same work in turn; the ratio is of `done` a second, ours by the other's. */
export interface PerfComparison {
  readonly id: string;
  readonly title: string;
  /** What `done` counts. */
  readonly unit: 'verdicts' | 'tokens' | 'calls';
  readonly ours: PerfRun;
  readonly other: PerfRun;
  readonly ratio: number;
  /** What is aimed for; null where nothing is promised. */
  readonly atLeast: number | null;
}

/** How much work is compared: all of it, or little, for adapters that compute on the processor. */
export type PerfSize = 'full' | 'small';

/** Functions of the worker that measures; one call at a time. */
export interface PerfWorkerApi {
  /** The adapter's name; null where there is none. */
  adapter(): Promise<string | null>;
  /** Makes a model the one that is measured, and lets go of the one before. */
  open(paths: WorkerPaths, model: PerfModel): Promise<LoadedModel>;
  /** Compares the open model, which runs on a GPU, with itself over wasm. */
  parity(paths: WorkerPaths, reference: PerfModel): Promise<ProbeFindings>;
  /** What runs go by on this device. */
  tune(): Promise<TuningFigures>;
  /** Verdicts on 20 criteria over one text of about 800 tokens: forked, and each in a forward of its own. */
  compareFork(size: PerfSize): Promise<PerfComparison>;
  /** The same verdicts, and a judge that writes 60 tokens for each. */
  compareRationale(size: PerfSize): Promise<PerfComparison>;
  /** 32 answers of 32 tokens: side by side, and one by one with transformers.js. */
  compareWriting(size: PerfSize): Promise<PerfComparison>;
  /** Four options of a question: scored over one prompt, and in four forwards. */
  compareOptions(size: PerfSize): Promise<PerfComparison>;
  /** Milliseconds of a call whose prompt is a few tokens. */
  callOverhead(): Promise<number>;
  /** Answers so many short calls; for watching memory. */
  answer(calls: number): Promise<void>;
}
