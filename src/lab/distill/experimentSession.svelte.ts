import { plannedRuns, totalSteps } from '../../core/distill/checkDesign.ts';
import type { ArmRun, Experiment } from '../../core/distill/experiment.ts';
import type { ExperimentRecord, TrainingRecord } from '../../db/distillRecords.ts';
import type { DistillRepository } from '../../db/distillRepository.ts';
import { whileAlone } from '../tabLock.ts';
import {
  TrainingSession,
  type TrainingDependencies,
  type TrainingProblem,
} from './trainingSession.svelte.ts';

/** What an experiment needs from the rest of the lab. */
export interface ExperimentDependencies extends Omit<TrainingDependencies, 'repository'> {
  readonly repository: Pick<
    DistillRepository,
    'training' | 'file' | 'saveTraining' | 'trainingsOf' | 'experiment' | 'saveExperiment'
  >;
  readonly onExperimentSaved: (record: ExperimentRecord) => void;
}

export type ExperimentStatus = 'ready' | 'running' | 'paused' | 'finished' | 'failed';

/**
 * An experiment in this browser: the trainings of a design, one after the other. What came of each is stored with it, so
 * that a reload goes on with the training, and from the step, where it was left.
 */
export class ExperimentSession {
  readonly experimentId: string;
  record: ExperimentRecord;
  status: ExperimentStatus = $state('ready');
  problem: TrainingProblem | null = $state.raw(null);
  /** The training under way, or the last one. */
  current: TrainingSession | null = $state.raw(null);
  heldElsewhere = $state(false);
  stopping = $state(false);

  readonly #deps: ExperimentDependencies;
  #isStopped = false;
  #playing: Promise<void> | null = null;
  #sittingFrom = 0;

  private constructor(record: ExperimentRecord, deps: ExperimentDependencies) {
    this.experimentId = record.experimentId;
    this.record = $state.raw(record);
    this.#deps = deps;
    this.#take(record);
  }

  /** Opens an experiment where it was left, or new. Nothing is written until it starts. */
  static async open(
    fresh: ExperimentRecord,
    deps: ExperimentDependencies,
  ): Promise<ExperimentSession> {
    const stored = await deps.repository.experiment(fresh.experimentId);
    return new ExperimentSession(stored ?? fresh, deps);
  }

  get experiment(): Experiment {
    return this.record.experiment;
  }

