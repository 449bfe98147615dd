import type { GenerateReply, ModelReply } from '../core/calls/call.ts';
import { isNoModel } from '../core/calls/model.ts';
import {
  askedText,
  criteriaOf,
  packRows,
  rowKey,
  rubricsOf,
  type ItemResult,
  type ItemRow,
} from '../core/items/itemRow.ts';
import { SearchIndex } from '../core/items/searchIndex.ts';
import type { SearchQuery } from '../core/items/searchQuery.ts';
import type { Pack, PackEntry } from '../core/packs/parsePack.ts';
import type { RunRecord, ScoreRecord } from '../db/records.ts';
import type { Lab } from './lab.svelte.ts';

/** A text of a row, and the part it plays. Hostile text. */
export interface RowText {
  part: 'answer' | 'judge' | 'asked' | 'rubric';
  text: string;
}

/** Replies that are looked up together. */
const REPLIES_AT_ONCE = 2000;
/** Milliseconds for which rows are indexed before the page has its turn. */
const SLICE_MS = 10;

/** Lets the page draw and hear its reader. */
async function pageTurn(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}

function isGenerated(reply: ModelReply | undefined): reply is GenerateReply {
  return reply?.kind === 'generate';
}

/** Items of runs or of a pack, made ready for searching. One for each choice of runs. */
export class ItemExplorer {
  status: 'loading' | 'indexing' | 'ready' = $state('loading');
  /** In the order of the packs' files. */
  rows: readonly ItemRow[] = $state.raw([]);
  /** Runs whose items are there, in the order they were chosen. */
  runs: readonly RunRecord[] = $state.raw([]);
  /** Why something that was chosen is not there, a sentence each. */
  problems: readonly string[] = $state.raw([]);
  /** Rows that are searched already, and all. */
  progress: { done: number; total: number } = $state.raw({ done: 0, total: 0 });
  readonly #lab: Lab;
  readonly #packs = new Map<string, { pack: Pack; entries: ReadonlyMap<string, PackEntry> }>();
  readonly #index = new SearchIndex();
  #isEnded = false;

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  /** Stops what is under way: nobody looks any more. */
  end(): void {
    this.#isEnded = true;
  }

  pack(packId: string): Pack | undefined {
    return this.#packs.get(packId)?.pack;
  }

  entry(row: ItemRow): PackEntry | undefined {
    return this.#packs.get(row.packId)?.entries.get(row.itemId);
  }

