import { describe, expect, it } from 'vitest';
import type { MachineProbe } from '../rpc/modelWorker.ts';
import { MachineStore } from './machine.svelte.ts';

const gpu = (adapter: string): MachineProbe => ({
  webgpu: { kind: 'available', adapter, features: [] },
  wasmThreads: 4,
});
const noGpu: MachineProbe = {
  webgpu: { kind: 'none', reason: 'the browser found no adapter' },
  wasmThreads: 4,
};

function machine(...probes: (MachineProbe | Error)[]): MachineStore {
  return new MachineStore({
    probe: () => {
      const next = probes.shift();
      return next instanceof Error || next === undefined
        ? Promise.reject(next ?? new Error('probed once too often'))
        : Promise.resolve(next);
    },
  });
}

describe('MachineStore', () => {
  it('takes a real adapter on its own accord, and says nothing of it', async () => {
    expect(await machine(gpu('nvidia ampere')).resolve('auto')).toEqual({
      kind: 'device',
      device: 'webgpu',
      note: null,
    });
  });

  it('prefers wasm to an adapter in software, and says so', async () => {
    const resolved = await machine(gpu('google swiftshader')).resolve('auto');
    expect(resolved).toMatchObject({ kind: 'device', device: 'wasm' });
    expect(resolved.kind === 'device' && resolved.note).toContain('swiftshader');
  });

  it('uses an adapter in software when the reader asks for WebGPU', async () => {
    expect(await machine(gpu('google swiftshader')).resolve('webgpu')).toMatchObject({
      device: 'webgpu',
    });
  });

  it('falls back to wasm with the reason, and refuses WebGPU where there is none', async () => {
    expect(await machine(noGpu).resolve('auto')).toMatchObject({ device: 'wasm' });
    const refused = await machine(noGpu).resolve('webgpu');
    expect(refused.kind).toBe('unavailable');
  });

  it('looks once, but again after a look that failed', async () => {
    const store = machine(new Error('the worker died'), gpu('apple'));
    await expect(store.look()).rejects.toThrow('the worker died');
    await store.look();
    expect((await store.resolve('auto')).kind).toBe('device');
  });
});
