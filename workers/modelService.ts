import type { ModelCall, ModelReply } from '../src/core/calls/call.ts';
import { modelKey, type ModelRef } from '../src/core/calls/model.ts';
import { ModelFailureError, type ModelFailure } from '../src/core/models/failure.ts';
import type { ModelFile } from '../src/core/models/modelFile.ts';
import type {
  LoadedModel,
  LoadProgress,
  MachineProbe,
  ModelWorkerApi,
  Outcome,
  WorkerPaths,
} from '../src/rpc/modelWorker.ts';
import { createBaselineEngine } from './engines/baselineEngine.ts';
import type { Engine, LoadEngine } from './engines/engine.ts';
import { TaskQueue } from './taskQueue.ts';

/** A student and a judge, each on one device; a third model takes the place of the oldest. */
const MOST_SESSIONS = 2;

export interface ModelServiceParts {
  /** Makes the loader of real models; asked once, when the paths are known. */
  createLoader: (paths: WorkerPaths) => LoadEngine;
  probe: () => Promise<MachineProbe>;
  onProgress: (progress: LoadProgress) => void;
}

function failureOf(error: unknown, model: ModelRef): ModelFailure {
  if (error instanceof ModelFailureError) return error.failure;
  const reason = error instanceof Error ? error.message : 'no reason given';
  return {
    code: 'unknown',
    message: `The model ${model.id} failed on ${model.device}: ${reason.slice(0, 300)}.`,
    remedy: 'Resume to try again; if it fails again, choose the other device or another number format.',
  };
}

/** The worker's side of the contract: sessions behind one queue. */
export class ModelService implements ModelWorkerApi {
  readonly #parts: ModelServiceParts;
  readonly #queue = new TaskQueue();
  /** In the order of last use. */
  readonly #engines = new Map<string, Engine>();
  #loader: LoadEngine | null = null;
  #stopper = new AbortController();

  constructor(parts: ModelServiceParts) {
    this.#parts = parts;
  }

  configure(paths: WorkerPaths): void {
    this.#loader = this.#parts.createLoader(paths);
  }

  async probe(): Promise<MachineProbe> {
    return await this.#parts.probe();
  }

  async load(model: ModelRef, files: readonly ModelFile[] | null): Promise<Outcome<LoadedModel>> {
    return await this.#attempt(model, async () => (await this.#engine(model, files)).loaded);
  }

  async answer(call: ModelCall): Promise<Outcome<ModelReply>> {
    return await this.#attempt(call.model, async () => {
      const engine = this.#engines.get(modelKey(call.model));
      if (engine === undefined) {
        throw new ModelFailureError({
          code: 'worker-died',
          message: `The model ${call.model.id} is not loaded in this worker.`,
          remedy: 'Resume the run: it loads the model again.',
        });
      }
      this.#touch(engine);
      switch (call.kind) {
        case 'generate':
          this.#stopper = new AbortController();
          return await engine.generate(call, this.#stopper.signal);
        case 'choose':
          return await engine.choose(call);
        case 'logprobs':
          return await engine.logprobs(call);
        case 'embed':
          return await engine.embed(call);
      }
    });
  }

  abort(): void {
    this.#stopper.abort();
  }

  async releaseAll(): Promise<void> {
    await this.#queue.run(async () => {
      for (const engine of this.#engines.values()) await engine.release();
      this.#engines.clear();
    });
  }

  async #attempt<T>(model: ModelRef, task: () => Promise<T>): Promise<Outcome<T>> {
    try {
      return { ok: true, value: await this.#queue.run(task) };
    } catch (error) {
      return { ok: false, failure: failureOf(error, model) };
    }
  }

  async #engine(model: ModelRef, files: readonly ModelFile[] | null): Promise<Engine> {
    const known = this.#engines.get(modelKey(model));
    if (known !== undefined) {
      this.#touch(known);
      return known;
    }
    await this.#makeRoom();
    const engine = await this.#create(model, files);
    this.#engines.set(engine.loaded.key, engine);
    return engine;
  }

  async #create(model: ModelRef, files: readonly ModelFile[] | null): Promise<Engine> {
    if (model.source === 'baseline') return createBaselineEngine(model);
    if (this.#loader === null) throw new Error('the worker was asked to load before it was configured');
    this.#stopper = new AbortController();
    return await this.#loader(model, {
      files,
      onProgress: this.#parts.onProgress,
      signal: this.#stopper.signal,
    });
  }

  async #makeRoom(): Promise<void> {
    for (const [key, engine] of this.#engines) {
      if (this.#engines.size < MOST_SESSIONS) return;
      this.#engines.delete(key);
      await engine.release();
    }
  }

  #touch(engine: Engine): void {
    this.#engines.delete(engine.loaded.key);
    this.#engines.set(engine.loaded.key, engine);
  }
}
