import type { BenchsideDatabase } from './database.ts';
import type { EndpointRecord } from './records.ts';

/**
 * Addresses and keys of endpoints. Nothing reads this table but the store of endpoints: results,
 * links and files are written from the others.
 */
export class EndpointRepository {
  readonly #db: BenchsideDatabase;

  constructor(db: BenchsideDatabase) {
    this.#db = db;
  }

  /** Oldest first. */
  async all(): Promise<EndpointRecord[]> {
    const records = await this.#db.endpoints.toArray();
    return records.sort((a, b) => a.addedAt - b.addedAt);
  }

  /** Adds an endpoint, or takes the place of the one of the same model. */
  async save(record: EndpointRecord): Promise<void> {
    await this.#db.endpoints.put(record);
  }

  async remove(modelKey: string): Promise<void> {
    await this.#db.endpoints.delete(modelKey);
  }
}
