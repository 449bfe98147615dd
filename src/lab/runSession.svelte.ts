import type { ModelReply } from '../core/calls/call.ts';
import { isNoModel, modelKey, type ModelRef } from '../core/calls/model.ts';
import { ModelFailureError } from '../core/models/failure.ts';
import type { PlayableItem } from '../core/protocols/playable.ts';
import type { ProtocolInfo } from '../core/protocols/protocol.ts';
import { protocolOf } from '../core/protocols/registry.ts';
import { summarise } from '../core/runs/aggregate.ts';
import { SUMMARY_VERSION } from '../core/runs/runSummary.ts';
import type { PendingCall } from '../core/runs/frontier.ts';
import { valueRows } from '../core/runs/valueRows.ts';
import { plan, playingOrder, type Unit } from '../core/runs/plan.ts';
import type { ScoredUnit } from '../core/runs/player.ts';
import { runIdentity, type RunSpec } from '../core/runs/spec.ts';
import { paceOf, reduceRun, type Pace, type RunEvent, type RunState } from '../core/runs/state.ts';
import { initialRunState } from '../core/runs/state.ts';
import type { Execution } from '../core/share/bundle.ts';
import type { RunRecord, ScoreRecord } from '../db/records.ts';
import type { RunRepository } from '../db/runRepository.ts';
import type { LoadedModel, LoadProgress } from '../rpc/modelWorker.ts';
import { APP_VERSION } from './appVersion.ts';
import type { ParityProber } from './parityProber.ts';
import { playUnits, type Answerer, type Memo } from './playUnits.ts';
import { RunStamps } from './runStamps.svelte.ts';
import { whileNoOtherTabPlays } from './tabLock.ts';
import { usageOfScores } from './usageOfScores.ts';

/** What a run needs from the rest of the lab. */
export interface RunDependencies {
  memo: Memo & Executions;
  runs: RunRepository;
  answerer: Answerer;
  prober: ParityProber;
  /** Ends the generation that is under way. */
  abort(): void;
  onSaved(record: RunRecord): void;
}

/** What models ran on, kept beside their replies: a run answered from memory has it from here. */
export interface Executions {
  executions(modelKeys: readonly string[]): Promise<ReadonlyMap<string, Execution>>;
  noteExecution(modelKey: string, execution: Execution): Promise<void>;
}

/** A reply as it came in, for the live view. */
export interface LiveReply {
  pending: PendingCall;
  reply: ModelReply;
  remembered: boolean;
}

const LIVE_REPLIES = 12;
const LIVE_UNITS = 20;
const TICK_MS = 500;
/** What a role ran on that the protocol does not have, or that nothing was asked of by the end of the run. */
const NOTHING_RAN: Execution = { device: 'none', hardware: '', runtime: '' };

/**
 * One run in this browser: what the Run view shows, and the only thing that plays. Its state moves
 * through `reduceRun` alone; every scored unit is stored together with the state it led to.
 */
export class RunSession {
  readonly runId: string;
  readonly spec: RunSpec;
  readonly protocol: ProtocolInfo;
  readonly units: readonly Unit[];
  readonly stamps: RunStamps;

  state: RunState = $state.raw(initialRunState);
  pace: Pace | null = $state.raw(null);
  loading: LoadProgress | null = $state.raw(null);
  /** Newest first. */
  recentReplies: readonly LiveReply[] = $state.raw([]);
  recentUnits: readonly ScoredUnit[] = $state.raw([]);
  /** True while another tab of this browser plays the same run. */
  heldElsewhere = $state(false);
  /** True from the press of Pause until the call under way has ended. */
  stopping = $state(false);

  readonly #items: ReadonlyMap<string, PlayableItem>;
  readonly #deps: RunDependencies;
  #record: RunRecord;
  #scores = new Map<string, ScoreRecord>();
  readonly #executions = new Map<string, Execution>();
  #stopper = new AbortController();
  #playing: Promise<void> | null = null;
  /** What the reader pressed while the run was playing. */
  #stopEvent: RunEvent | null = null;

  private constructor(
    spec: RunSpec,
    items: readonly PlayableItem[],
    deps: RunDependencies,
    record: RunRecord,
  ) {
    this.spec = spec;
    this.protocol = protocolOf(spec.protocol);
    this.runId = record.runId;
    this.#items = new Map(items.map((item) => [item.id, item]));
    this.units = plan(
      spec,
      items.map((item) => item.id),
    );
    this.#deps = deps;
    this.stamps = new RunStamps(spec.roles, deps.prober);
    this.#record = record;
    this.state = record.state;
  }

