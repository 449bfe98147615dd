import type { PerfModel, PerfWorkerApi } from '../src/rpc/perfWorker.ts';
import type { WorkerPaths } from '../src/rpc/modelWorker.ts';
import { describeAdapter, findAdapter } from './adapter.ts';
import { ENGINE_SETTINGS } from './engines/answerMany.ts';
import { openGpu } from './engines/gpuDevice.ts';
import type { LoadedModel } from './engines/loadedModel.ts';
import { loadModel } from './engines/loadModel.ts';
import { probeParity } from './engines/probeParity.ts';
import { bestBuild, configureRuntime } from './engines/runtime.ts';
import { tune } from './engines/tune.ts';
import {
  answerAll,
  compareFork,
  compareOptions,
  compareRationale,
  compareWriting,
} from './perf/measure.ts';
import { shortCalls } from './perf/texts.ts';
import { serveWorker } from './serveWorker.ts';

/** Calls whose mean is taken for the overhead of one. */
const OVERHEAD_CALLS = 200;

let open: LoadedModel | null = null;

function current(): LoadedModel {
  if (open === null) throw new Error('No model is open: call open() first.');
  return open;
}

/** Nobody watches or stops what is done here. */
const unwatched = { signal: new AbortController().signal, onProgress: () => undefined };

async function load(paths: WorkerPaths, { model, files, build }: PerfModel): Promise<LoadedModel> {
  configureRuntime(paths.runtime, build ?? bestBuild());
  const gpu = model.device === 'webgpu' ? await openGpu() : null;
  return await loadModel(model, gpu, paths, { ...unwatched, files, agreedBytes: 0 });
}

const api: PerfWorkerApi = {
  async adapter() {
    const found = await findAdapter();
    return found.kind === 'none' ? null : describeAdapter(found.adapter.info);
  },
  async open(paths, model) {
    await open?.model.dispose();
    open = null;
    open = await load(paths, model);
    return open.info;
  },
  async parity(paths, reference) {
    const wasm = await load(paths, reference);
    try {
      return await probeParity(current(), wasm, unwatched);
    } finally {
      await wasm.model.dispose();
    }
  },
  tune: async () => await tune(current(), unwatched),
  compareFork: async (size) => await compareFork(current(), size),
  compareRationale: async (size) => await compareRationale(current(), size),
  compareWriting: async (size) => await compareWriting(current(), size),
  compareOptions: async (size) => await compareOptions(current(), size),
  async callOverhead() {
    const calls = shortCalls(current().ref, OVERHEAD_CALLS);
    await answerAll(current(), calls.slice(0, 10), ENGINE_SETTINGS);
    const startMs = performance.now();
    for (const call of calls) await answerAll(current(), [call], ENGINE_SETTINGS);
    return (performance.now() - startMs) / calls.length;
  },
  async answer(calls) {
    await answerAll(current(), shortCalls(current().ref, calls), ENGINE_SETTINGS);
  },
};

serveWorker<Record<string, never>, PerfWorkerApi>(api);
