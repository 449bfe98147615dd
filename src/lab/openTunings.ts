import type { BenchsideDatabase } from '../db/database.ts';
import { TuningRepository } from '../db/tuningRepository.ts';
import type { MachineStore } from './machine.svelte.ts';
import type { ModelHost } from './modelHost.ts';
import type { ModelsStore } from './models.svelte.ts';
import type { ParityProber } from './parityProber.ts';
import { shippedRuntime } from './runtimeVersion.ts';
import type { ShelfStore } from './shelf.svelte.ts';
import { TuningsStore } from './tunings.svelte.ts';

interface Parts {
  readonly models: ModelsStore;
  readonly shelf: ShelfStore;
  readonly machine: MachineStore;
  readonly prober: () => Promise<ParityProber>;
}

/** The measurements of this browser, read, over its store and the model worker. */
export async function openTunings(
  database: BenchsideDatabase,
  openHost: () => Promise<ModelHost>,
  { models, shelf, machine, prober }: Parts,
): Promise<TuningsStore> {
  const store = new TuningsStore({
    repository: new TuningRepository(database),
    machine,
    runtime: shippedRuntime(),
    tune: async (model, onProgress) =>
      await (
        await openHost()
      ).tune(model, models.files(model), shelf.agreedBytes(model), onProgress),
    compare: async (model, ranOn, onProgress) =>
      await (
        await prober()
      ).stampOf(model, ranOn, ({ done, total }) => {
        onProgress(done, total);
      }),
    abort: () => {
      openHost().then(
        (host) => {
          host.abort();
        },
        () => undefined,
      );
    },
    parity: async (model, ranOn) => await (await prober()).known(model, ranOn),
  });
  await store.load();
  return store;
}