  /** Reads the items of these runs; where there are none, all items of the pack. Never throws what is expected. */
  async load(runIds: readonly string[], packId: string | null): Promise<void> {
    const rows = new Map<string, ItemRow>();
    for (const runId of runIds) {
      if (this.#isEnded) return;
      await this.#addRun(runId, rows);
    }
    if (runIds.length === 0 && packId !== null) {
      const pack = await this.#openPack(packId);
      if (pack !== null) for (const row of packRows(pack)) rows.set(row.key, row);
    }
    this.rows = [...rows.values()];
    this.status = 'indexing';
    await this.#indexRows();
  }

  /** Rows that the query asks for, best first; null where it asks nothing. Rows not indexed yet are not found. */
  search(query: SearchQuery): readonly ItemRow[] | null {
    const found = this.#index.search(query);
    return (
      found?.flatMap((at) => {
        const row = this.rows[at];
        return row === undefined ? [] : [row];
      }) ?? null
    );
  }

  /** The texts of a row, in the order in which a hit tells most. */
  texts(row: ItemRow): RowText[] {
    const entry = this.entry(row);
    const asked = entry === undefined ? row.title : askedText(entry.view());
    return [
      ...row.results.map(({ detail }) => ({
        part: 'answer' as const,
        text: detail?.answer ?? '',
      })),
      {
        part: 'judge',
        text: [
          ...row.results.flatMap(({ replies }) => replies),
          ...criteriaOf(row).map(({ note }) => note ?? ''),
        ].join('\n'),
      },
      { part: 'asked', text: asked },
      {
        part: 'rubric',
        text: (row.rubric.length > 0 ? row.rubric : criteriaOf(row))
          .map(({ text }) => text)
          .join('\n'),
      },
    ];
  }

  async #indexRows(): Promise<void> {
    const total = this.rows.length;
    let began = performance.now();
    for (const [at, row] of this.rows.entries()) {
      if (performance.now() - began > SLICE_MS) {
        this.progress = { done: at, total };
        await pageTurn();
        if (this.#isEnded) return;
        began = performance.now();
      }
      const texts = this.texts(row);
      const join = (part: RowText['part']): string =>
        texts.flatMap((text) => (text.part === part ? [text.text] : [])).join('\n');
      this.#index.add({
        asked: join('asked'),
        rubric: join('rubric'),
        answers: join('answer'),
        judge: join('judge'),
      });
    }
    this.progress = { done: total, total };
    this.status = 'ready';
  }

  async #openPack(packId: string): Promise<Pack | null> {
    const known = this.#packs.get(packId);
    if (known !== undefined) return known.pack;
    const pack = await this.#lab.packs.open(packId);
    if (!pack.ok) {
      this.#note(pack.problem.message);
      return null;
    }
    const entries = new Map(pack.value.entries.map((entry) => [entry.id, entry]));
    this.#packs.set(packId, { pack: pack.value, entries });
    return pack.value;
  }

  #note(problem: string): void {
    this.problems = [...this.problems, problem];
  }

  async #addRun(runId: string, rows: Map<string, ItemRow>): Promise<void> {
    const record = this.#lab.runs.find(runId);
    if (record === undefined) {
      this.#note(`This browser has no run “${runId.slice(0, 80)}”.`);
      return;
    }
    const { packId, packHash } = record.spec;
    const pack = await this.#openPack(packId);
    if (pack === null) return;
    if (pack.hash !== packHash) {
      this.#note(
        `A run of ${packId} was made with another version of the pack than this site has, so its items are left out.`,
      );
      return;
    }
    const scores = await this.#lab.runs.scores(runId);
    if (!scores.ok) {
      this.#note(scores.problem.message);
      return;
    }
    const replies = await this.#repliesOf(scores.value);
    const rubrics = rubricsOf(pack);
    for (const score of scores.value) {
      const entry = this.#packs.get(packId)?.entries.get(score.itemId);
      if (entry === undefined) continue;
      const key = rowKey(packId, score.unitKey);
      const before = rows.get(key);
      const result = resultOf(record, score, replies);
      rows.set(key, {
        key,
        packId,
        unitKey: score.unitKey,
        itemId: score.itemId,
        stratum: entry.stratum,
        title: before?.title ?? entry.view().title,
        rubric: rubrics.get(entry.id) ?? [],
        results: [...(before?.results ?? []), result],
      });
    }
    this.runs = [...this.runs, record];
  }

  async #repliesOf(scores: readonly ScoreRecord[]): Promise<Map<string, ModelReply>> {
    const identities = [...new Set(scores.flatMap(({ calls }) => calls))];
    const replies = new Map<string, ModelReply>();
    for (let at = 0; at < identities.length && !this.#isEnded; at += REPLIES_AT_ONCE) {
      const found = await this.#lab.replies(identities.slice(at, at + REPLIES_AT_ONCE));
      for (const [identity, reply] of found) replies.set(identity, reply);
    }
    return replies;
  }
}

function resultOf(
  { runId, spec }: RunRecord,
  { values, detail, calls }: ScoreRecord,
  replies: ReadonlyMap<string, ModelReply>,
): ItemResult {
  const written = calls.map((identity) => replies.get(identity)).filter(isGenerated);
  const isKnown = calls.length > 0 && calls.every((identity) => replies.has(identity));
  return {
    runId,
    values,
    detail,
    replies: written.map(({ text }) => text).filter((text) => text !== detail?.answer),
    isTruncated: isKnown ? written.some(({ finishReason }) => finishReason === 'length') : null,
    calls,
    isJudgeAlone: isNoModel(spec.roles.student),
  };
}
