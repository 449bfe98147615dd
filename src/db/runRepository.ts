import type { BenchsideDatabase } from './database.ts';
import type { RunRecord, ScoreRecord } from './records.ts';

/** Runs and the scores of their units. */
export class RunRepository {
  readonly #db: BenchsideDatabase;

  constructor(db: BenchsideDatabase) {
    this.#db = db;
  }

  /**
   * Every run, the one that was last changed first. Sorted here: the store would walk its index backwards with a cursor, a
   * step a run, where reading forwards is one request.
   */
  async all(): Promise<RunRecord[]> {
    const runs = await this.#db.runs.toArray();
    return runs.sort((a, b) => b.updatedAt - a.updatedAt);
  }

  async find(runId: string): Promise<RunRecord | undefined> {
    return await this.#db.runs.get(runId);
  }

  async save(record: RunRecord): Promise<void> {
    await this.#db.runs.put(record);
  }

  /** Writes a run and scores of it together: neither is ever seen without the other. */
  async saveWithScores(record: RunRecord, scores: readonly ScoreRecord[]): Promise<void> {
    await this.#db.transaction('rw', this.#db.runs, this.#db.scores, async () => {
      await this.#db.scores.bulkPut([...scores]);
      await this.#db.runs.put(record);
    });
  }

  async scores(runId: string): Promise<ScoreRecord[]> {
    return await this.#db.scores.where('runId').equals(runId).toArray();
  }

  async score(runId: string, unitKey: string): Promise<ScoreRecord | undefined> {
    return await this.#db.scores.get([runId, unitKey]);
  }

  /** Takes a run and its scores away; returns them, so that they can be put back. */
  async remove(runId: string): Promise<{ record: RunRecord; scores: ScoreRecord[] } | null> {
    return await this.#db.transaction('rw', this.#db.runs, this.#db.scores, async () => {
      const record = await this.#db.runs.get(runId);
      if (record === undefined) return null;
      const scores = await this.#db.scores.where('runId').equals(runId).toArray();
      await this.#db.scores.where('runId').equals(runId).delete();
      await this.#db.runs.delete(runId);
      return { record, scores };
    });
  }
}
