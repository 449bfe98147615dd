import { modelKey } from '../core/calls/model.ts';
import { BenchsideDatabase } from '../db/database.ts';
import { MemoRepository } from '../db/memoRepository.ts';
import { RunRepository } from '../db/runRepository.ts';
import { SiteData } from '../io/siteData.ts';
import type { LoadedModel, LoadProgress, WorkerPaths } from '../rpc/modelWorker.ts';
import type { AtlasStore } from './atlas.svelte.ts';
import type { DistillLab, DistillParts } from './distill.svelte.ts';
import type { EndpointsStore } from './endpoints.svelte.ts';
import { Lab } from './lab.svelte.ts';
import { MachineStore } from './machine.svelte.ts';
import type { MemoryLimits, ModelHost, SilenceLimits } from './modelHost.ts';
import { ModelsStore } from './models.svelte.ts';
import type { ParityProber } from './parityProber.ts';
import { PacksStore } from './packs.svelte.ts';
import { RunsStore } from './runs.svelte.ts';
import { ShelfStore } from './shelf.svelte.ts';
import type { Statistics } from './statistics.ts';

/** Addresses the lab works with; tests point the hub at a local one. */
export interface LabAddresses {
  /** The page's own address; everything that is shipped lies beside it. */
  base: string;
  hub: string;
}

/** What tests change to bring about what rarely happens. */
export interface LabTrials {
  /** Starts the model worker in place of the usual one. */
  readonly startModelWorker?: () => Worker;
  readonly silence?: SilenceLimits;
  readonly memory?: MemoryLimits;
}

/** Where hub models come from unless the page was told otherwise. */
export const HUB = 'https://huggingface.co/';

/** Opens a store when it is first asked for. Code that could not be fetched is fetched again the next time. */
function onceOpened<Store>(open: () => Promise<Store>): () => Promise<Store> {
  let opening: Promise<Store> | null = null;
  return async () => {
    opening ??= open();
    try {
      return await opening;
    } catch (error) {
      opening = null;
      throw error;
    }
  };
}

/** Fetched when first needed: boards know no endpoints. */
async function openEndpoints(
  database: BenchsideDatabase,
  host: ModelHost,
): Promise<EndpointsStore> {
  const [{ EndpointRepository }, { EndpointsStore }] = await Promise.all([
    import('../db/endpointRepository.ts'),
    import('./endpoints.svelte.ts'),
  ]);
  const store = new EndpointsStore(new EndpointRepository(database), host);
  await store.load();
  return store;
}

/** Fetched when first needed, with some 400 kB of records. A call after a failure tries again. */
function atlasOpener(site: SiteData): () => Promise<AtlasStore> {
  let store: AtlasStore | null = null;
  return async () => {
    const { AtlasStore: Store } = await import('./atlas.svelte.ts');
    store ??= new Store(site);
    await store.load();
    return store;
  };
}

/** Fetched when first needed. */
function distillOpener(
  database: BenchsideDatabase,
  parts: Omit<DistillParts, 'repository' | 'startTrainer'>,
): () => Promise<DistillLab> {
  return onceOpened(async () => {
    const [{ DistillRepository }, { DistillLab }, { DistillHost }] = await Promise.all([
      import('../db/distillRepository.ts'),
      import('./distill.svelte.ts'),
      import('./distill/distillHost.ts'),
    ]);
    const lab = new DistillLab({
      ...parts,
      repository: new DistillRepository(database),
      startTrainer: () => new DistillHost(startDistillWorker),
    });
    await lab.load();
    return lab;
  });
}

function startDistillWorker(): Worker {
  return new Worker(new URL('../../workers/distill.worker.ts', import.meta.url), {
    type: 'module',
    name: 'benchside-distillation',
  });
}

function startModelWorker(): Worker {
  return new Worker(new URL('../../workers/model.worker.ts', import.meta.url), {
    type: 'module',
    name: 'benchside-models',
  });
}

