import { createBirpc, type BirpcReturn } from 'birpc';

/**
 * The functions of a worker as the page calls them, over messages; `page` answers the worker's calls. No call has a limit of
 * time: a computation may rightly take minutes, and who calls knows when to give up. `heard` is told of each message.
 */
export function connectWorker<Api extends object, Page extends object = Record<string, never>>(
  worker: Worker,
  page: Page,
  heard: () => void = () => undefined,
): BirpcReturn<Api, Page> {
  return createBirpc<Api, Page>(page, {
    post: (message) => {
      worker.postMessage(message);
    },
    on: (listener) => {
      worker.addEventListener('message', (event: MessageEvent<unknown>) => {
        heard();
        listener(event.data);
      });
    },
    timeout: -1,
  });
}
