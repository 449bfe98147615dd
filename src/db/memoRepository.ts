import type { ModelReply } from '../core/calls/call.ts';
import type { Execution } from '../core/share/bundle.ts';
import type { BenchsideDatabase } from './database.ts';

/** Replies by the identity of their call. Writing the same identity twice changes nothing. */
export class MemoRepository {
  readonly #db: BenchsideDatabase;

  constructor(db: BenchsideDatabase) {
    this.#db = db;
  }

  /** The replies that are there, by identity. */
  async find(identities: readonly string[]): Promise<Map<string, ModelReply>> {
    const rows = await this.#db.memo.bulkGet([...identities]);
    const found = new Map<string, ModelReply>();
    for (const row of rows) if (row !== undefined) found.set(row.identity, row.reply);
    return found;
  }

  async remember(identity: string, modelKey: string, reply: ModelReply): Promise<void> {
    await this.#db.transaction('rw', this.#db.memo, async () => {
      const before = await this.#db.memo.get(identity);
      await this.#db.memo.put({
        identity,
        modelKey,
        reply,
        answeredAt: Date.now(),
        timesAnswered: (before?.timesAnswered ?? 0) + 1,
      });
    });
  }

  /** What each of these models last ran on; models that never ran here are left out. */
  async executions(modelKeys: readonly string[]): Promise<Map<string, Execution>> {
    const rows = await this.#db.executions.bulkGet([...modelKeys]);
    return new Map(rows.flatMap((row) => (row ? [[row.modelKey, row.execution] as const] : [])));
  }

  async noteExecution(modelKey: string, execution: Execution): Promise<void> {
    await this.#db.executions.put({ modelKey, execution });
  }
}
