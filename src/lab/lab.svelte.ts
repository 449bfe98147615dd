import type { PlayableItem } from '../core/protocols/playable.ts';
import { findHead, headsForKind } from '../core/protocols/heads.ts';
import type { PackManifest } from '../core/packs/manifest.ts';
import type { Role } from '../core/protocols/protocol.ts';
import { runIdentity, type RunSpec } from '../core/runs/spec.ts';
import { NO_MODEL, type Device, type ModelRef } from '../core/calls/model.ts';
import { ModelFailureError } from '../core/models/failure.ts';
import type { Parity, ResultBundle } from '../core/share/bundle.ts';
import { problem, type Parsed } from '../core/share/parseBundle.ts';
import type { RunRecord } from '../db/records.ts';
import type { LoadProgress, ProbeProgress } from '../rpc/modelWorker.ts';
import type { AtlasStore } from './atlas.svelte.ts';
import type { DistillLab } from './distill.svelte.ts';
import type { EndpointsStore } from './endpoints.svelte.ts';
import type { LabParts, PlannedRun, RunChoice } from './labParts.ts';
import type { MachineStore } from './machine.svelte.ts';
import type { ModelChoice } from '../core/models/modelChoice.ts';
import type { ModelsStore } from './models.svelte.ts';
import type { PacksStore } from './packs.svelte.ts';
import type { Memo } from './playUnits.ts';
import type { RunSession } from './runSession.svelte.ts';
import type { RunsStore } from './runs.svelte.ts';
import type { ShelfStore } from './shelf.svelte.ts';
import type { Statistics } from './statistics.ts';
import type { ResolveDevice } from './tunedDevice.ts';
import type { TuningsStore } from './tunings.svelte.ts';

/** Everything that acts, in one place; handed down to the views by context. */
export class Lab {
  readonly packs: PacksStore;
  readonly models: ModelsStore;
  readonly endpoints: () => Promise<EndpointsStore>;
  /** What computes statistics beside the page: for what would take more than a frame. */
  readonly statistics: () => Promise<Statistics>;
  readonly tunings: () => Promise<TuningsStore>;
  readonly resolveDevice: ResolveDevice;
  readonly atlas: () => Promise<AtlasStore>;
  readonly distill: () => Promise<DistillLab>;
  /** Models that this browser keeps. */
  readonly shelf: ShelfStore;
  readonly runs: RunsStore;
  readonly machine: MachineStore;
  /** Runs that are open on this page, by id. A run is opened once. */
  readonly #sessions = new Map<string, Promise<RunSession>>();
  readonly #parts: LabParts;
  #playing: RunSession | null = null;
  /** Units done and wanted of the replay under way. */
  replay: { runId: string; done: number; total: number } | null = $state.raw(null);
  /** The last that was heard of a load; whoever waits for one says when it is over. */
  loading: LoadProgress | null = $state.raw(null);
  #replayStopper = new AbortController();
  #replaying: Promise<unknown> | null = null;

  constructor(parts: LabParts) {
    this.packs = parts.packs;
    this.models = parts.models;
    this.endpoints = parts.endpoints;
    this.statistics = parts.statistics;
    this.tunings = parts.tunings;
    this.resolveDevice = parts.resolveDevice;
    this.atlas = parts.atlas;
    this.distill = parts.distill;
    this.shelf = parts.shelf;
    this.runs = parts.runs;
    this.machine = parts.machine;
    this.#parts = parts;
  }

  /** Reads what the site ships and what this browser keeps. */
  async load(): Promise<void> {
    await Promise.all([this.packs.load(), this.models.load(), this.runs.load()]);
    await this.runs.rebuildSummaries();
  }

