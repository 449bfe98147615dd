import { Dexie, type EntityTable, type Table } from 'dexie';
import type { ExperimentRecord, TrainingFileRecord, TrainingRecord } from './distillRecords.ts';
import type {
  EndpointRecord,
  ExecutionRecord,
  MemoRecord,
  RunRecord,
  ScoreRecord,
  StampRecord,
  TuningRecord,
} from './records.ts';

/**
 * The browser's store. User rows are user data: a new version migrates them, none is dropped.
 * Memo rows are kept for good too; they are what makes a second run free.
 */
export class BenchsideDatabase extends Dexie {
  declare memo: EntityTable<MemoRecord, 'identity'>;
  declare runs: EntityTable<RunRecord, 'runId'>;
  declare scores: Table<ScoreRecord, [string, string]>;
  declare executions: EntityTable<ExecutionRecord, 'modelKey'>;
  declare endpoints: EntityTable<EndpointRecord, 'modelKey'>;
  declare stamps: EntityTable<StampRecord, 'key'>;
  declare tunings: EntityTable<TuningRecord, 'modelKey'>;
  declare trainings: EntityTable<TrainingRecord, 'trainingId'>;
  declare trainingFiles: Table<TrainingFileRecord, [string, string]>;
  declare experiments: EntityTable<ExperimentRecord, 'experimentId'>;

  constructor(name = 'benchside') {
    // Relaxed durability (the browser's default) survives a closed tab and a crashed browser; only a
    // power cut can take the last seconds, and a run then asks those few calls again.
    super(name, { cache: 'immutable' });
    this.version(1).stores({
      memo: 'identity, modelKey',
      runs: 'runId, origin, spec.packId, updatedAt',
      scores: '[runId+unitKey], runId',
      executions: 'modelKey',
    });
    this.version(2).stores({ endpoints: 'modelKey' });
    this.version(3).stores({ stamps: 'key' });
    this.version(4).stores({ tunings: 'modelKey' });
    this.version(6).stores({
      trainings: 'trainingId, experimentId, updatedAt',
      trainingFiles: '[trainingId+name], trainingId',
      experiments: 'experimentId, updatedAt',
    });
  }
}
