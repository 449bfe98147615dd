import { createBirpc } from 'birpc';
import type { TrainerWorkerApi } from '../../src/rpc/trainerWorker.ts';

/** Answers the page's calls with `api` until the worker ends. */
export function serveTrainer(api: TrainerWorkerApi): void {
  createBirpc<Record<string, never>, TrainerWorkerApi>(api, {
    post: (message) => {
      self.postMessage(message);
    },
    on: (listener) => {
      self.addEventListener('message', (event: MessageEvent<unknown>) => {
        listener(event.data);
      });
    },
    timeout: -1,
  });
}
