/**
 * Runs tasks one after the other. The runtime allows one call at a time: two at once hang it or
 * corrupt its memory. A task that fails does not fail the ones behind it.
 */
export class TaskQueue {
  #last: Promise<unknown> = Promise.resolve();

  async run<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(task, task);
    this.#last = turn.catch(() => undefined);
    return await turn;
  }
}
