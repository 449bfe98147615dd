import * as v from 'valibot';
import { identityOf } from '../core/calls/identity.ts';
import type { PlayableItem } from '../core/protocols/playable.ts';
import { findHead } from '../core/protocols/heads.ts';
import type { RunOrigin } from '../core/runs/origin.ts';
import { SUMMARY_VERSION, type RunSummary } from '../core/runs/runSummary.ts';
import { plan } from '../core/runs/plan.ts';
import { runIdentity, runSpecSchema, type RunSpec } from '../core/runs/spec.ts';
import { initialRunState } from '../core/runs/state.ts';
import {
  fromColumns,
  toColumns,
  type Provenance,
  type ResultBundle,
} from '../core/share/bundle.ts';
import { parseBundleText, problem, type Parsed } from '../core/share/parseBundle.ts';
import { referenceIndexSchema } from '../core/share/referenceRuns.ts';
import type { RunRecord, ScoreRecord } from '../db/records.ts';
import type { RunRepository } from '../db/runRepository.ts';
import type { SiteData } from '../io/siteData.ts';

/** What the store of runs needs to know of packs. */
export interface PackLookup {
  /** The items of a run's pack, when its hash is the run's, bound to the run's protocol. */
  items(
    spec: Pick<RunSpec, 'packId' | 'packHash' | 'protocol'>,
  ): Promise<Parsed<readonly PlayableItem[]>>;
  /** Hash of the pack that the site ships now; undefined while it is not known. */
  hash(packId: string): string | undefined;
}

/** How a run can come into this browser from elsewhere. */
type BroughtIn = Exclude<RunOrigin, 'local' | 'synthetic'>;

/**
 * Key of a brought-in run: it never takes the place of one that was played here, nor one person's
 * result that of another.
 */
function storedId(origin: BroughtIn, spec: RunSpec, provenance: Provenance): string {
  // The same result is the same run, whether it came by link or as a file.
  return origin === 'reference'
    ? `reference-${runIdentity(spec)}`
    : `shared-${identityOf({ spec, provenance })}`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : 'no reason given';
}

/** A run's summary. What computes it is fetched when it is first needed: boards show summaries that are stored. */
async function summaryOf(
  spec: RunSpec,
  items: readonly PlayableItem[],
  scores: readonly ScoreRecord[],
): Promise<RunSummary> {
  const { summariseRun } = await import('../core/runs/summariseRun.ts');
  return summariseRun(spec, items, scores);
}

/** The record of a run that was finished somewhere else. */
function finishedRecord(
  origin: BroughtIn,
  spec: RunSpec,
  provenance: Provenance,
  summary: RunSummary,
  summaryVersion: number,
): RunRecord {
  const finishedAt = Date.parse(provenance.finishedAt);
  const { callsMade, callsRemembered, activeMs } = provenance;
  return {
    runId: storedId(origin, spec, provenance),
    origin,
    spec,
    state: {
      ...initialRunState,
      status: 'finished',
      unitsTotal: summary.units,
      unitsDone: summary.units,
      callsMade,
      callsRemembered,
      unscored: summary.unscored,
      activeMs,
    },
    createdAt: finishedAt,
    updatedAt: finishedAt,
    execution: { student: provenance.student, judge: provenance.judge },
    parity: provenance.parity,
    stamps: provenance.stamps,
    provenance,
    summary,
    summaryVersion,
  };
}

function isSame(
  known: RunRecord | undefined,
  provenance: Provenance,
  summaryVersion: number,
): boolean {
  return (
    known?.provenance?.finishedAt === provenance.finishedAt &&
    known.summaryVersion === summaryVersion
  );
}

/** Every run this browser knows: played here, shipped with the site, or opened from a link. */
export class RunsStore {
  /** Newest first. */
  records: readonly RunRecord[] = $state.raw([]);
  status: 'loading' | 'ready' | 'failed' = $state('loading');
  problem: string | null = $state(null);

  readonly #repository: RunRepository;
  readonly #site: SiteData;
  readonly #packs: PackLookup;
  /** File of each shipped run, by stored id. */
  readonly #referenceFiles = new Map<string, string>();

  constructor(repository: RunRepository, site: SiteData, packs: PackLookup) {
    this.#repository = repository;
    this.#site = site;
    this.#packs = packs;
  }

