import type { BirpcReturn } from 'birpc';
import { connectWorker } from '../../rpc/connectWorker.ts';
import type {
  DistillEvaluation,
  DistillOpenResult,
  DistillSpec,
  DistillWorkerApi,
} from '../../rpc/distillWorker.ts';
import type { StepReport } from '../../core/distill/trainingState.ts';
import type { WeightFormat } from '../../core/models/weightFormats.ts';

/** The worker that trains is gone: it was ended, it died, or it was not heard of for too long. */
export class DistillDiedError extends Error {
  override readonly name = 'DistillDiedError';
}

/** A step over wasm lets nothing out while it computes, and takes minutes at the most. */
const LONGEST_CALL_MS = 15 * 60_000;

type Rpc = BirpcReturn<DistillWorkerApi, Record<string, never>>;

/**
 * The page's end of the worker that distils: one worker, one training. It is started by the first call and ended by `end`;
 * every call that is pending then, or when the worker dies, rejects with a DistillDiedError.
 */
export class DistillHost {
  readonly #createWorker: () => Worker;
  #live: { readonly worker: Worker; readonly rpc: Rpc } | null = null;

  constructor(createWorker: () => Worker) {
    this.#createWorker = createWorker;
  }

  async open(spec: DistillSpec): Promise<DistillOpenResult> {
    return await this.#ask(async (rpc) => await rpc.open(spec));
  }

  /** Rejects with the worker's own error where the loss is no longer finite. */
  async step(): Promise<StepReport> {
    return await this.#ask(async (rpc) => await rpc.step());
  }

  async evaluate(problems: number): Promise<DistillEvaluation> {
    return await this.#ask(async (rpc) => await rpc.evaluate(problems));
  }

  async checkpoint(): Promise<Uint8Array<ArrayBuffer>> {
    return await this.#ask(async (rpc) => await rpc.checkpoint());
  }

  async onnx(format: WeightFormat): Promise<Uint8Array<ArrayBuffer>> {
    return await this.#ask(async (rpc) => await rpc.onnx(format));
  }

  /** Ends the worker and gives its memory back; a later call starts another, with nothing open in it. */
  end(why = 'The training was ended.'): void {
    const live = this.#live;
    this.#live = null;
    if (live === null) return;
    live.worker.terminate();
    live.rpc.$close(new DistillDiedError(why));
  }

  async #ask<T>(ask: (rpc: Rpc) => Promise<T>): Promise<T> {
    const { rpc } = (this.#live ??= this.#start());
    const watch = setTimeout(() => {
      this.end('The worker that trains was not heard of for a quarter of an hour.');
    }, LONGEST_CALL_MS);
    try {
      return await ask(rpc);
    } finally {
      clearTimeout(watch);
    }
  }

  #start() {
    const worker = this.#createWorker();
    const live = { worker, rpc: connectWorker<DistillWorkerApi>(worker, {}) };
    worker.addEventListener('error', (event) => {
      const reason = event.message === '' ? '' : `: ${event.message.slice(0, 200)}`;
      if (this.#live === live) this.end(`The worker that trains ended unexpectedly${reason}.`);
    });
    return live;
  }
}
