import { modelKey, type ModelRef } from '../../core/calls/model.ts';
import type { KlRollout, PrefixOutcome } from '../../core/distill/pilots/outcomes.ts';
import {
  pilotIdentity,
  pilotProblems,
  type PilotSpec,
} from '../../core/distill/pilots/pilotSpec.ts';
import { playKl } from '../../core/distill/pilots/playKl.ts';
import { playPrefix } from '../../core/distill/pilots/playPrefix.ts';
import type { PilotProblem } from '../../core/distill/pilots/problem.ts';
import type { PlayOf } from '../../core/protocols/protocol.ts';
import type { Unit } from '../../core/runs/plan.ts';
import { paceOf, initialRunState, type Pace } from '../../core/runs/state.ts';
import { problem } from '../../core/share/parseBundle.ts';
import { ModelFailureError } from '../../core/models/failure.ts';
import type { PilotRecord, PilotRepository } from '../../db/pilotDatabase.ts';
import type { LoadedModel } from '../../rpc/modelWorker.ts';
import { APP_VERSION } from '../appVersion.ts';
import type { Lab, LabParts } from '../lab.svelte.ts';
import { playUnits } from '../playUnits.ts';
import { whileNoOtherTabPlays } from '../tabLock.ts';

export type PilotStatus = 'ready' | 'running' | 'stopping' | 'paused' | 'finished';

type Outcome = KlRollout | PrefixOutcome;

/** Every so often, at most, the outcomes so far are written. */
const SAVE_EVERY_MS = 2000;

/**
 * One pilot in this browser. It plays as a run does: its calls are remembered before they are used, so that whatever stops it,
 * nothing is asked twice, and a pilot that was stopped comes to the same figures.
 */
export class PilotSession {
  readonly pilotId: string;
  readonly spec: PilotSpec;
  readonly units: readonly Unit[];

  record: PilotRecord;
  status: PilotStatus = $state('ready');
  /** Why it stopped, where it was not the reader. */
  problem: string | null = $state(null);
  pace: Pace | null = $state.raw(null);

  readonly #lab: Pick<Lab, 'withModels' | 'loading'>;
  readonly #problems: ReadonlyMap<string, PilotProblem>;
  readonly #order: readonly string[];
  readonly #repository: PilotRepository;
  #stopper = new AbortController();
  #playing: Promise<void> | null = null;
  /** Ends what the models are doing now. */
  #abort: () => void = () => undefined;