  /** Steps of all trainings, and those taken. */
  get steps(): { done: number; total: number } {
    const { design, runs } = this.experiment;
    const current = this.current;
    const stored = runs.reduce(
      (sum, run) => sum + (this.#isCurrent(run) ? 0 : (run.points.at(-1)?.step ?? 0)),
      0,
    );
    return { done: stored + (current?.training.step ?? 0), total: totalSteps(design) };
  }

  /** Seconds a step took so far, evaluation included; null before the first. */
  get secondsPerStep(): number | null {
    const { done } = this.steps;
    const seconds = this.activeSeconds;
    return done === 0 || seconds === 0 ? null : seconds / done;
  }

  get activeSeconds(): number {
    return this.record.activeSeconds;
  }

  /** Runs what is left, until it is done, paused, or fails. Never rejects. */
  async start(): Promise<void> {
    if (this.#playing !== null || this.status === 'finished') return;
    this.#isStopped = false;
    this.problem = null;
    this.#playing = this.#locked();
    await this.#playing;
    this.#playing = null;
    this.stopping = false;
  }

  /** Ends after the step that is being taken, and stores all. */
  async pause(): Promise<void> {
    if (this.#playing === null) return;
    this.#isStopped = true;
    this.stopping = true;
    await this.current?.pause();
    await this.#playing;
  }

  async #locked(): Promise<void> {
    try {
      const had = await whileAlone(`benchside-experiment-${this.experimentId}`, async () => {
        const stored = await this.#deps.repository.experiment(this.experimentId);
        if (stored !== undefined) this.#take(stored);
        if (this.status !== 'finished') await this.#run();
      });
      this.heldElsewhere = !had;
    } catch (error) {
      this.status = 'failed';
      this.problem = {
        happened: `Something unexpected stopped the experiment: ${error instanceof Error ? error.message.slice(0, 300) : 'no reason given'}`,
        todo: 'Press Resume to try again.',
      };
    }
  }

  async #run(): Promise<void> {
    this.status = 'running';
    this.#sittingFrom = performance.now();
    const trainings = await this.#deps.repository.trainingsOf(this.experimentId);
    const byId = new Map(trainings.map((record) => [record.trainingId, record]));
    const planned = plannedRuns(this.experiment.design);
    // A browser that ended between the two writes left a training that the experiment does not know.
    const runs = planned.flatMap(({ arm, seed }) => {
      const record = byId.get(this.#trainingId(arm, seed));
      return record === undefined ? [] : [runOf(arm, seed, record)];
    });
    await this.#save(runs, startMarksOf(trainings));
    for (const { arm, seed } of planned) {
      if (this.#stopIsAsked()) break;
      if (byId.get(this.#trainingId(arm, seed))?.status === 'finished') continue;
      const session = await this.#training(arm, seed);
      this.current = session;
      if (this.#stopIsAsked()) break;
      await session.start();
      if (session.status !== 'finished') {
        this.problem = session.problem;
        this.status = session.status === 'failed' ? 'failed' : 'paused';
        if (session.heldElsewhere) this.heldElsewhere = true;
        await this.#save(this.experiment.runs);
        return;
      }
    }
    this.status = this.#stopIsAsked() ? 'paused' : 'finished';
    await this.#save(this.experiment.runs);
  }

  async #training(arm: number, seed: number): Promise<TrainingSession> {
    const { design, device } = this.experiment;
    const { name = '', arm: chosen } = design.arms[arm] ?? {};
    const { teacher, student, settings } = design;
    if (chosen === undefined) throw new Error(`the design has no arm ${String(arm)}`);
    return await TrainingSession.open(
      {
        trainingId: this.#trainingId(arm, seed),
        experimentId: this.experimentId,
        armName: name,
        plan: {
          ...{ teacher, student, settings, arm: chosen },
          seed: design.seeds[seed] ?? '',
          backend: device.backend,
        },
      },
      {
        ...this.#deps,
        onSaved: async (record) => {
          await this.#deps.onSaved(record);
          const run = runOf(arm, seed, record);
          const others = this.experiment.runs.filter(
            (other) => other.arm !== arm || other.seed !== seed,
          );
          await this.#save([...others, run], record.state.startMarks);
        },
      },
    );
  }

  /** Asked anew each time: a press of Pause comes while this waits. */
  #stopIsAsked(): boolean {
    return this.#isStopped;
  }

  /** Names a training of this experiment. */
  #trainingId(arm: number, seed: number): string {
    return `${this.experimentId}.${String(arm)}.${String(seed)}`;
  }

  #isCurrent(run: ArmRun): boolean {
    return this.current?.trainingId === this.#trainingId(run.arm, run.seed);
  }

  /** `startMarks` are those of any training: the student before the first step is the same in all. */
  async #save(runs: readonly ArmRun[], startMarks: string | null = null): Promise<void> {
    const now = performance.now();
    const { record } = this;
    const order = plannedRuns(record.experiment.design);
    const sorted = order.flatMap(({ arm, seed }) =>
      runs.filter((run) => run.arm === arm && run.seed === seed),
    );
    this.record = {
      ...record,
      experiment: {
        ...record.experiment,
        ...(startMarks === null ? {} : { startMarks }),
        runs: sorted,
      },
      activeSeconds: record.activeSeconds + (now - this.#sittingFrom) / 1000,
      updatedAt: Date.now(),
    };
    this.#sittingFrom = now;
    await this.#deps.repository.saveExperiment(this.record);
    this.#deps.onExperimentSaved(this.record);
  }

  #take(record: ExperimentRecord): void {
    this.record = record;
    if (isFinished(record.experiment)) this.status = 'finished';
    else this.status = record.experiment.runs.length === 0 ? 'ready' : 'paused';
  }
}

/** Whether every training of the design came to its end. */
export function isFinished({ design, runs }: Experiment): boolean {
  return runs.filter(({ marks }) => marks !== null).length === plannedRuns(design).length;
}

function startMarksOf(trainings: readonly TrainingRecord[]): string | null {
  return trainings.find(({ state }) => state.startMarks !== null)?.state.startMarks ?? null;
}

function runOf(arm: number, seed: number, { state }: TrainingRecord): ArmRun {
  return { arm, seed, points: [...state.points], marks: state.marks };
}
