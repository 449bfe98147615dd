import { findProtocol, type PlayableItem } from '../core/protocols/registry.ts';
import { summarise, SUMMARY_VERSION, type RunSummary } from '../core/runs/aggregate.ts';
import { plan } from '../core/runs/plan.ts';
import { runIdentity, type RunSpec } from '../core/runs/spec.ts';
import { initialRunState } from '../core/runs/state.ts';
import {
  fromColumns,
  toColumns,
  type Provenance,
  type ResultBundle,
} from '../core/share/bundle.ts';
import { parseBundleText, problem, type Parsed } from '../core/share/parseBundle.ts';
import { referenceIndexSchema } from '../core/share/referenceRuns.ts';
import type { RunOrigin, RunRecord, ScoreRecord } from '../db/records.ts';
import type { RunRepository } from '../db/runRepository.ts';
import type { SiteData } from '../io/siteData.ts';
import { valueRows } from './valueRows.ts';

/** Finds the items of a pack by id, when its hash is the one asked for. */
export type ItemsOf = (
  packId: string,
  packHash: string,
) => Promise<Parsed<readonly PlayableItem[]>>;

/** Key of a brought-in run: it never takes the place of one that was played here. */
function storedId(origin: RunOrigin, spec: RunSpec): string {
  return origin === 'local' ? runIdentity(spec) : `${origin}-${runIdentity(spec)}`;
}

/** The record of a run that was finished somewhere else. */
function finishedRecord(
  origin: RunOrigin,
  spec: RunSpec,
  provenance: Provenance,
  summary: RunSummary,
  summaryVersion: number,
): RunRecord {
  const finishedAt = Date.parse(provenance.finishedAt);
  const { callsMade, callsRemembered, activeMs } = provenance;
  return {
    runId: storedId(origin, spec),
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
    provenance,
    summary,
    summaryVersion,
  };
}

/** Every run this browser knows: played here, shipped with the site, or opened from a link. */
export class RunsStore {
  /** Newest first. */
  records: readonly RunRecord[] = $state.raw([]);
  status: 'loading' | 'ready' | 'failed' = $state('loading');
  problem: string | null = $state(null);

  readonly #repository: RunRepository;
  readonly #site: SiteData;
  readonly #itemsOf: ItemsOf;
  /** File of each shipped run, by stored id. */
  readonly #referenceFiles = new Map<string, string>();

  constructor(repository: RunRepository, site: SiteData, itemsOf: ItemsOf) {
    this.#repository = repository;
    this.#site = site;
    this.#itemsOf = itemsOf;
  }

  /** Reads the store, and puts the shipped runs into it. */
  async load(): Promise<void> {
    try {
      this.problem = await this.#importReferences();
      this.records = await this.#repository.all();
      this.status = 'ready';
    } catch (error) {
      this.status = 'failed';
      this.problem = `This browser’s store could not be opened (${error instanceof Error ? error.message : 'no reason given'}). Leave private browsing or free some disk space, then reload.`;
    }
  }

  find(runId: string): RunRecord | undefined {
    return this.records.find((record) => record.runId === runId);
  }

  finished(packId: string): readonly RunRecord[] {
    return this.records.filter(
      (record) => record.spec.packId === packId && record.summary !== null,
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
    const items = await this.#itemsOf(record.spec.packId, record.spec.packHash);
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
  async import(bundle: ResultBundle, origin: 'reference' | 'shared'): Promise<Parsed<RunRecord>> {
    const rebuilt = await this.#rebuild(bundle, origin);
    if (!rebuilt.ok) return rebuilt;
    const { record, scores } = rebuilt.value;
    await this.#repository.saveWithScores(record, scores);
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

  async #rebuild(
    bundle: ResultBundle,
    origin: RunOrigin,
  ): Promise<Parsed<{ record: RunRecord; scores: ScoreRecord[] }>> {
    const { spec, provenance } = bundle;
    const protocol = findProtocol(spec.protocol.id, spec.protocol.version);
    if (protocol === undefined) {
      return problem(
        'bad-field',
        `The result was scored by the protocol ${spec.protocol.id} version ${String(spec.protocol.version)}, which this page does not have. Reload the page to get its newest version.`,
      );
    }
    const items = await this.#itemsOf(spec.packId, spec.packHash);
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
    const runId = storedId(origin, spec);
    const values = fromColumns(bundle);
    const scores = units.map((unit, index): ScoreRecord => ({
      runId,
      unitKey: unit.key,
      itemId: unit.itemId,
      values: values[index] ?? {},
      detail: null,
      calls: [],
    }));
    const summary = summarise(
      protocol,
      valueRows(new Map(items.value.map((item) => [item.id, item])), scores),
    );
    const record = finishedRecord(origin, spec, provenance, summary, SUMMARY_VERSION);
    return { ok: true, value: { record, scores } };
  }

  /** Lists the shipped runs in the store, summaries first; returns a problem, or null. */
  async #importReferences(): Promise<string | null> {
    const index = await this.#site.json('runs/index.json', referenceIndexSchema);
    if (!index.ok) return index.problem.message;
    for (const { file, spec, provenance, summary } of index.value.runs) {
      const runId = storedId('reference', spec);
      this.#referenceFiles.set(runId, file);
      const known = await this.#repository.find(runId);
      if (known !== undefined && known.provenance?.finishedAt === provenance.finishedAt) continue;
      await this.#repository.remove(runId);
      const { summaryVersion } = index.value;
      await this.#repository.save(
        finishedRecord('reference', spec, provenance, summary, summaryVersion),
      );
    }
    return null;
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
    const rebuilt = await this.#rebuild(bundle.value, 'reference');
    if (!rebuilt.ok) return rebuilt;
    await this.#repository.saveWithScores(record, rebuilt.value.scores);
    return { ok: true, value: rebuilt.value.scores };
  }
}
