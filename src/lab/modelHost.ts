import type { BirpcReturn } from 'birpc';
import type { ModelCall, ModelReply } from '../core/calls/call.ts';
import { modelKey, type ModelRef } from '../core/calls/model.ts';
import type { EndpointAccess, EndpointReport } from '../core/endpoints/endpoint.ts';
import { ModelFailureError, type ModelFailure } from '../core/models/failure.ts';
import type { ModelFile } from '../core/models/modelFile.ts';
import { ASK_ABOVE_BYTES } from '../core/models/shelf.ts';
import { connectWorker } from '../rpc/connectWorker.ts';
import type {
  LoadedModel,
  LoadProgress,
  MachineProbe,
  ModelPageApi,
  ModelWorkerApi,
  Outcome,
  ProbeFindings,
  ProbeProgress,
  TuneFindings,
  TuneProgress,
  WorkerPaths,
} from '../rpc/modelWorker.ts';

/** How long a worker with work to do may be silent before it counts as dead, in milliseconds. */
export interface SilenceLimits {
  readonly usualMs: number;
  /** While a load or call over wasm is pending: its computing holds up the worker's heartbeats. */
  readonly wasmMs: number;
  /** How often the page looks. */
  readonly lookEveryMs: number;
}

/**
 * When a worker that has nothing to do is replaced to have its memory back: wasm memory grows and never shrinks, and ends at
 * 4 GiB. A model's weights are not growth.
 */
export interface MemoryLimits {
  /** What calls may add to what there was after the last load, in bytes. */
  readonly growthBytes: number;
  /** What may be there when another model is to be loaded beside it, in bytes. */
  readonly crowdedBytes: number;
}

const MEMORY_LIMITS: MemoryLimits = { growthBytes: 512 * 2 ** 20, crowdedBytes: 1.5 * 2 ** 30 };

/** A forward of a model that fits takes less than ten minutes over wasm, even with one slow thread. */
const SILENCE_LIMITS: SilenceLimits = { usualMs: 60_000, wasmMs: 600_000, lookEveryMs: 2_000 };

interface LiveWorker {
  worker: Worker;
  rpc: BirpcReturn<ModelWorkerApi, ModelPageApi>;
  lastHeard: number;
  pending: number;
  /** How many of the pending run over wasm. */
  pendingWasm: number;
  /** Wasm memory now, and after the last load. */
  wasmBytes: number;
  loadedBytes: number;
  /** Keys of the models that were loaded here. */
  readonly loaded: Set<string>;
}

const workerDied: ModelFailure = {
  code: 'worker-died',
  message: 'The worker that runs the models ended unexpectedly.',
  remedy: 'Resume the run: it goes on with a new worker, and asks nothing again that was answered.',
};

/**
 * The page's end of the model worker. It owns the worker, watches its pulse, and replaces it: when
 * the worker dies or falls silent every pending call fails as `worker-died`, and the next call
 * starts a new one. One whose memory has grown is replaced between calls, before a load. Silent is one that was not heard for a minute, or for ten while wasm work is
 * pending, because wasm lets no heartbeat out while it computes.
 */
export class ModelHost {
  readonly #createWorker: () => Worker;
  readonly #paths: WorkerPaths;
  readonly #onProgress: (progress: LoadProgress) => void;
  readonly #limits: SilenceLimits;
  readonly #memory: MemoryLimits;
  #live: LiveWorker | null = null;
  /** Who hears of early replies, by ticket. */
  readonly #tickets = new Map<number, (index: number, outcome: Outcome<ModelReply>) => void>();
  #lastTicket = 0;
  /** Who hears of the parity probe: of the last one that was asked for, because they are queued. */
  #onProbed: (progress: ProbeProgress) => void = () => undefined;
  /** The same of measuring. */
  #onTuned: (progress: TuneProgress) => void = () => undefined;
  #endpoints: readonly EndpointAccess[] = [];
  #watch: ReturnType<typeof setInterval> | null = null;

