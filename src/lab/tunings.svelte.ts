import { modelKey, type LocalModelRef, type ModelRef } from '../core/calls/model.ts';
import { ModelFailureError } from '../core/models/failure.ts';
import {
  bestBatch,
  staleReason,
  TUNING_VERSION,
  type DeviceTuning,
  type TunedMachine,
} from '../core/models/tuning.ts';
import type { ParityStamp } from '../core/parity/stamp.ts';
import type { TuningRepository } from '../db/tuningRepository.ts';
import type { TuneFindings, TuneProgress } from '../rpc/modelWorker.ts';
import type { MachineStore } from './machine.svelte.ts';

interface RanOn {
  readonly hardware: string;
  readonly runtime: string;
}

export interface TuningParts {
  readonly repository: TuningRepository;
  readonly machine: MachineStore;
  /** What runs the models of this page, as a load says it. */
  readonly runtime: string;
  /** @throws ModelFailureError */
  readonly tune: (
    model: ModelRef,
    onProgress: (progress: TuneProgress) => void,
  ) => Promise<TuneFindings>;
  /** Compares a model on a GPU with wasm, unless that was done. @throws ModelFailureError where it was stopped. */
  readonly compare: (
    model: ModelRef,
    ranOn: RanOn,
    onProgress: (done: number, total: number) => void,
  ) => Promise<ParityStamp>;
  /** Ends what the worker does. */
  readonly abort: () => void;
  /** What is known of a model's parity; null for nothing. */
  readonly parity: (model: ModelRef, ranOn: RanOn) => Promise<ParityStamp | null>;
}

/** What is being measured now. */
export interface Measuring {
  readonly model: LocalModelRef;
  readonly step: TuneProgress['step'] | 'loading' | 'comparing';
  readonly done: number;
  readonly total: number;
}

/** How fast models are on this machine's devices, as measured here. */
export class TuningsStore {
  records: readonly DeviceTuning[] = $state.raw([]);
  measuring: Measuring | null = $state.raw(null);
  readonly #parts: TuningParts;
  #isStopped = false;

  constructor(parts: TuningParts) {
    this.#parts = parts;
  }

  async load(): Promise<void> {
    this.records = await this.#parts.repository.all();
  }

  /** The last measurement of exactly this model on its device, stale or not. */
  find(model: ModelRef): DeviceTuning | undefined {
    const key = modelKey(model);
    return this.records.find((record) => record.modelKey === key);
  }

  /** Why a measurement does not hold here any more; null where it does. */
  stale(tuning: DeviceTuning): string | null {
    return staleReason(tuning, this.here(tuning.device));
  }

  /** What a device of this machine is, as far as the page has looked. */
  here(device: 'wasm' | 'webgpu'): TunedMachine {
    const { probe } = this.#parts.machine;
    const { runtime } = this.#parts;
    if (probe === null) return { hardware: null, runtime };
    const { wasmThreads: threads, webgpu } = probe;
    if (device === 'webgpu')
      return { hardware: webgpu.kind === 'available' ? webgpu.adapter : null, runtime };
    return {
      hardware: `wasm, ${String(threads)} ${threads === 1 ? 'thread' : 'threads'}`,
      runtime,
    };
  }

  /** The measurement that holds here; undefined where there is none. */
  fresh(model: ModelRef): DeviceTuning | undefined {
    const tuning = this.find(model);
    return tuning === undefined || this.stale(tuning) !== null ? undefined : tuning;
  }

  /**
   * How many replies of a loaded model to write side by side; null where that was not measured on what it runs on.
   */
  batchFor(model: ModelRef, ranOn: RanOn | undefined): number | null {
    const tuning = this.find(model);
    if (tuning === undefined || ranOn === undefined || staleReason(tuning, ranOn) !== null)
      return null;
    return bestBatch(tuning.figures);
  }

  /** Whether a GPU's numbers of a model are known to be wasm's, or not to be; null where nobody knows. */
  async passed(model: ModelRef): Promise<boolean | null> {
    if (model.device !== 'webgpu') return true;
    const { hardware, runtime } = this.here('webgpu');
    if (hardware === null || runtime === null) return null;
    const stamp = await this.#parts.parity(model, { hardware, runtime });
    if (stamp?.verdict === 'pass') return true;
    return stamp?.verdict === 'fail' ? false : null;
  }

  /**
   * Measures a model on its device and keeps the figures in place of earlier ones; on a GPU it is compared with wasm too, since
   * no run would choose it before.
   *
   * @throws ModelFailureError, `aborted` where the reader stopped it: what was stored before stays.
   */
  async measure(model: LocalModelRef): Promise<void> {
    const { device } = model;
    if (device === 'none') return;
    try {
      this.measuring = { model, step: 'loading', done: 0, total: 1 };
      const found = await this.#parts.tune(model, (progress) => {
        this.measuring = { model, ...progress };
      });
      if (found.kind === 'not-measured') {
        throw new ModelFailureError({
          code: 'unsupported-call',
          message: `${model.id} cannot be measured: ${found.reason}`,
          remedy: 'Choose another model.',
        });
      }
      const { figures, hardware, runtime } = found;
      const tuning: DeviceTuning = {
        modelKey: modelKey(model),
        version: TUNING_VERSION,
        id: model.id,
        dtype: model.dtype,
        device,
        hardware,
        runtime,
        figures,
        measuredAt: new Date().toISOString(),
      };
      await this.#parts.repository.save(tuning);
      await this.load();
      if (device === 'webgpu') {
        await this.#parts.compare(model, { hardware, runtime }, (done, total) => {
          this.measuring = { model, step: 'comparing', done, total };
        });
      }
    } finally {
      this.measuring = null;
    }
  }

  /**
   * Measures models one after the other. False where it was stopped: what was measured by then is kept.
   *
   * @throws ModelFailureError of the first that cannot be measured.
   */
  async measureAll(models: readonly LocalModelRef[]): Promise<boolean> {
    this.#isStopped = false;
    for (const model of models) {
      try {
        await this.measure(model);
      } catch (error) {
        if (error instanceof ModelFailureError && error.failure.code === 'aborted') return false;
        throw error;
      }
      if (this.#wasStopped()) return false;
    }
    return true;
  }

  /** Ends the measuring that is under way. */
  stop(): void {
    this.#isStopped = true;
    this.#parts.abort();
  }

  /** Read through a function, because the flag changes behind the type checker's back. */
  #wasStopped(): boolean {
    return this.#isStopped;
  }

  /** Forgets a measurement; what comes back brings it back. */
  async remove(tuning: DeviceTuning): Promise<() => Promise<void>> {
    await this.#parts.repository.remove(tuning.modelKey);
    await this.load();
    return async () => {
      await this.#parts.repository.save(tuning);
      await this.load();
    };
  }
}
