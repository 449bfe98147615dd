import { Dexie, type EntityTable } from 'dexie';
import type { KlRollout, PrefixOutcome } from '../core/distill/pilots/outcomes.ts';
import type { PilotSpec } from '../core/distill/pilots/pilotSpec.ts';
import type { Execution } from '../core/share/bundle.ts';

/** A pilot, finished or not. */
export interface PilotRecord {
  /** SHA-256 of the spec. */
  pilotId: string;
  spec: PilotSpec;
  /** What came of each unit, by its key; of the kind that the spec says. */
  klRollouts: readonly { key: string; outcome: KlRollout }[];
  prefixOutcomes: readonly { key: string; outcome: PrefixOutcome }[];
  unitsTotal: number;
  callsMade: number;
  callsRemembered: number;
  /** Time spent, milliseconds. */
  activeMs: number;
  createdAt: number;
  updatedAt: number;
  /** ISO date-time; null while units are left. */
  finishedAt: string | null;
  appVersion: string;
  /** What each model ran on; null until it was loaded. */
  execution: { student: Execution | null; teacher: Execution | null };
}

/** The browser's store of pilots: user data, kept beside the runs' and apart from them. */
class PilotDatabase extends Dexie {
  declare pilots: EntityTable<PilotRecord, 'pilotId'>;

  constructor(name = 'benchside-pilots') {
    super(name, { cache: 'immutable' });
    this.version(1).stores({ pilots: 'pilotId, updatedAt' });
  }
}

/** Pilots by id. */
export class PilotRepository {
  readonly #db = new PilotDatabase();

  /** Newest first. */
  async all(): Promise<PilotRecord[]> {
    return await this.#db.pilots.orderBy('updatedAt').reverse().toArray();
  }

  async find(pilotId: string): Promise<PilotRecord | undefined> {
    return await this.#db.pilots.get(pilotId);
  }

  async save(record: PilotRecord): Promise<void> {
    await this.#db.pilots.put(record);
  }

  async remove(pilotId: string): Promise<void> {
    await this.#db.pilots.delete(pilotId);
  }
}