  constructor(
    createWorker: () => Worker,
    paths: WorkerPaths,
    onProgress: (progress: LoadProgress) => void,
    limits: SilenceLimits = SILENCE_LIMITS,
    memory: MemoryLimits = MEMORY_LIMITS,
  ) {
    this.#createWorker = createWorker;
    this.#paths = paths;
    this.#onProgress = onProgress;
    this.#limits = limits;
    this.#memory = memory;
  }

  async probe(): Promise<MachineProbe> {
    return await this.#call('none', async ({ rpc }) => await rpc.probe());
  }

  /**
   * Makes sure that a model is loaded. The worker is asked every time: it alone knows which sessions
   * it has let go, and answers at once for one that it has.
   *
   * @param agreedBytes of weights, as many as the reader has agreed to have fetched from a hub.
   * @throws ModelFailureError
   */
  async load(
    model: ModelRef,
    files: readonly ModelFile[] | null,
    agreedBytes: number = ASK_ABOVE_BYTES,
  ): Promise<LoadedModel> {
    this.#recycle(modelKey(model));
    return await this.#call(model.device, async (live) => {
      const { wasmBytes, ...loaded } = unwrap(await live.rpc.load(model, files, agreedBytes));
      live.wasmBytes = wasmBytes;
      if (!live.loaded.has(loaded.key)) live.loadedBytes = wasmBytes;
      live.loaded.add(loaded.key);
      return loaded;
    });
  }

  /**
   * Answers calls of one model together. `onReply` hears of every reply as it is ready, in any order; replies that came
   * before a failure are told all the same.
   *
   * @param batch replies written side by side, at most; null for the engine's own number.
   * @throws ModelFailureError the first call's that cannot be answered, or what ended the work.
   */
  async answerMany(
    calls: readonly ModelCall[],
    onReply: (index: number, reply: ModelReply) => void,
    batch: number | null = null,
  ): Promise<void> {
    const [first] = calls;
    if (first === undefined) return;
    const ticket = ++this.#lastTicket;
    const failures: ModelFailure[] = [];
    this.#tickets.set(ticket, (index, outcome) => {
      if (outcome.ok) onReply(index, outcome.value);
      else failures.push(outcome.failure);
    });
    try {
      await this.#call(first.model.device, async (live) => {
        live.wasmBytes = unwrap(await live.rpc.answerMany(ticket, calls, batch)).wasmBytes;
        const [failure] = failures;
        if (failure !== undefined) throw new ModelFailureError(failure);
      });
    } finally {
      this.#tickets.delete(ticket);
    }
  }

  /** Compares a model on its device with itself over wasm. @throws ModelFailureError */
  async probeParity(
    model: ModelRef,
    files: readonly ModelFile[] | null,
    agreedBytes: number,
    onProgress: (progress: ProbeProgress) => void,
  ): Promise<ProbeFindings> {
    this.#onProbed = onProgress;
    // Half of it computes over wasm, which holds heartbeats up.
    return await this.#call('wasm', async ({ rpc }) =>
      unwrap(await rpc.probeParity(model, files, agreedBytes)),
    );
  }

  /** Measures how fast a model is on its device. @throws ModelFailureError */
  async tune(
    model: ModelRef,
    files: readonly ModelFile[] | null,
    agreedBytes: number,
    onProgress: (progress: TuneProgress) => void,
  ): Promise<TuneFindings> {
    this.#onTuned = onProgress;
    this.#recycle(modelKey(model));
    return await this.#call(model.device, async ({ rpc }) =>
      unwrap(await rpc.tune(model, files, agreedBytes)),
    );
  }

  /** Tells the worker, and every one after it, how endpoints are reached. */
  setEndpoints(endpoints: readonly EndpointAccess[]): void {
    this.#endpoints = endpoints;
    this.#live?.rpc.setEndpoints.asEvent(endpoints).catch(() => undefined);
  }

  /** @throws ModelFailureError */
  async testEndpoint(access: EndpointAccess): Promise<EndpointReport> {
    return await this.#call('remote', async ({ rpc }) => unwrap(await rpc.testEndpoint(access)));
  }

  /** Ends the generation that is running; its call fails as `aborted`. */
  abort(): void {
    // A worker that has died has nothing to abort.
    this.#live?.rpc.abort.asEvent().catch(() => undefined);
  }

  /** Ends the worker and gives back its memory. The next call starts another. */
  end(failure: ModelFailure = workerDied): void {
    const live = this.#live;
    this.#live = null;
    if (this.#watch !== null) clearInterval(this.#watch);
    this.#watch = null;
    if (live === null) return;
    live.worker.terminate();
    live.rpc.$close(new ModelFailureError(failure));
  }

  async #call<T>(device: ModelRef['device'], action: (live: LiveWorker) => Promise<T>): Promise<T> {
    const live = this.#live ?? this.#start();
    const wasm = device === 'wasm' ? 1 : 0;
    live.pending += 1;
    live.pendingWasm += wasm;
    live.lastHeard = performance.now();
    try {
      return await action(live);
    } catch (error) {
      // The failure may be an old worker's, and come when a new one has taken over.
      const isFatal = error instanceof ModelFailureError && needsNewWorker(error.failure);
      if (isFatal && this.#live === live) this.end();
      throw error;
    } finally {
      live.pending -= 1;
      live.pendingWasm -= wasm;
    }
  }

  #start(): LiveWorker {
    const worker = this.#createWorker();
    const page: ModelPageApi = {
      loadProgress: (progress) => {
        this.#hear(worker);
        this.#onProgress(progress);
      },
      heartbeat: () => {
        this.#hear(worker);
      },
      probed: (progress) => {
        this.#hear(worker);
        this.#onProbed(progress);
      },
      tuned: (progress) => {
        this.#hear(worker);
        this.#onTuned(progress);
      },
      replied: ({ ticket, index, outcome }) => {
        this.#hear(worker);
        this.#tickets.get(ticket)?.(index, outcome);
      },
    };
    // The clock is `#lookForSilence`.
    const rpc = connectWorker<ModelWorkerApi, ModelPageApi>(worker, page, () => {
      this.#hear(worker);
    });
    const live: LiveWorker = {
      worker,
      rpc,
      lastHeard: performance.now(),
      pending: 0,
      pendingWasm: 0,
      wasmBytes: 0,
      loadedBytes: 0,
      loaded: new Set(),
    };
    worker.addEventListener('error', () => {
      if (this.#live === live) this.end();
    });
    this.#live = live;
    this.#watch = setInterval(() => {
      this.#lookForSilence();
    }, this.#limits.lookEveryMs);
    rpc.configure.asEvent(this.#paths).catch(() => undefined);
    rpc.setEndpoints.asEvent(this.#endpoints).catch(() => undefined);
    return live;
  }

  /** Ends a worker that holds more memory than it should, if nothing waits for it. Models are loaded again when asked for. */
  #recycle(wanted: string): void {
    const live = this.#live;
    if (live === null || live.pending > 0) return;
    const { growthBytes, crowdedBytes } = this.#memory;
    const hasGrown = live.wasmBytes - live.loadedBytes > growthBytes;
    const isCrowded = !live.loaded.has(wanted) && live.wasmBytes > crowdedBytes;
    if (hasGrown || isCrowded) this.end();
  }

  #hear(worker: Worker): void {
    if (this.#live?.worker === worker) this.#live.lastHeard = performance.now();
  }

  #lookForSilence(): void {
    const live = this.#live;
    if (live === null || live.pending === 0) return;
    const limitMs = live.pendingWasm > 0 ? this.#limits.wasmMs : this.#limits.usualMs;
    if (performance.now() - live.lastHeard > limitMs) this.end();
  }
}

/** The runtime survives neither; only a new worker does. */
function needsNewWorker({ code }: ModelFailure): boolean {
  return code === 'device-lost' || code === 'worker-died';
}

function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new ModelFailureError(outcome.failure);
}
