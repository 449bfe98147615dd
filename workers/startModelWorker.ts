import type { ModelPageApi, ModelWorkerApi } from '../src/rpc/modelWorker.ts';
import type { OpenGpu } from './engines/gpuDevice.ts';
import { ModelService } from './modelService.ts';
import { probeMachine } from './probeMachine.ts';
import { serveWorker } from './serveWorker.ts';
import { wasmBytes, watchWasmMemory } from './wasmMemory.ts';

/** Well below the page's limit of silence for work on a GPU; wasm work holds the beat up while it computes. */
const HEARTBEAT_MS = 2_000;

/** An event that cannot be sent has nobody left to hear it. */
function ignore(): void {
  // Nothing to do.
}

/**
 * Makes this worker the one that hosts the models.
 *
 * @param openDevice opens the GPU; another one for tests.
 */
export function startModelWorker(openDevice?: () => Promise<OpenGpu>): void {
  watchWasmMemory();
  const service = new ModelService({
    // Fetched when the first real model is asked for: looking at the machine needs none of it.
    createEngine: async (paths) => {
      const { TransformersEngine } = await import('./engines/transformersEngine.ts');
      return new TransformersEngine(paths, openDevice);
    },
    probe: probeMachine,
    wasmBytes,
    onProgress: (progress) => {
      page.loadProgress.asEvent(progress).catch(ignore);
    },
    onProbed: (progress) => {
      page.probed.asEvent(progress).catch(ignore);
    },
    onTuned: (progress) => {
      page.tuned.asEvent(progress).catch(ignore);
    },
    onReply: (reply) => {
      page.replied.asEvent(reply).catch(ignore);
    },
  });

  const api: ModelWorkerApi = {
    configure: (paths) => {
      service.configure(paths);
    },
    probe: async () => await service.probe(),
    load: async (model, files, agreedBytes) => await service.load(model, files, agreedBytes),
    probeParity: async (model, files, agreedBytes) =>
      await service.probeParity(model, files, agreedBytes),
    answerMany: async (ticket, calls, batch) => await service.answerMany(ticket, calls, batch),
    tune: async (model, files, agreedBytes) => await service.tune(model, files, agreedBytes),
    setEndpoints: (endpoints) => {
      service.setEndpoints(endpoints);
    },
    testEndpoint: async (access) => await service.testEndpoint(access),
    abort: () => {
      service.abort();
    },
  };

  const page = serveWorker<ModelPageApi, ModelWorkerApi>(api);

  setInterval(() => {
    page.heartbeat.asEvent().catch(ignore);
  }, HEARTBEAT_MS);
}
