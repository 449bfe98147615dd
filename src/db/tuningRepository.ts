import { parseTuning, type DeviceTuning } from '../core/models/tuning.ts';
import type { BenchsideDatabase } from './database.ts';

/** How fast models were on this machine's devices: the last measurement of each. */
export class TuningRepository {
  readonly #db: BenchsideDatabase;

  constructor(db: BenchsideDatabase) {
    this.#db = db;
  }

  /** Newest first. A record that this page cannot read, of a version to come, is passed over and kept. */
  async all(): Promise<DeviceTuning[]> {
    const records: unknown[] = await this.#db.tunings.toArray();
    return records
      .flatMap((record) => parseTuning(record) ?? [])
      .sort((a, b) => b.measuredAt.localeCompare(a.measuredAt));
  }

  /** Takes the place of what was measured of the model before. */
  async save(tuning: DeviceTuning): Promise<void> {
    await this.#db.tunings.put(tuning);
  }

  async remove(modelKey: string): Promise<void> {
    await this.#db.tunings.delete(modelKey);
  }
}
