import { bytesInWords } from '../../src/core/bytesInWords.ts';
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
  ReplyOf,
} from '../../src/core/calls/call.ts';
import { modelKey, type LocalModelRef, type ModelRef } from '../../src/core/calls/model.ts';
import { type ModelFailure, ModelFailureError } from '../../src/core/models/failure.ts';
import type {
  Outcome,
  ProbeFindings,
  ProbeProgress,
  WorkerPaths,
} from '../../src/rpc/modelWorker.ts';
import {
  answerMany,
  answerOne,
  ENGINE_SETTINGS,
  type EngineSettings,
  type Tell,
} from './answerMany.ts';
import type { Partner } from './compare.ts';
import type { Engine, LoadedInfo, LoadOptions } from './engine.ts';
import { describeFailure, failureError } from './failures.ts';
import { openGpu, type OpenGpu } from './gpuDevice.ts';
import type { LoadedModel } from './loadedModel.ts';
import { loadModel } from './loadModel.ts';
import { probeParity } from './probeParity.ts';
import { configureRuntime } from './runtime.ts';

/** Models held at once: a student and its judge. A third would rarely fit beside them. */
const MOST_MODELS = 2;
/** A model with more than this is not probed: it would be in memory twice. Bytes of all files. */
const MOST_PROBED_BYTES = 600_000_000;

const TOO_LARGE: ProbeFindings = {
  kind: 'not-measured',
  reason: `It has more than ${bytesInWords(MOST_PROBED_BYTES)}, and would be in memory twice to be compared.`,
};

interface WatchedGpu {
  readonly gpu: OpenGpu;
  /** Rejects when the device is lost, and never resolves. */
  readonly lost: Promise<never>;
}

/**
 * Runs models with transformers.js over WebGPU or wasm.
 *
 * The runtime does not survive every failure: a session that failed to start or to run leaves promises and memory behind
 * that make later ones fail, or worse. After such a failure the engine answers everything with `worker-died`: end the
 * worker and start another.
 */
export class TransformersEngine implements Engine {
  readonly #paths: WorkerPaths;
  readonly #openDevice: () => Promise<OpenGpu>;
  readonly #settings: EngineSettings;
  /** By key; the one that was asked for last is at the end. */
  readonly #models = new Map<string, LoadedModel>();
  #gpu: Promise<WatchedGpu> | null = null;
  #broken: ModelFailure | null = null;

  /** @param openDevice opens the GPU; another one for tests. */
  constructor(
    paths: WorkerPaths,
    openDevice: () => Promise<OpenGpu> = openGpu,
    settings: EngineSettings = ENGINE_SETTINGS,
  ) {
    this.#paths = paths;
    this.#openDevice = openDevice;
    this.#settings = settings;
    configureRuntime(paths.runtime);
  }

  /** Whether this engine, and the worker it runs in, have had their day. */
  get needsNewWorker(): boolean {
    return this.#broken !== null;
  }

  async load(model: LocalModelRef, options: LoadOptions): Promise<Outcome<LoadedInfo>> {
    const key = modelKey(model);
    const known = this.#models.get(key);
    if (known !== undefined) {
      this.#models.delete(key);
      this.#models.set(key, known);
      return { ok: true, value: known.info };
    }
    return await this.#guarded(model, 'Loading', async () => {
      await this.#letGoUntil(MOST_MODELS - 1);
      const watched = await this.#gpuFor(model);
      const gpu = watched?.gpu ?? null;
      const loaded = await outliving(watched, loadModel(model, gpu, this.#paths, options));
      this.#models.set(loaded.info.key, loaded);
      return loaded.info;
    });
  }

  async generate(call: GenerateCall, signal: AbortSignal): Promise<Outcome<GenerateReply>> {
    return await this.#answer(call, signal);
  }

  async choose(call: ChooseCall, signal: AbortSignal): Promise<Outcome<ChooseReply>> {
    return await this.#answer(call, signal);
  }

  async logprobs(call: LogprobsCall, signal: AbortSignal): Promise<Outcome<LogprobsReply>> {
    return await this.#answer(call, signal);
  }

  async embed(call: EmbedCall, signal: AbortSignal): Promise<Outcome<EmbedReply>> {
    return await this.#answer(call, signal);
  }