function startStatsWorker(): Worker {
  return new Worker(new URL('../../workers/stats.worker.ts', import.meta.url), {
    type: 'module',
    name: 'benchside-statistics',
  });
}

function workerPaths({ base, hub }: LabAddresses): WorkerPaths {
  return { models: new URL('data/models/', base).href, runtime: new URL('ort/', base).href, hub };
}

/** Wires the parts together. The one place that knows them all, and the worker's address. */
export function composeLab(addresses: LabAddresses, trials: LabTrials = {}): Lab {
  const database = new BenchsideDatabase();
  const repository = new RunRepository(database);
  const memo = new MemoRepository(database);
  const fetchFile: typeof fetch = async (input, init) => await fetch(input, init);
  const site = new SiteData(new URL('data/', addresses.base).href, fetchFile);
  const onProgress = (progress: LoadProgress): void => {
    lab.showLoading(progress);
  };
  let host: ModelHost | null = null;
  const openHost = async (): Promise<ModelHost> => {
    const { ModelHost: Host } = await import('./modelHost.ts');
    host ??= new Host(
      trials.startModelWorker ?? startModelWorker,
      workerPaths(addresses),
      onProgress,
      trials.silence,
      trials.memory,
    );
    return host;
  };
  const packs = new PacksStore(site);
  const models = new ModelsStore(site);
  const shelf = new ShelfStore();
  const runs = new RunsStore(repository, site, {
    items: async ({ packId, packHash, protocol }) =>
      await packs.items(packId, packHash, protocol.id),
    hash: (packId) => packs.find(packId)?.items.sha256,
  });
  const endpoints = onceOpened(async () => await openEndpoints(database, await openHost()));
  let statistics: Statistics | null = null;
  const machine = new MachineStore({ probe: async () => await (await openHost()).probe() });
  const prober = async (): Promise<ParityProber> =>
    (await import('./openProber.ts')).openProber(database, openHost, { models, shelf });
  const tunings = onceOpened(
    async () =>
      await (
        await import('./openTunings.ts')
      ).openTunings(database, openHost, { models, shelf, machine, prober }),
  );
  /** What each model was loaded on, by key. */
  const ranOn = new Map<string, LoadedModel>();
  const lab: Lab = new Lab({
    packs,
    models,
    endpoints,
    statistics: async () => {
      const { Statistics: Host } = await import('./statistics.ts');
      return (statistics ??= new Host(startStatsWorker));
    },
    atlas: atlasOpener(site),
    distill: distillOpener(database, { site, models, shelf, machine }),
    shelf,
    runs,
    machine,
    tunings,
    resolveDevice: async (choice, chosen) => {
      const settled = await machine.resolve(choice);
      if (choice !== 'auto' || machine.probe?.webgpu.kind !== 'available') return settled;
      const { tunedDevice } = await import('./tunedDevice.ts');
      return await tunedDevice(settled, models.computing(chosen), await tunings());
    },
    repository,
    memo,
    answerer: {
      load: async (model) => {
        // The worker must have been told the address.
        if (model.source === 'endpoint') await endpoints();
        const open = await openHost();
        const loaded = await open.load(model, models.files(model), shelf.agreedBytes(model));
        ranOn.set(loaded.key, loaded);
        return loaded;
      },
      answerMany: async (calls, onReply) => {
        const [first] = calls;
        if (first === undefined) return;
        // Without the store, the engine goes by its own number.
        const measured = await tunings().catch(() => null);
        const batch = measured?.batchFor(first.model, ranOn.get(modelKey(first.model))) ?? null;
        await (await openHost()).answerMany(calls, onReply, batch);
      },
    },
    prober,
    abort: () => {
      // Where nothing was asked of a model yet, there is nothing to end.
      host?.abort();
    },
    hubRevision: async (id, revision) => {
      const { resolveHubRevision } = await import('../io/hubRevision.ts');
      return await resolveHubRevision(addresses.hub, id, revision, fetchFile);
    },
  });
  return lab;
}