  /** Settles a choice into a spec. Writes nothing. */
  async plan(choice: RunChoice): Promise<Parsed<PlannedRun>> {
    const manifest = this.packs.find(choice.packId);
    if (manifest === undefined) {
      return problem('bad-field', `This site has no pack called “${choice.packId.slice(0, 100)}”.`);
    }
    const protocols = headsForKind(manifest.kind);
    const { protocolId } = choice;
    const protocol =
      protocolId === null ? protocols[0] : protocols.find(({ id }) => id === protocolId);
    if (protocol === undefined) {
      return problem(
        'bad-field',
        `The pack ${manifest.id} is not played by “${(protocolId ?? '').slice(0, 100)}”. It is played by ${protocols.map(({ id }) => id).join(', ')}.`,
      );
    }
    const { limit } = choice;
    if (limit !== null && !(Number.isInteger(limit) && limit >= 1)) {
      return problem('bad-field', 'The limit must be a whole number of items, 1 or more.');
    }
    const wanted = protocol.roles.map((role) => choice[role]);
    const device = await this.resolveDevice(choice.device, wanted);
    if (device.kind === 'unavailable') return problem('unavailable', device.message);
    const roles: Record<Role, ModelRef> = { student: NO_MODEL, judge: NO_MODEL };
    for (const role of protocol.roles) {
      const chosen = choice[role];
      if (chosen === null) {
        return problem('bad-field', `The protocol ${protocol.id} needs a ${role}: choose a model.`);
      }
      const model = await this.settle(chosen, device.device, manifest);
      if (!model.ok) return model;
      roles[role] = model.value;
    }
    return {
      ok: true,
      value: {
        spec: {
          packId: manifest.id,
          packHash: manifest.items.sha256,
          protocol: { id: protocol.id, version: protocol.version },
          roles,
          limit: limit === null || limit >= manifest.counts.items ? null : limit,
          epochs: 1,
        },
        note: device.note,
      },
    };
  }

  /** A choice as calls name it; a branch of the hub becomes the commit it stands for now. */
  async settle(
    choice: ModelChoice,
    device: Exclude<Device, 'none'>,
    pack: Pick<PackManifest, 'id' | 'majorityReply'>,
  ): Promise<Parsed<ModelRef>> {
    if (choice.source === 'endpoint') return (await this.endpoints()).resolve(choice);
    const model = this.models.resolve(choice, device, pack);
    if (!model.ok || model.value.source !== 'hub') return model;
    const { id, revision } = model.value;
    const commit = await this.#parts.hubRevision(id, revision);
    return commit.ok ? { ok: true, value: { ...model.value, revision: commit.value } } : commit;
  }

  /** Opens a run where it was left, or new. */
  async open(spec: RunSpec): Promise<Parsed<RunSession>> {
    if (findHead(spec.protocol.id, spec.protocol.version) === undefined) {
      return problem(
        'bad-field',
        `This page has no protocol ${spec.protocol.id} version ${String(spec.protocol.version)}. Reload the page to get its newest version.`,
      );
    }
    const items = await this.packs.items(spec.packId, spec.packHash, spec.protocol.id);
    if (!items.ok) return items;
    const runId = runIdentity(spec);
    const known = this.#sessions.get(runId);
    if (known !== undefined) return { ok: true, value: await known };
    const opening = this.#openSession(spec, items.value);
    this.#sessions.set(runId, opening);
    try {
      return { ok: true, value: await opening };
    } catch (error) {
      this.#sessions.delete(runId);
      throw error;
    }
  }

  /** A run that is open on this page, stored or not yet; undefined for any other. */
  async session(runId: string): Promise<RunSession | undefined> {
    return await this.#sessions.get(runId);
  }

