import type { ModelCall, ModelReply } from '../src/core/calls/call.ts';
import type { ModelRef } from '../src/core/calls/model.ts';
import type { EndpointAccess, EndpointReport } from '../src/core/endpoints/endpoint.ts';
import { ModelFailureError, type ModelFailure } from '../src/core/models/failure.ts';
import type { ModelFile } from '../src/core/models/modelFile.ts';
import type {
  EarlyReply,
  LoadedModel,
  LoadProgress,
  MachineProbe,
  ModelWorkerApi,
  Outcome,
  WorkerMemory,
  ProbeFindings,
  ProbeProgress,
  WorkerPaths,
} from '../src/rpc/modelWorker.ts';
import { baselineEngine } from './engines/baselineEngine.ts';
import { EndpointEngine } from './engines/endpoint/endpointEngine.ts';
import type { Engine } from './engines/engine.ts';
import { throwIfAborted } from './engines/failures.ts';
import { TaskQueue } from './taskQueue.ts';

export interface ModelServiceParts {
  /** Makes the engine of real models; the runtime is loaded when it first has to be. */
  createEngine: (paths: WorkerPaths) => Promise<Engine>;
  probe: () => Promise<MachineProbe>;
  wasmBytes: () => number;
  onProgress: (progress: LoadProgress) => void;
  onReply: (reply: EarlyReply) => void;
  onProbed: (progress: ProbeProgress) => void;
}

function failureOf(error: unknown, model: ModelRef): ModelFailure {
  if (error instanceof ModelFailureError) return error.failure;
  const reason = error instanceof Error ? error.message : 'no reason given';
  return {
    code: 'unknown',
    message: `The model ${model.id} failed on ${model.device}: ${reason.slice(0, 300)}.`,
    remedy:
      'Resume to try again; if it fails again, choose the other device or another number format.',
  };
}

/** Endpoints and baselines keep their tokens and distributions to themselves. */
function cannotCompare(model: ModelRef): ModelFailure {
  return {
    code: 'unsupported-call',
    message: `${model.id} cannot be followed token by token: its tokens and whole distributions cannot be had.`,
    remedy: 'Choose models that run in this browser.',
  };
}

/** Hands a call to the engine's method for it. */
async function callEngine(
  engine: Engine,
  call: ModelCall,
  signal: AbortSignal,
): Promise<Outcome<ModelReply>> {
  switch (call.kind) {
    case 'generate':
      if (call.beginning !== undefined || call.listTokens !== undefined)
        return { ok: false, failure: cannotCompare(call.model) };
      return await engine.generate(call, signal);
    case 'choose':
      return await engine.choose(call, signal);
    case 'logprobs':
      return await engine.logprobs(call, signal);
    case 'compare':
      return { ok: false, failure: cannotCompare(call.model) };
    case 'embed':
      return await engine.embed(call, signal);
  }
}

/** One after the other, for engines that gain nothing by more; ends with the first call that was stopped. */
async function answerEach(
  engine: Engine,
  calls: readonly ModelCall[],
  signal: AbortSignal,
  tell: (index: number, outcome: Outcome<ModelReply>) => void,
): Promise<Outcome<null>> {
  for (const [index, call] of calls.entries()) {
    throwIfAborted(signal);
    tell(index, await callEngine(engine, call, signal));
  }
  return { ok: true, value: null };
}

/** The worker's side of the contract: every engine behind one queue, because one call may run at a time. */
export class ModelService implements ModelWorkerApi {
  readonly #parts: ModelServiceParts;
  readonly #queue = new TaskQueue();
  readonly #endpoints = new EndpointEngine();
  #engine: Promise<Engine> | null = null;
  #paths: WorkerPaths | null = null;
  #stopper = new AbortController();

  constructor(parts: ModelServiceParts) {
    this.#parts = parts;
  }

  configure(paths: WorkerPaths): void {
    this.#paths = paths;
  }

  async probe(): Promise<MachineProbe> {
    return await this.#parts.probe();
  }

  async load(
    model: ModelRef,
    files: readonly ModelFile[] | null,
    agreedBytes: number,
  ): Promise<Outcome<LoadedModel & WorkerMemory>> {
    const { onProgress } = this.#parts;
    const outcome = await this.#attempt(
      model,
      async (engine, signal) =>
        await engine.load(model, { files, agreedBytes, onProgress, signal }),
    );
    return outcome.ok ? { ok: true, value: { ...outcome.value, ...this.#memory() } } : outcome;
  }

  async answerMany(ticket: number, calls: readonly ModelCall[]): Promise<Outcome<WorkerMemory>> {
    const [first] = calls;
    if (first === undefined) return { ok: true, value: this.#memory() };
    const outcome = await this.#attempt(first.model, async (engine, signal) => {
      const tell = (index: number, outcome: Outcome<ModelReply>): void => {
        this.#parts.onReply({ ticket, index, outcome });
      };
      return await (engine.answerMany?.(calls, signal, tell) ??
        answerEach(engine, calls, signal, tell));
    });
    return outcome.ok ? { ok: true, value: this.#memory() } : outcome;
  }

  async probeParity(
    model: ModelRef,
    files: readonly ModelFile[] | null,
    agreedBytes: number,
  ): Promise<Outcome<ProbeFindings>> {
    const { onProgress, onProbed } = this.#parts;
    return await this.#attempt(model, async (engine, signal) => {
      const options = { files, agreedBytes, onProgress, signal };
      const reason = 'What answers for it has no device to compare.';
      return (
        (await engine.probeParity?.(model, options, onProbed)) ?? {
          ok: true,
          value: { kind: 'not-measured', reason },
        }
      );
    });
  }

  setEndpoints(endpoints: readonly EndpointAccess[]): void {
    this.#endpoints.setEndpoints(endpoints);
  }

  async testEndpoint(access: EndpointAccess): Promise<Outcome<EndpointReport>> {
    return await this.#endpoints.test(access, new AbortController().signal);
  }

  abort(): void {
    this.#stopper.abort();
  }

  #memory(): WorkerMemory {
    return { wasmBytes: this.#parts.wasmBytes() };
  }

  async #attempt<T>(
    model: ModelRef,
    task: (engine: Engine, signal: AbortSignal) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    try {
      return await this.#queue.run(async () => {
        // Before anything is awaited: the runtime takes long to fetch, and may be cancelled meanwhile.
        const { signal } = (this.#stopper = new AbortController());
        return await task(await this.#engineFor(model), signal);
      });
    } catch (error) {
      return { ok: false, failure: failureOf(error, model) };
    }
  }

  async #engineFor(model: ModelRef): Promise<Engine> {
    if (model.source === 'baseline') return baselineEngine;
    if (model.source === 'endpoint') return this.#endpoints;
    if (this.#paths === null) {
      throw new Error('the worker was asked for a model before it was told its paths');
    }
    this.#engine ??= this.#parts.createEngine(this.#paths);
    try {
      return await this.#engine;
    } catch (error) {
      // A runtime that could not be fetched is fetched again the next time.
      this.#engine = null;
      throw error;
    }
  }
}