  constructor(
    lab: Pick<Lab, 'withModels' | 'loading'>,
    repository: PilotRepository,
    spec: PilotSpec,
    problems: readonly PilotProblem[],
    stored: PilotRecord | undefined,
  ) {
    this.#lab = lab;
    this.#repository = repository;
    this.spec = spec;
    this.pilotId = pilotIdentity(spec);
    this.#problems = new Map(problems.map((one) => [one.id, one]));
    this.#order = pilotProblems(spec.pack.hash, [...this.#problems.keys()], spec.problems);
    const rollouts = spec.kind === 'kl' ? spec.rollouts : 1;
    this.units = this.#order.flatMap((itemId) =>
      Array.from({ length: rollouts }, (_, index) => ({
        key: `${itemId}#${String(index + 1)}`,
        itemId,
        epoch: index + 1,
      })),
    );
    this.record = $state.raw(stored ?? newRecord(this.pilotId, spec, this.units.length));
    if (stored !== undefined) this.status = stored.finishedAt === null ? 'paused' : 'finished';
  }

  get done(): number {
    return this.record.klRollouts.length + this.record.prefixOutcomes.length;
  }

  /** Plays what is left until it is done or stopped. Never rejects: failures are its state. */
  async start(): Promise<void> {
    if (this.#playing !== null || this.status === 'finished') return;
    this.#stopper = new AbortController();
    this.problem = null;
    this.status = 'running';
    this.#playing = this.#play(this.#stopper.signal);
    await this.#playing;
    this.#playing = null;
  }

  /** Stops after the calls that are being made, whose replies are kept. */
  async pause(): Promise<void> {
    if (this.#playing === null) return;
    this.status = 'stopping';
    this.#stopper.abort();
    await this.#playing;
  }

  /** Stops at once; the replies that are being written are given up, everything else is kept. */
  async cancel(): Promise<void> {
    this.#abort();
    await this.pause();
  }

  async #play(stop: AbortSignal): Promise<void> {
    try {
      // The lock is inside: a run of this page that takes the models over finds it free.
      const played = await this.#lab.withModels(async (means, busy) => {
        const signal = AbortSignal.any([stop, busy]);
        const had = await whileNoOtherTabPlays(async () => {
          await this.#playWith(means, signal);
        });
        return had
          ? { ok: true, value: null }
          : problem(
              'unavailable',
              'Another tab of this browser asks the models now. Pause it there or close that tab, then go on here.',
            );
      });
      if (!played.ok) this.problem = played.problem.message;
    } catch (error) {
      this.problem =
        error instanceof ModelFailureError
          ? `${error.failure.message} ${error.failure.remedy}`
          : `Something unexpected stopped the pilot: ${error instanceof Error ? error.message : 'no reason given'}. Go on to try again.`;
    }
    this.#lab.loading = null;
    this.status = this.done === this.units.length ? 'finished' : 'paused';
  }

  async #playWith(means: LabParts, signal: AbortSignal): Promise<void> {
    this.#abort = means.abort;
    const known = new Set(
      [...this.record.klRollouts, ...this.record.prefixOutcomes].map(({ key }) => key),
    );
    const sitting = { unitsAtStart: this.done, activeMsAtStart: this.record.activeMs };
    let lastTick = performance.now();
    let lastSave = lastTick;
    const tick = (): void => {
      const now = performance.now();
      this.record = { ...this.record, activeMs: this.record.activeMs + (now - lastTick) };
      lastTick = now;
      const state = {
        ...initialRunState,
        unitsTotal: this.units.length,
        unitsDone: this.done,
        activeMs: this.record.activeMs,
      };
      this.pace = paceOf(state, sitting);
    };
    const ticking = setInterval(tick, 500);
    try {
      await playUnits<Outcome>({
        units: this.units.filter(({ key }) => !known.has(key)),
        start: (unit) => this.#start(unit),
        memo: means.memo,
        answerer: means.answerer,
        signal,
        onLoaded: (model, loaded) => {
          this.#noteExecution(model, loaded);
        },
        onReply: (_pending, _reply, remembered) => {
          const { callsMade, callsRemembered } = this.record;
          this.record = remembered
            ? { ...this.record, callsRemembered: callsRemembered + 1 }
            : { ...this.record, callsMade: callsMade + 1 };
          return Promise.resolve();
        },
        onScored: async ({ unit, score }) => {
          tick();
          this.#keep(unit.key, score);
          if (performance.now() - lastSave < SAVE_EVERY_MS) return;
          lastSave = performance.now();
          await this.#save();
        },
      });
    } finally {
      clearInterval(ticking);
      tick();
      await this.#save();
    }
  }

  #start(unit: Unit): PlayOf<Outcome> {
    const { spec } = this;
    const asked = this.#problem(unit.itemId);
    if (spec.kind === 'kl') return playKl(asked, unit.epoch - 1, spec);
    const place = this.#order.indexOf(unit.itemId);
    return playPrefix(asked, this.#problem(this.#order[(place + 1) % this.#order.length]), spec);
  }

  #problem(id: string | undefined): PilotProblem {
    const found = this.#problems.get(id ?? '');
    if (found === undefined) throw new Error(`the pack has no problem ${id ?? ''}`);
    return found;
  }

  #keep(key: string, outcome: Outcome): void {
    const { klRollouts, prefixOutcomes } = this.record;
    this.record =
      'kl' in outcome
        ? { ...this.record, klRollouts: [...klRollouts, { key, outcome }] }
        : { ...this.record, prefixOutcomes: [...prefixOutcomes, { key, outcome }] };
  }

  #noteExecution(model: ModelRef, { hardware, runtime }: LoadedModel): void {
    this.#lab.loading = null;
    const execution = { device: model.device, hardware, runtime };
    const { student, teacher } = this.spec;
    const before = this.record.execution;
    this.record = {
      ...this.record,
      execution: {
        student: modelKey(model) === modelKey(student) ? execution : before.student,
        teacher: modelKey(model) === modelKey(teacher) ? execution : before.teacher,
      },
    };
  }

  async #save(): Promise<void> {
    const isDone = this.done === this.units.length;
    const now = Date.now();
    this.record = {
      ...this.record,
      updatedAt: now,
      finishedAt: isDone ? (this.record.finishedAt ?? new Date(now).toISOString()) : null,
      appVersion: APP_VERSION,
    };
    await this.#repository.save(this.record);
  }
}

function newRecord(pilotId: string, spec: PilotSpec, unitsTotal: number): PilotRecord {
  const now = Date.now();
  return {
    pilotId,
    spec,
    klRollouts: [],
    prefixOutcomes: [],
    unitsTotal,
    callsMade: 0,
    callsRemembered: 0,
    activeMs: 0,
    createdAt: now,
    updatedAt: now,
    finishedAt: null,
    appVersion: APP_VERSION,
    execution: { student: null, teacher: null },
  };
}