  /** Reads the store, and puts the shipped runs into it. */
  async load(): Promise<void> {
    let hasOwn = false;
    try {
      this.records = await this.#readable();
      hasOwn = true;
      this.problem = await this.#importReferences();
      this.status = 'ready';
    } catch (error) {
      // The reader's own runs are shown, whatever becomes of the shipped ones.
      this.status = hasOwn ? 'ready' : 'failed';
      this.problem = `This browser’s store could not be used (${reasonOf(error)}). Leave private browsing or free some disk space, then reload.`;
    }
  }

  /** Makes the summaries anew that an older version of the site had made otherwise. */
  async rebuildSummaries(): Promise<void> {
    for (const record of this.records) {
      if (record.summary === null || record.summaryVersion === SUMMARY_VERSION) continue;
      const { spec, runId } = record;
      const protocol = findHead(spec.protocol.id, spec.protocol.version);
      const scores = await this.scores(runId);
      const items = await this.#packs.items(spec);
      if (protocol === undefined || !scores.ok || !items.ok) continue;
      const summary = await summaryOf(spec, items.value, scores.value);
      await this.update({ ...record, summary, summaryVersion: SUMMARY_VERSION });
    }
  }

  find(runId: string): RunRecord | undefined {
    return this.records.find((record) => record.runId === runId);
  }

  /** Runs that can stand on one board: of the pack and the protocol as they are now. */
  finished(packId: string, protocolId: string): readonly RunRecord[] {
    const hash = this.#packs.hash(packId);
    return this.records.filter(
      ({ spec, summary }) =>
        spec.packId === packId &&
        spec.packHash === hash &&
        spec.protocol.id === protocolId &&
        findHead(spec.protocol.id, spec.protocol.version) !== undefined &&
        summary !== null,
    );
  }

  unfinished(): readonly RunRecord[] {
    return this.records.filter(
      (record) => record.origin === 'local' && record.state.status !== 'finished',
    );
  }

  /** Takes in a changed record; called by whoever wrote it. */
  noteSaved(record: RunRecord): void {
    const others = this.records.filter((other) => other.runId !== record.runId);
    this.records = [record, ...others];
  }

  /** Scores of a run in the order of its plan. A shipped run's values are read when first asked for. */
  async scores(runId: string): Promise<Parsed<readonly ScoreRecord[]>> {
    const record = await this.#repository.find(runId);
    if (record === undefined) {
      return problem('unavailable', 'This browser has no run of that id. Open its link again.');
    }
    let scores = await this.#repository.scores(runId);
    if (scores.length === 0 && record.origin === 'reference') {
      const read = await this.#readReference(record);
      if (!read.ok) return read;
      scores = read.value;
    }
    const items = await this.#packs.items(record.spec);
    if (!items.ok) return { ok: true, value: scores };
    const order = new Map(
      plan(
        record.spec,
        items.value.map((item) => item.id),
      ).map((unit, index) => [unit.key, index]),
    );
    const at = (score: ScoreRecord): number => order.get(score.unitKey) ?? order.size;
    return { ok: true, value: [...scores].sort((a, b) => at(a) - at(b)) };
  }

  /** Brings a result in: all of it, or nothing. */
  async import(bundle: ResultBundle, origin: BroughtIn): Promise<Parsed<RunRecord>> {
    const { spec, provenance } = bundle;
    const read = await this.#scoresIn(bundle, storedId(origin, spec, provenance));
    if (!read.ok) return read;
    const { items, scores } = read.value;
    const summary = await summaryOf(spec, items, scores);
    const record = finishedRecord(origin, spec, provenance, summary, SUMMARY_VERSION);
    try {
      await this.#repository.saveWithScores(record, scores);
    } catch (error) {
      return problem(
        'unavailable',
        `The result could not be stored in this browser (${reasonOf(error)}). Leave private browsing or free some disk space, then open it again.`,
      );
    }
    this.noteSaved(record);
    return { ok: true, value: record };
  }

  /** A finished run as it travels. */
  async export(runId: string): Promise<Parsed<ResultBundle>> {
    const record = await this.#repository.find(runId);
    if (record?.provenance == null) {
      return problem('unavailable', 'Only a finished run can be shared. Resume this one first.');
    }
    const scores = await this.scores(runId);
    if (!scores.ok) return scores;
    return {
      ok: true,
      value: {
        format: 'benchside-result',
        formatVersion: 1,
        spec: record.spec,
        provenance: { ...record.provenance, parity: [...record.parity] },
        units: scores.value.length,
        values: toColumns(scores.value.map((score) => score.values)),
      },
    };
  }

