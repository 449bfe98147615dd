import { createBirpc, type BirpcReturn } from 'birpc';
import type { ModelCall, ModelReply } from '../core/calls/call.ts';
import type { ModelRef } from '../core/calls/model.ts';
import { ModelFailureError, type ModelFailure } from '../core/models/failure.ts';
import type { ModelFile } from '../core/models/modelFile.ts';
import type {
  LoadedModel,
  LoadProgress,
  MachineProbe,
  ModelPageApi,
  ModelWorkerApi,
  Outcome,
  WorkerPaths,
} from '../rpc/modelWorker.ts';

/** A call is ended when the worker has been silent for this long. */
const SILENCE_MS = 60_000;
const WATCH_EVERY_MS = 2_000;

interface LiveWorker {
  worker: Worker;
  rpc: BirpcReturn<ModelWorkerApi, ModelPageApi>;
  lastHeard: number;
  pending: number;
}

const workerDied: ModelFailure = {
  code: 'worker-died',
  message: 'The worker that runs the models ended unexpectedly.',
  remedy: 'Resume the run: it goes on with a new worker, and asks nothing again that was answered.',
};

/**
 * The page's end of the model worker. It owns the worker, watches its pulse, and replaces it: when
 * the worker dies or falls silent every pending call fails as `worker-died`, and the next call
 * starts a new one.
 */
export class ModelHost {
  readonly #createWorker: () => Worker;
  readonly #paths: WorkerPaths;
  readonly #onProgress: (progress: LoadProgress) => void;
  #live: LiveWorker | null = null;
  #watch: ReturnType<typeof setInterval> | null = null;

  constructor(
    createWorker: () => Worker,
    paths: WorkerPaths,
    onProgress: (progress: LoadProgress) => void,
  ) {
    this.#createWorker = createWorker;
    this.#paths = paths;
    this.#onProgress = onProgress;
  }

  async probe(): Promise<MachineProbe> {
    return await this.#call(async ({ rpc }) => await rpc.probe());
  }

  /**
   * Makes sure that a model is loaded. The worker is asked every time: it alone knows which sessions
   * it has let go, and answers at once for one that it has.
   *
   * @throws ModelFailureError
   */
  async load(model: ModelRef, files: readonly ModelFile[] | null): Promise<LoadedModel> {
    return await this.#call(async ({ rpc }) => unwrap(await rpc.load(model, files)));
  }

  /** @throws ModelFailureError */
  async answer(call: ModelCall): Promise<ModelReply> {
    return await this.#call(async ({ rpc }) => unwrap(await rpc.answer(call)));
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

  async #call<T>(action: (live: LiveWorker) => Promise<T>): Promise<T> {
    const live = this.#live ?? this.#start();
    live.pending += 1;
    live.lastHeard = performance.now();
    try {
      return await action(live);
    } catch (error) {
      if (error instanceof ModelFailureError && needsNewWorker(error.failure)) this.end();
      throw error;
    } finally {
      live.pending -= 1;
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
    };
    const rpc = createBirpc<ModelWorkerApi, ModelPageApi>(page, {
      post: (data) => {
        worker.postMessage(data);
      },
      on: (listener) => {
        worker.addEventListener('message', (event) => {
          this.#hear(worker);
          listener(event.data);
        });
      },
      // The clock is `#lookForSilence`: a call may rightly take minutes.
      timeout: -1,
    });
    const live: LiveWorker = {
      worker,
      rpc,
      lastHeard: performance.now(),
      pending: 0,
    };
    worker.addEventListener('error', () => {
      if (this.#live === live) this.end();
    });
    this.#live = live;
    this.#watch = setInterval(() => {
      this.#lookForSilence();
    }, WATCH_EVERY_MS);
    rpc.configure.asEvent(this.#paths).catch(() => undefined);
    return live;
  }

  #hear(worker: Worker): void {
    if (this.#live?.worker === worker) this.#live.lastHeard = performance.now();
  }

  #lookForSilence(): void {
    const live = this.#live;
    if (live === null || live.pending === 0) return;
    if (performance.now() - live.lastHeard > SILENCE_MS) this.end();
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
