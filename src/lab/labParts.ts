import type { RunSpec } from '../core/runs/spec.ts';
import type { Parsed } from '../core/share/parseBundle.ts';
import type { RunRepository } from '../db/runRepository.ts';
import type { AtlasStore } from './atlas.svelte.ts';
import type { DistillLab } from './distill.svelte.ts';
import type { EndpointsStore } from './endpoints.svelte.ts';
import type { DeviceChoice, MachineStore } from './machine.svelte.ts';
import type { ModelChoice } from '../core/models/modelChoice.ts';
import type { ModelsStore } from './models.svelte.ts';
import type { PacksStore } from './packs.svelte.ts';
import type { ParityProber } from './parityProber.ts';
import type { Answerer, Memo } from './playUnits.ts';
import type { Executions } from './runSession.svelte.ts';
import type { RunsStore } from './runs.svelte.ts';
import type { ShelfStore } from './shelf.svelte.ts';
import type { Statistics } from './statistics.ts';
import type { ResolveDevice } from './tunedDevice.ts';
import type { TuningsStore } from './tunings.svelte.ts';

/** What a reader chooses before a run. */
export interface RunChoice {
  packId: string;
  /** Null for the first that plays packs of that kind. */
  protocolId: string | null;
  /** Not looked at where the protocol does not have the role. */
  student: ModelChoice | null;
  judge: ModelChoice | null;
  device: DeviceChoice;
  limit: number | null;
}

/** A run's spec, with what the reader should know about the device that was settled on. */
export interface PlannedRun {
  spec: RunSpec;
  note: string | null;
}

export interface LabParts {
  packs: PacksStore;
  models: ModelsStore;
  /** The models of this browser that are behind endpoints; read when first asked for. */
  endpoints: () => Promise<EndpointsStore>;
  /** What computes statistics beside the page; fetched when first asked for. */
  statistics: () => Promise<Statistics>;
  /** How fast models are here; read when first asked for. */
  tunings: () => Promise<TuningsStore>;
  resolveDevice: ResolveDevice;
  /** Records of published papers; read when first asked for. */
  atlas: () => Promise<AtlasStore>;
  /** The distillation lab; read when first asked for. */
  distill: () => Promise<DistillLab>;
  shelf: ShelfStore;
  runs: RunsStore;
  machine: MachineStore;
  repository: RunRepository;
  memo: Memo & Executions;
  answerer: Answerer;
  /** Compares models on a GPU with themselves over wasm; fetched when a run is first opened. */
  prober: () => Promise<ParityProber>;
  abort: () => void;
  /** Finds out which commit a hub model's revision stands for. */
  hubRevision: (id: string, revision: string) => Promise<Parsed<string>>;
}