  /** Plays one run; one at a time, because one worker owns the device. */
  async play(session: RunSession): Promise<void> {
    if (this.#playing === session) return;
    // Another reader's press may have started a run while this one waited: look again each time.
    while (this.#playing !== null || this.#replaying !== null) {
      await this.#playing?.pause();
      this.#replayStopper.abort();
      await this.#replaying;
      if (this.#playing === session) return;
    }
    this.#playing = session;
    try {
      await session.start();
    } finally {
      if (this.#playing === session) this.#playing = null;
    }
  }

  /** Remembered replies by the identity of their call; those that are not in this browser are left out. */
  async replies(identities: readonly string[]): ReturnType<Memo['find']> {
    return await this.#parts.memo.find(identities);
  }

  showLoading(progress: LoadProgress): void {
    this.loading = progress;
    this.#playing?.showLoading(progress);
  }

  /** Deletes a run of this browser, stopping it first; what comes back can undo it. */
  async remove(runId: string): Promise<(() => Promise<void>) | null> {
    const session = this.#sessions.get(runId);
    if (session !== undefined) await (await session).pause();
    this.#sessions.delete(runId);
    return await this.runs.remove(runId);
  }

  /** The run that is being played, so that a view which is opened again can show it. */
  get playing(): RunSession | null {
    return this.#playing;
  }

  /**
   * Plays a sample of a finished run again with the memo table off and compares every reply.
   * The outcome is stored with the run.
   */
  async checkParity(
    runId: string,
    device: Exclude<Device, 'none'>,
    sample: number,
  ): Promise<Parsed<Parity>> {
    const { replayRun, replayable, withParity } = await import('./replayRun.ts');
    const record = replayable(this.runs.find(runId));
    if (!record.ok) return record;
    return await this.alone(async () => {
      const { memo, answerer } = this.#parts;
      const checked = await replayRun(record.value, device, sample, {
        packs: this.packs,
        memo,
        answerer,
        signal: this.#replayStopper.signal,
        onProgress: (done, total) => {
          this.replay = { runId, done, total };
        },
      });
      // It may have been deleted while the replay went on.
      const now = this.runs.find(runId);
      if (checked.ok && checked.value.units > 0 && now !== undefined) {
        await this.runs.update(withParity(now, checked.value));
        this.#sessions.delete(runId);
      }
      return checked;
    });
  }

  /**
   * Probes the models of a finished run that have no verdict yet, as those of before there were stamps have none. The
   * outcome is stored with the run.
   */
  async probe(
    runId: string,
    onProgress: (model: string, progress: ProbeProgress) => void,
  ): Promise<Parsed<RunRecord>> {
    const record = this.runs.find(runId);
    const { probeRun } = await import('./probeRun.ts');
    return await this.alone(async () => {
      const { prober, answerer } = this.#parts;
      const probed = await probeRun(record, await prober(), answerer, onProgress);
      if (probed.ok) {
        await this.runs.update(probed.value);
        this.#sessions.delete(runId);
      }
      return probed;
    });
  }

  /** Hands the models over for something that is no run; a run that is started meanwhile aborts the signal. */
  async withModels<T>(
    task: (means: LabParts, signal: AbortSignal) => Promise<Parsed<T>>,
  ): Promise<Parsed<T>> {
    return await this.alone(async () => await task(this.#parts, this.#replayStopper.signal));
  }

  /** Does something with the models that is no run, while nothing else does. */
  async alone<T>(task: () => Promise<Parsed<T>>): Promise<Parsed<T>> {
    if (this.#playing !== null || this.#replaying !== null) {
      return problem(
        'unavailable',
        'The models are busy with a run or another replay. Pause or stop it first.',
      );
    }
    this.#replayStopper = new AbortController();
    const working = task();
    this.#replaying = working;
    try {
      return await working;
    } catch (error) {
      if (error instanceof ModelFailureError) {
        return problem('unavailable', `${error.failure.message} ${error.failure.remedy}`);
      }
      throw error;
    } finally {
      this.#replaying = null;
      this.replay = null;
    }
  }

  stopParityCheck(): void {
    this.#replayStopper.abort();
    this.#parts.abort();
  }

  /** A finished run as it travels. */
  async share(runId: string): Promise<Parsed<ResultBundle>> {
    return await this.runs.export(runId);
  }

  async #openSession(spec: RunSpec, items: readonly PlayableItem[]): Promise<RunSession> {
    // Code that only runs need is fetched when the first one is opened.
    const [{ RunSession }, prober] = await Promise.all([
      import('./runSession.svelte.ts'),
      this.#parts.prober(),
    ]);
    const { repository, memo, answerer, abort } = this.#parts;
    return await RunSession.open(spec, items, {
      runs: repository,
      memo,
      answerer,
      prober,
      abort,
      onSaved: (record) => {
        this.runs.noteSaved(record);
      },
    });
  }
}
