import type { MachineProbe } from '../src/rpc/modelWorker.ts';

/** An adapter in words: what the browser is willing to say of it. */
export function describeAdapter(info: GPUAdapterInfo): string {
  const parts = [info.vendor, info.architecture, info.device, info.description];
  const words = parts.filter((part, index) => part !== '' && parts.indexOf(part) === index);
  return words.length === 0 ? 'an adapter that does not name itself' : words.join(' ');
}

async function probeWebGpu(): Promise<MachineProbe['webgpu']> {
  // Typed as always there; it is not on plain http, and not in every browser.
  if (!('gpu' in navigator)) return { kind: 'none', reason: 'the browser does not offer it here' };
  try {
    const adapter = await navigator.gpu.requestAdapter();
    if (adapter === null) return { kind: 'none', reason: 'the browser found no adapter' };
    return {
      kind: 'available',
      adapter: describeAdapter(adapter.info),
      features: [...adapter.features].sort(),
    };
  } catch (error) {
    return { kind: 'none', reason: error instanceof Error ? error.message : 'it failed to start' };
  }
}

/** Threads that the wasm runtime may use: one without cross-origin isolation. */
export function wasmThreads(): number {
  return self.crossOriginIsolated ? Math.max(1, navigator.hardwareConcurrency) : 1;
}

/** Looks at what this machine can run models on. */
export async function probeMachine(): Promise<MachineProbe> {
  return { webgpu: await probeWebGpu(), wasmThreads: wasmThreads() };
}
