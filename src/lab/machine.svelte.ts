import type { Device } from '../core/calls/model.ts';
import { isSoftwareAdapter } from '../core/parity/softwareAdapter.ts';
import type { MachineProbe } from '../rpc/modelWorker.ts';

/** What the reader asked for; `auto` is settled before a run is planned. */
export type DeviceChoice = 'auto' | 'webgpu' | 'wasm';

export type ResolvedDevice =
  | { kind: 'device'; device: Exclude<Device, 'none'>; note: string | null }
  | { kind: 'unavailable'; message: string };

/** Whoever can look at the machine. */
export interface Prober {
  probe(): Promise<MachineProbe>;
}

/** What this machine can run models on. Probed once, on first need, because it starts the worker. */
export class MachineStore {
  probe: MachineProbe | null = $state.raw(null);
  readonly #host: Prober;
  #pending: Promise<MachineProbe> | null = null;

  constructor(host: Prober) {
    this.#host = host;
  }

  async look(): Promise<MachineProbe> {
    this.#pending ??= this.#host.probe();
    try {
      this.probe = await this.#pending;
      return this.probe;
    } catch (error) {
      this.#pending = null;
      throw error;
    }
  }

  /** Settles a choice of device, and says what the reader should know about it. */
  async resolve(choice: DeviceChoice): Promise<ResolvedDevice> {
    if (choice === 'wasm') return { kind: 'device', device: 'wasm', note: null };
    const { webgpu } = await this.look();
    if (webgpu.kind === 'none') {
      if (choice === 'auto') {
        return {
          kind: 'device',
          device: 'wasm',
          note: `This browser has no WebGPU (${webgpu.reason}), so the models run on the processor over wasm.`,
        };
      }
      return {
        kind: 'unavailable',
        message: `This browser has no WebGPU (${webgpu.reason}). Choose wasm, or open the page in a browser with WebGPU.`,
      };
    }
    if (choice === 'auto' && isSoftwareAdapter(webgpu.adapter)) {
      return {
        kind: 'device',
        device: 'wasm',
        note: `The only WebGPU adapter here is software (${webgpu.adapter}); wasm is faster and was chosen.`,
      };
    }
    return { kind: 'device', device: 'webgpu', note: null };
  }
}
