import { connectWorker } from '../../src/rpc/connectWorker.ts';
import type { TrainerWorkerApi } from '../../src/rpc/trainerWorker.ts';

/** The trainer's worker stopped, with an error of its own or because it was ended. */
export class TrainerDiedError extends Error {
  override readonly name = 'TrainerDiedError';
}

/**
 * The functions of a trainer's worker. `end` terminates it. Every call that is pending when the worker dies or is ended
 * rejects with a TrainerDiedError; later calls reject too.
 */
export function connectTrainer(worker: Worker) {
  const rpc = connectWorker<TrainerWorkerApi>(worker, {});
  const die = (message: string): void => {
    if (!rpc.$closed) rpc.$close(new TrainerDiedError(message));
  };
  worker.addEventListener('error', (event) => {
    worker.terminate();
    die(`The trainer's worker ended: ${event.message}`);
  });
  return {
    rpc,
    end: (): void => {
      worker.terminate();
      die('The trainer was ended.');
    },
  };
}
