import type { BenchsideDatabase } from './database.ts';
import type { ExperimentRecord, TrainingFileRecord, TrainingRecord } from './distillRecords.ts';

type Files = Partial<Record<TrainingFileRecord['name'], Uint8Array<ArrayBuffer>>>;

/** Trainings with their checkpoints and students, and experiments. */
export class DistillRepository {
  readonly #db: BenchsideDatabase;

  constructor(db: BenchsideDatabase) {
    this.#db = db;
  }

  /** All trainings, those of experiments included, the last stored first. */
  async trainings(): Promise<TrainingRecord[]> {
    return await this.#db.trainings.orderBy('updatedAt').reverse().toArray();
  }

  async training(trainingId: string): Promise<TrainingRecord | undefined> {
    return await this.#db.trainings.get(trainingId);
  }

  async trainingsOf(experimentId: string): Promise<TrainingRecord[]> {
    return await this.#db.trainings.where('experimentId').equals(experimentId).toArray();
  }

  async file(
    trainingId: string,
    name: TrainingFileRecord['name'],
  ): Promise<Uint8Array<ArrayBuffer> | null> {
    return (await this.#db.trainingFiles.get([trainingId, name]))?.bytes ?? null;
  }

  /** Writes a training and its files together, in place of those that were there: neither is ever seen without the other. */
  async saveTraining(record: TrainingRecord, files: Files): Promise<void> {
    const { trainingId } = record;
    await this.#db.transaction('rw', this.#db.trainings, this.#db.trainingFiles, async () => {
      await this.#db.trainingFiles.where('trainingId').equals(trainingId).delete();
      for (const name of ['checkpoint', 'student'] as const) {
        const bytes = files[name];
        if (bytes !== undefined) await this.#db.trainingFiles.put({ trainingId, name, bytes });
      }
      await this.#db.trainings.put(record);
    });
  }

  async removeTraining(trainingId: string): Promise<void> {
    await this.#db.transaction('rw', this.#db.trainings, this.#db.trainingFiles, async () => {
      await this.#db.trainingFiles.where('trainingId').equals(trainingId).delete();
      await this.#db.trainings.delete(trainingId);
    });
  }

  /** All experiments, the last stored first. */
  async experiments(): Promise<ExperimentRecord[]> {
    return await this.#db.experiments.orderBy('updatedAt').reverse().toArray();
  }

  async experiment(experimentId: string): Promise<ExperimentRecord | undefined> {
    return await this.#db.experiments.get(experimentId);
  }

  async saveExperiment(record: ExperimentRecord): Promise<void> {
    await this.#db.experiments.put(record);
  }

  /** Takes an experiment and all its trainings away. */
  async removeExperiment(experimentId: string): Promise<void> {
    const { experiments, trainings, trainingFiles } = this.#db;
    await this.#db.transaction('rw', experiments, trainings, trainingFiles, async () => {
      const ids = await trainings.where('experimentId').equals(experimentId).primaryKeys();
      await trainingFiles.where('trainingId').anyOf(ids).delete();
      await trainings.bulkDelete(ids);
      await experiments.delete(experimentId);
    });
  }
}
