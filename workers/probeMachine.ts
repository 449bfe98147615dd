import type { MachineProbe } from '../src/rpc/modelWorker.ts';
import { describeAdapter, findAdapter } from './adapter.ts';

async function probeWebGpu(): Promise<MachineProbe['webgpu']> {
  const found = await findAdapter();
  if (found.kind === 'none') return found;
  const { info, features } = found.adapter;
  return { kind: 'available', adapter: describeAdapter(info), features: [...features].sort() };
}

/** Threads that the wasm runtime may use: one without cross-origin isolation. */
export function wasmThreads(): number {
  return self.crossOriginIsolated ? Math.max(1, navigator.hardwareConcurrency) : 1;
}

/** Looks at what this machine can run models on. */
export async function probeMachine(): Promise<MachineProbe> {
  return { webgpu: await probeWebGpu(), wasmThreads: wasmThreads() };
}
