import type { LoadProgress } from '../../src/rpc/modelWorker.ts';
import type { BodyProgress } from './readBody.ts';

/** The pace of a download is that of its last seconds. */
const WINDOW_MS = 5_000;
const LEAST_MS = 1_000;

/** Adds up the bytes of all files of a load, and tells how long the rest will take. */
export class LoadMeter {
  readonly #modelKey: string;
  readonly #report: (progress: LoadProgress) => void;
  readonly #now: () => number;
  readonly #loaded = new Map<string, number>();
  readonly #sizes = new Map<string, number>();
  #isPlanned = false;
  #samples: { atMs: number; bytes: number }[] = [];

  constructor(
    modelKey: string,
    report: (progress: LoadProgress) => void,
    now: () => number = () => performance.now(),
  ) {
    this.#modelKey = modelKey;
    this.#report = report;
    this.#now = now;
  }

  /** Sets what is still to be read besides what was heard of: bytes by path. */
  plan(sizes: ReadonlyMap<string, number>): void {
    for (const [path, bytes] of sizes) this.#sizes.set(path, bytes);
    this.#isPlanned = true;
  }

  note(file: string, { loadedBytes, totalBytes }: BodyProgress): void {
    this.#loaded.set(file, loadedBytes);
    if (totalBytes !== null) this.#sizes.set(file, totalBytes);
    const atMs = this.#now();
    const allLoadedBytes = sum(this.#loaded);
    const allTotalBytes = this.#isPlanned ? sum(this.#sizes) : null;
    this.#samples = [
      ...this.#samples.filter((sample) => atMs - sample.atMs <= WINDOW_MS),
      { atMs, bytes: allLoadedBytes },
    ];
    this.#report({
      modelKey: this.#modelKey,
      file,
      loadedBytes,
      totalBytes,
      allLoadedBytes,
      allTotalBytes,
      secondsLeft: allTotalBytes === null ? null : this.#secondsLeft(allTotalBytes),
    });
  }

  #secondsLeft(allTotalBytes: number): number | null {
    const [first] = this.#samples;
    const last = this.#samples.at(-1);
    if (first === undefined || last === undefined || last.atMs - first.atMs < LEAST_MS) return null;
    const bytesPerMs = (last.bytes - first.bytes) / (last.atMs - first.atMs);
    return bytesPerMs <= 0 ? null : Math.max(0, allTotalBytes - last.bytes) / bytesPerMs / 1_000;
  }
}

function sum(values: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const value of values.values()) total += value;
  return total;
}