  /** Stores a change to a record that leaves its scores alone. */
  async update(record: RunRecord): Promise<void> {
    await this.#repository.save(record);
    this.noteSaved(record);
  }

  /** Deletes a run; what comes back can undo it. Remembered replies stay. */
  async remove(runId: string): Promise<(() => Promise<void>) | null> {
    const removed = await this.#repository.remove(runId);
    if (removed === null) return null;
    this.records = this.records.filter((record) => record.runId !== runId);
    return async () => {
      await this.#repository.saveWithScores(removed.record, removed.scores);
      this.noteSaved(removed.record);
    };
  }

  /** The values of a result as scores of a run, with the items they are of. */
  async #scoresIn(
    bundle: ResultBundle,
    runId: string,
  ): Promise<Parsed<{ items: readonly PlayableItem[]; scores: ScoreRecord[] }>> {
    const { spec } = bundle;
    if (findHead(spec.protocol.id, spec.protocol.version) === undefined) {
      return problem(
        'bad-field',
        `The result was scored by the protocol ${spec.protocol.id} version ${String(spec.protocol.version)}, which this page does not have. Reload the page to get its newest version.`,
      );
    }
    const items = await this.#packs.items(spec);
    if (!items.ok) return items;
    const units = plan(
      spec,
      items.value.map((item) => item.id),
    );
    if (units.length !== bundle.units) {
      return problem(
        'bad-field',
        `The result has values for ${String(bundle.units)} items, but its spec plans ${String(units.length)}.`,
      );
    }
    const values = fromColumns(bundle);
    const scores = units.map((unit, index): ScoreRecord => ({
      runId,
      unitKey: unit.key,
      itemId: unit.itemId,
      values: values[index] ?? {},
      detail: null,
      calls: [],
    }));
    return { ok: true, value: { items: items.value, scores } };
  }

  /** Lists the shipped runs in the store, summaries first; returns a problem, or null. */
  async #importReferences(): Promise<string | null> {
    const index = await this.#site.json('runs/index.json', referenceIndexSchema);
    if (!index.ok) return index.problem.message;
    const shipped = new Set(
      index.value.runs.map(({ spec, provenance }) => storedId('reference', spec, provenance)),
    );
    let hasChanged = false;
    const known = new Map(this.records.map((record) => [record.runId, record]));
    for (const { runId, origin } of this.records) {
      if (origin !== 'reference' || shipped.has(runId)) continue;
      await this.#repository.remove(runId);
      hasChanged = true;
    }
    for (const { file, spec, provenance, summary } of index.value.runs) {
      const runId = storedId('reference', spec, provenance);
      this.#referenceFiles.set(runId, file);
      if (isSame(known.get(runId), provenance, index.value.summaryVersion)) continue;
      hasChanged = true;
      await this.#repository.remove(runId);
      const { summaryVersion } = index.value;
      await this.#repository.save(
        finishedRecord('reference', spec, provenance, summary, summaryVersion),
      );
    }
    // With thousands of runs the store is worth reading once, not twice.
    if (hasChanged) this.records = await this.#readable();
    return null;
  }

  /** The stored runs. A row that cannot be read is left where it is, and must not hide the others. */
  async #readable(): Promise<RunRecord[]> {
    const all = await this.#repository.all();
    return all.filter(({ spec }) => v.is(runSpecSchema, spec));
  }

  async #readReference(record: RunRecord): Promise<Parsed<ScoreRecord[]>> {
    const file = this.#referenceFiles.get(record.runId);
    if (file === undefined) {
      return problem('unavailable', 'The site no longer ships the values of this run.');
    }
    const text = await this.#site.text(`runs/${file}`);
    if (!text.ok) return text;
    const bundle = parseBundleText(text.value, `The site’s file runs/${file}`);
    if (!bundle.ok) return bundle;
    const read = await this.#scoresIn(bundle.value, record.runId);
    if (!read.ok) return read;
    await this.#repository.saveWithScores(record, read.value.scores);
    return { ok: true, value: read.value.scores };
  }
}
