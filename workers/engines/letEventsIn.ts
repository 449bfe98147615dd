const EVERY_MS = 50;

/**
 * Gives waiting messages a turn now and then. wasm computes without one, and promises resolve ahead of messages, so a
 * worker in a loop of forwards would never hear that it should stop.
 */
export class EventTurns {
  #lastMs = performance.now();
  readonly #channel = new MessageChannel();

  /** Resolves at once, or after the messages that wait now when the last turn is a while ago. */
  async letEventsIn(): Promise<void> {
    if (performance.now() - this.#lastMs < EVERY_MS) return;
    await new Promise<void>((resolve) => {
      this.#channel.port1.onmessage = () => {
        resolve();
      };
      this.#channel.port2.postMessage(null);
    });
    this.#lastMs = performance.now();
  }

  close(): void {
    this.#channel.port1.close();
  }
}
