import { createBirpc } from 'birpc';
import type { PerfWorkerApi } from '../../../src/rpc/perfWorker.ts';

declare global {
  /** What the driver calls from outside. */
  var perfPage: PerfWorkerApi;
}

const worker = new Worker(new URL('../../perf.worker.ts', import.meta.url), { type: 'module' });

globalThis.perfPage = createBirpc<PerfWorkerApi>(
  {},
  {
    post: (data) => {
      worker.postMessage(data);
    },
    on: (listener) => {
      worker.addEventListener('message', (event: MessageEvent<unknown>) => {
        listener(event.data);
      });
    },
    timeout: -1,
  },
);