  /** Opens a run: where it was left, or new. Nothing is written until it starts. */
  static async open(
    spec: RunSpec,
    items: readonly PlayableItem[],
    deps: RunDependencies,
  ): Promise<RunSession> {
    const runId = runIdentity(spec);
    const stored = await deps.runs.find(runId);
    const now = Date.now();
    const record: RunRecord = stored ?? {
      runId,
      origin: 'local',
      spec,
      state: initialRunState,
      createdAt: now,
      updatedAt: now,
      execution: null,
      parity: [],
      provenance: null,
      summary: null,
      summaryVersion: SUMMARY_VERSION,
    };
    const session = new RunSession(spec, items, deps, record);
    await session.#read();
    // A browser that ended between the last score and the summary left a finished run without one.
    if (session.state.status === 'finished' && session.#record.summary === null) {
      await session.#save([]);
    }
    return session;
  }

  /** Plays what is left, until it is done, stopped or fails. Never rejects: failures are its state. */
  async start(): Promise<void> {
    if (this.#playing !== null || this.state.status === 'finished') return;
    this.#stopper = new AbortController();
    this.#stopEvent = null;
    const { signal } = this.#stopper;
    this.#playing = this.#locked(async () => {
      await this.#play(signal);
    });
    await this.#playing;
    this.#playing = null;
    this.stopping = false;
  }

  /** Stops after the call that is being made, whose reply is kept; a load that is under way goes on another time. */
  async pause(): Promise<void> {
    // What was fetched of a large file is kept, so nobody has to wait for the rest; a probe is begun anew.
    if (this.loading !== null || this.stamps.probing !== null) this.#deps.abort();
    await this.#stop({ kind: 'paused' });
  }

  /** Gives the run up, and the reply that is being made. What was scored is kept. */
  async cancel(): Promise<void> {
    if (this.#playing !== null) this.#deps.abort();
    await this.#stop({ kind: 'cancelled' });
  }

  showLoading(progress: LoadProgress): void {
    if (this.state.status === 'running') this.loading = progress;
  }

  async #stop(event: RunEvent): Promise<void> {
    this.#stopper.abort();
    if (this.#playing !== null) {
      this.stopping = true;
      this.#stopEvent = event;
      await this.#playing;
      return;
    }
    await this.#locked(async () => {
      this.#dispatch(event);
      await this.#save([]);
    });
  }

  /**
   * Does something to the run while no other tab plays, with the store's state and not the one that
   * this tab remembers: another tab may have played on. What goes wrong becomes the run's state.
   */
  async #locked(task: () => Promise<void>): Promise<void> {
    try {
      const had = await whileNoOtherTabPlays(async () => {
        await this.#read();
        await task();
      });
      this.heldElsewhere = !had;
    } catch (error) {
      this.#dispatch({ kind: 'started' });
      this.#fail(error);
    }
  }

  /** Takes the run as it is stored. */
  async #read(): Promise<void> {
    const { runs, memo } = this.#deps;
    const stored = await runs.find(this.runId);
    if (stored !== undefined) this.#record = stored;
    const scores = await runs.scores(this.runId);
    const planned = new Set(this.units.map((unit) => unit.key));
    this.#scores = new Map(
      scores.filter(({ unitKey }) => planned.has(unitKey)).map((score) => [score.unitKey, score]),
    );
    const { student, judge } = this.spec.roles;
    const known = await memo.executions([modelKey(student), modelKey(judge)]);
    for (const [key, execution] of known) this.#executions.set(key, execution);
    await this.stamps.read(this.#record.stamps, known);
    this.state = this.#record.state;
    // A tab that was closed left the state at `running`; nothing runs now.
    if (this.state.status === 'running') this.#dispatch({ kind: 'paused' });
    this.#dispatch({
      kind: 'planned',
      unitsTotal: this.units.length,
      unitsDone: this.#scores.size,
      unscored: this.#total('unscored'),
    });
  }

  async #play(signal: AbortSignal): Promise<void> {
    if (this.state.status === 'finished') return;
    this.#dispatch({ kind: 'started' });
    await this.#save([]);
    const sitting = { unitsAtStart: this.state.unitsDone, activeMsAtStart: this.state.activeMs };
    let lastTick = performance.now();
    const tick = (): void => {
      const now = performance.now();
      this.#dispatch({ kind: 'ticked', elapsedMs: Math.round(now - lastTick) });
      lastTick = now;
      this.pace = paceOf(this.state, sitting);
    };
    const ticking = setInterval(tick, TICK_MS);
    try {
      await playUnits({
        units: playingOrder(
          this.units.filter((unit) => !this.#scores.has(unit.key)),
          (itemId) => this.#items.get(itemId)?.cluster,
        ),
        start: (unit) => this.#item(unit).play(this.spec.roles),
        memo: this.#deps.memo,
        answerer: this.stamps.answerer(this.#deps.answerer),
        signal,
        onLoaded: (model, loaded) => {
          void this.#noteExecution(model, loaded);
        },
        onReply: async (pending, reply, remembered) => {
          this.#dispatch({ kind: remembered ? 'callRemembered' : 'callMade' });
          this.recentReplies = [
            { pending, reply, remembered },
            ...this.recentReplies.slice(0, LIVE_REPLIES - 1),
          ];
          if (!remembered) await this.#save([]);
        },
        onScored: async (scored) => {
          tick();
          await this.#keep(scored);
        },
      });
      if (this.#stopEvent !== null) this.#dispatch(this.#stopEvent);
    } catch (error) {
      this.#fail(error);
    } finally {
      clearInterval(ticking);
      this.loading = null;
    }
    await this.#save([]);
  }

  #fail(error: unknown): void {
    const problem =
      error instanceof ModelFailureError
        ? { code: error.failure.code, message: `${error.failure.message} ${error.failure.remedy}` }
        : {
            code: 'unexpected',
            message: `Something unexpected stopped the run: ${error instanceof Error ? error.message : 'no reason given'}. Resume it to try again.`,
          };
    this.#dispatch({ kind: 'failed', problem });
  }

  #item(unit: Unit): PlayableItem {
    const item = this.#items.get(unit.itemId);
    if (item === undefined)
      throw new Error(`the plan names item ${unit.itemId}, the pack has none`);
    return item;
  }

  /** Called before every call of a model; stored when it says something new. */
  async #noteExecution(model: ModelRef, loaded: LoadedModel): Promise<void> {
    this.loading = null;
    const { hardware, runtime } = loaded;
    const before = this.#executions.get(modelKey(model));
    if (before?.hardware === hardware && before.runtime === runtime) return;
    const execution = { device: model.device, hardware, runtime };
    this.#executions.set(modelKey(model), execution);
    await this.#deps.memo.noteExecution(modelKey(model), execution);
  }

  async #keep(scored: ScoredUnit): Promise<void> {
    const { unit, score, calls } = scored;
    const record: ScoreRecord = {
      runId: this.runId,
      unitKey: unit.key,
      itemId: unit.itemId,
      values: score.values,
      detail: score.detail,
      calls,
    };
    const before = this.state;
    this.#scores.set(unit.key, record);
    this.#dispatch({ kind: 'unitScored', unscored: score.values.unscored ?? 0 });
    try {
      await this.#save([record]);
    } catch (error) {
      // What is not stored is not done.
      this.#scores.delete(unit.key);
      this.state = before;
      throw error;
    }
    this.recentUnits = [scored, ...this.recentUnits.slice(0, LIVE_UNITS - 1)];
  }

  /** One transaction: the scores and the state that counts them. */
  async #save(scores: readonly ScoreRecord[]): Promise<void> {
    const finished = this.state.status === 'finished';
    const usage = finished
      ? await usageOfScores(this.#deps.memo, this.#scores.values())
      : undefined;
    const now = Date.now();
    const execution = this.#execution();
    const stamps = this.stamps.current();
    this.#record = {
      ...this.#record,
      state: this.state,
      updatedAt: now,
      execution,
      stamps,
      summary: finished ? this.#summary() : null,
      summaryVersion: SUMMARY_VERSION,
      provenance:
        finished && execution !== null
          ? {
              appVersion: APP_VERSION,
              finishedAt: new Date(now).toISOString(),
              activeMs: this.state.activeMs,
              callsMade: this.state.callsMade,
              callsRemembered: this.state.callsRemembered,
              ...execution,
              stamps,
              usage,
              parity: [...this.#record.parity],
            }
          : null,
    };
    await this.#deps.runs.saveWithScores(this.#record, scores);
    this.#deps.onSaved(this.#record);
  }

  #summary() {
    const scores = this.units.flatMap((unit) => this.#scores.get(unit.key) ?? []);
    return summarise(this.protocol, valueRows(this.#items, scores));
  }

  /** What each role ran on; null until both are known. */
  #execution(): RunRecord['execution'] {
    const unasked = this.state.status === 'finished' ? NOTHING_RAN : undefined;
    const ranOn = (model: ModelRef): Execution | undefined =>
      isNoModel(model) ? NOTHING_RAN : (this.#executions.get(modelKey(model)) ?? unasked);
    const [student, judge] = [ranOn(this.spec.roles.student), ranOn(this.spec.roles.judge)];
    return student === undefined || judge === undefined
      ? this.#record.execution
      : { student, judge };
  }

  #total(name: string): number {
    let sum = 0;
    for (const { values } of this.#scores.values()) sum += values[name] ?? 0;
    return sum;
  }

  #dispatch(event: RunEvent): void {
    this.state = reduceRun(this.state, event);
  }
}