  async answerMany(
    calls: readonly ModelCall[],
    signal: AbortSignal,
    tell: Tell,
  ): Promise<Outcome<null>> {
    const [first] = calls;
    if (first === undefined) return { ok: true, value: null };
    return await this.#guarded(first.model, 'Running', async () => {
      const { loaded, watched } = await this.#loaded(first.model);
      const partner: Partner = ({ teacher }) => this.#held(teacher);
      const work = answerMany(loaded, calls, signal, tell, this.#settings, partner);
      await outliving(watched, work);
      return null;
    });
  }

  /** The session over wasm is let go of afterwards, unless it was there before. */
  async probeParity(
    model: LocalModelRef,
    options: LoadOptions,
    onProgress: (progress: ProbeProgress) => void,
  ): Promise<Outcome<ProbeFindings>> {
    const there = await this.load(model, options);
    if (!there.ok) return there;
    if (there.value.bytes > MOST_PROBED_BYTES) return { ok: true, value: TOO_LARGE };
    const reference = { ...model, device: 'wasm' } as const;
    const wasThere = this.#models.has(modelKey(reference));
    const here = await this.load(reference, options);
    if (!here.ok) return here;
    const found = await this.#guarded(model, 'Probing', async () => {
      const { loaded, watched } = await this.#loaded(model);
      const wasm = (await this.#loaded(reference)).loaded;
      const watch = { signal: options.signal, onProgress };
      return await outliving(watched, probeParity(loaded, wasm, watch));
    });
    if (!wasThere && this.#broken === null) await this.#letGo(modelKey(reference));
    return found;
  }

  /** Gives back what every loaded model holds; wasm memory itself only goes with the worker. */
  async release(): Promise<void> {
    await this.#letGoUntil(0);
  }

  /** Disposes of the models that were asked for longest ago, until so many are left. */
  async #letGoUntil(left: number): Promise<void> {
    for (const key of this.#models.keys()) {
      if (this.#models.size <= left) return;
      await this.#letGo(key);
    }
  }

  async #letGo(key: string): Promise<void> {
    const loaded = this.#models.get(key);
    this.#models.delete(key);
    await loaded?.model.dispose();
  }

  async #answer<Call extends ModelCall>(
    call: Call,
    signal: AbortSignal,
  ): Promise<Outcome<ReplyOf<Call>>> {
    return await this.#guarded(call.model, 'Running', async () => {
      const { loaded, watched } = await this.#loaded(call.model);
      return await outliving(watched, answerOne(loaded, call, signal));
    });
  }

  async #loaded(model: ModelRef): Promise<{ loaded: LoadedModel; watched: WatchedGpu | null }> {
    return { loaded: this.#held(model), watched: await this.#gpuFor(model) };
  }

  #held(model: ModelRef): LoadedModel {
    const loaded = this.#models.get(modelKey(model));
    if (loaded === undefined) throw failureError('unknown', `${model.id} is not loaded.`);
    return loaded;
  }

  /** Turns what is thrown into a value, and notices what the runtime does not survive. */
  async #guarded<T>(model: ModelRef, doing: string, action: () => Promise<T>): Promise<Outcome<T>> {
    if (this.#broken !== null) {
      const message = `The runtime cannot go on after this: ${this.#broken.message}`;
      return { ok: false, failure: failureError('worker-died', message).failure };
    }
    try {
      return { ok: true, value: await action() };
    } catch (error) {
      const failure = describeFailure(error, model, doing);
      const isOurs = error instanceof ModelFailureError && failure.code !== 'device-lost';
      if (!isOurs) this.#broken = failure;
      return { ok: false, failure };
    }
  }

  async #gpuFor(model: ModelRef): Promise<WatchedGpu | null> {
    if (model.device !== 'webgpu') return null;
    this.#gpu ??= this.#openDevice().then(watch);
    try {
      return await this.#gpu;
    } catch (error) {
      // There may be an adapter the next time.
      this.#gpu = null;
      throw error;
    }
  }
}

function watch(gpu: OpenGpu): WatchedGpu {
  const lost = gpu.device.lost.then(({ message }): never => {
    const why = message === '' ? 'no reason given' : message;
    throw failureError('device-lost', `The adapter ${gpu.name} was lost: ${why}.`);
  });
  // Nobody may be waiting when it happens.
  lost.catch(() => undefined);
  return { gpu, lost };
}

/** The runtime may hear of a lost device before its loss is announced. */
const LOSS_ANNOUNCED_WITHIN_MS = 250;

/** Work on a device that is lost would wait for ever, or fail in words of its own; this says what happened. */
async function outliving<T>(watched: WatchedGpu | null, work: Promise<T>): Promise<T> {
  if (watched === null) return await work;
  try {
    return await Promise.race([work, watched.lost]);
  } catch (error) {
    if (error instanceof ModelFailureError) throw error;
    const wait = new Promise((resolve) => setTimeout(resolve, LOSS_ANNOUNCED_WITHIN_MS));
    await Promise.race([wait, watched.lost]);
    throw error;
  }
}
