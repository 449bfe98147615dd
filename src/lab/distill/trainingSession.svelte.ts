import {
  afterEvaluation,
  afterStep,
  isEvaluated,
  UNTRAINED,
  type StepReport,
  type TrainingPlan,
  type TrainingState,
} from '../../core/distill/trainingState.ts';
import { totalFlops } from '../../core/distill/flops.ts';
import type { Parsed } from '../../core/share/parseBundle.ts';
import type { TrainingRecord } from '../../db/distillRecords.ts';
import type { DistillRepository } from '../../db/distillRepository.ts';
import type { DistillWorkerApi } from '../../rpc/distillWorker.ts';
import { whileAlone } from '../tabLock.ts';
import { DistillDiedError } from './distillHost.ts';
import type { PairFiles } from './pairFiles.ts';

/** The worker's functions as the page calls them; `end` terminates it and rejects what is pending. */
export type Trainer = {
  [Name in keyof DistillWorkerApi]: (
    ...args: Parameters<DistillWorkerApi[Name]>
  ) => Promise<Awaited<ReturnType<DistillWorkerApi[Name]>>>;
} & { end(): void };

/** What a training needs from the rest of the lab. */
export interface TrainingDependencies {
  readonly repository: Pick<DistillRepository, 'training' | 'file' | 'saveTraining'>;
  /** Fetches and checks the two models. */
  readonly readPair: (plan: TrainingPlan) => Promise<Parsed<PairFiles>>;
  /** A worker with nothing open in it. */
  readonly startTrainer: () => Trainer;
  readonly onSaved: (record: TrainingRecord) => void | Promise<void>;
}

export type TrainingStatus =
  'ready' | 'opening' | 'training' | 'evaluating' | 'paused' | 'finished' | 'failed';

/** What went wrong with a training, for the reader. */
export interface TrainingProblem {
  readonly happened: string;
  readonly todo: string;
}

/** How fast the last steps were. */
export interface TrainingPace {
  readonly stepsPerSecond: number;
  readonly flopsPerSecond: number;
}

/** Longest time of steps that a closed tab costs, in seconds. */
const SAVE_EVERY_SECONDS = 60;
/** Steps over which the pace is measured. */
const PACE_STEPS = 8;

/**
 * One training in this browser: what the Train page shows, and the only thing that trains. Every stored state lies beside the
 * checkpoint that it belongs to, so that a reload goes on from there bit for bit.
 */
export class TrainingSession {
  readonly trainingId: string;
  readonly plan: TrainingPlan;
  training: TrainingState = $state.raw(UNTRAINED);
  status: TrainingStatus = $state('ready');
  problem: TrainingProblem | null = $state.raw(null);
  pace: TrainingPace | null = $state.raw(null);
  /** True while another tab of this browser trains the same student. */
  heldElsewhere = $state(false);
  /** True from the press of Pause until the step under way has ended. */
  stopping = $state(false);
  /** Steps taken when it was last stored; what a crash would leave. */
  storedStep = $state(0);

  readonly #deps: TrainingDependencies;
  #record: TrainingRecord;
  #trainer: Trainer | null = null;
  #stopper = new AbortController();
  #playing: Promise<void> | null = null;
  #isAborted = false;
  #recent: { seconds: number; flops: number }[] = [];
  #savedSeconds = 0;

  private constructor(record: TrainingRecord, deps: TrainingDependencies) {
    this.trainingId = record.trainingId;
    this.plan = record.plan;
    this.#record = record;
    this.#deps = deps;
    this.#take(record);
  }

  /** Opens a training where it was left, or new. Nothing is written until it starts. */
  static async open(
    fresh: Pick<TrainingRecord, 'trainingId' | 'experimentId' | 'armName' | 'plan'>,
    deps: TrainingDependencies,
  ): Promise<TrainingSession> {
    const now = Date.now();
    const stored = await deps.repository.training(fresh.trainingId);
    const record: TrainingRecord = stored ?? {
      ...fresh,
      status: 'unfinished',
      state: UNTRAINED,
      createdAt: now,
      updatedAt: now,
    };
    return new TrainingSession(record, deps);
  }

  get armName(): string {
    return this.#record.armName;
  }

  get experimentId(): string {
    return this.#record.experimentId;
  }

  get isPlaying(): boolean {
    return ['opening', 'training', 'evaluating'].includes(this.status);
  }

  /** Trains what is left, until it is done, paused, or fails. Never rejects: failures are its state. */
  async start(): Promise<void> {
    if (this.#playing !== null || this.status === 'finished') return;
    this.#stopper = new AbortController();
    this.#isAborted = false;
    this.problem = null;
    this.#playing = this.#locked();
    await this.#playing;
    this.#playing = null;
    this.stopping = false;
  }

  /** Ends after the step that is being taken, and stores all. */
  async pause(): Promise<void> {
    if (this.#playing === null) return;
    this.stopping = true;
    this.#stopper.abort();
    await this.#playing;
  }

  /** Ends at once; what was learned since it was last stored is lost. */
  async stop(): Promise<void> {
    if (this.#playing === null) return;
    this.#isAborted = true;
    this.stopping = true;
    this.#stopper.abort();
    this.#trainer?.end();
    await this.#playing;
  }

  /**
   * The student as it was last stored, as an ONNX file in fp32.
   *
   * @throws Error where the worker cannot open it again.
   */
  async onnx(): Promise<Uint8Array<ArrayBuffer>> {
    const done = await this.#deps.repository.file(this.trainingId, 'student');
    if (done !== null) return done;
    const trainer = this.#deps.startTrainer();
    try {
      await this.#open(trainer);
      return await trainer.onnx('fp32');
    } finally {
      trainer.end();
    }
  }

  async #locked(): Promise<void> {
    try {
      const had = await whileAlone(`benchside-training-${this.trainingId}`, async () => {
        const stored = await this.#deps.repository.training(this.trainingId);
        // Another tab may have trained on.
        if (stored !== undefined) this.#take(stored);
        if (this.#record.status !== 'finished') await this.#train();
      });
      this.heldElsewhere = !had;
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#trainer?.end();
      this.#trainer = null;
    }
  }

  async #train(): Promise<void> {
    const { settings } = this.plan;
    const { signal } = this.#stopper;
    this.status = 'opening';
    const trainer = this.#deps.startTrainer();
    this.#trainer = trainer;
    await this.#open(trainer);
    this.#recent = [];
    this.#savedSeconds = this.training.seconds;
    if (this.training.points.length === 0) await this.#evaluate(trainer);
    while (this.training.step < settings.steps && !signal.aborted) {
      this.status = 'training';
      this.#note(await trainer.step());
      if (isEvaluated(this.training.step, settings)) await this.#evaluate(trainer);
      else if (this.training.seconds - this.#savedSeconds > SAVE_EVERY_SECONDS) {
        await this.#save(trainer);
      }
    }
    if (this.training.step >= settings.steps) {
      this.status = 'finished';
      return;
    }
    await this.#save(trainer);
    this.status = 'paused';
  }

  async #open(trainer: Trainer): Promise<void> {
    const pair = await this.#deps.readPair(this.plan);
    if (!pair.ok) throw new Refusal(pair.problem.message, 'Then press Resume.');
    const { arm, settings, seed, backend } = this.plan;
    const checkpoint = await this.#deps.repository.file(this.trainingId, 'checkpoint');
    const opened = await trainer.open({
      ...pair.value,
      ...{ arm, settings, seed, backend, checkpoint },
    });
    if (!opened.ok) {
      throw new Refusal(opened.error, 'Change the arm or its settings and begin a new training.');
    }
    if (opened.progress.step !== this.training.step) {
      throw new Refusal(
        `The stored training is at step ${String(this.training.step)} and its checkpoint at step ${String(opened.progress.step)}.`,
        'Delete this training and begin it again.',
      );
    }
  }

  async #evaluate(trainer: Trainer): Promise<void> {
    this.status = 'evaluating';
    const { heldOut, steps } = this.plan.settings;
    const evaluation = await trainer.evaluate(heldOut);
    this.training = afterEvaluation(this.training, evaluation, this.training.step >= steps);
    await this.#save(trainer);
  }

  #note(step: StepReport): void {
    const before = this.training;
    this.training = afterStep(before, step);
    const spent = {
      seconds: this.training.seconds - before.seconds,
      flops: totalFlops(this.training.flops) - totalFlops(before.flops),
    };
    this.#recent = [...this.#recent, spent].slice(-PACE_STEPS);
    const seconds = this.#recent.reduce((sum, each) => sum + each.seconds, 0);
    const flops = this.#recent.reduce((sum, each) => sum + each.flops, 0);
    this.pace =
      seconds > 0
        ? { stepsPerSecond: this.#recent.length / seconds, flopsPerSecond: flops / seconds }
        : null;
  }

  /** Stores state and checkpoint together; of a finished training the student in the checkpoint's place. */
  async #save(trainer: Trainer): Promise<void> {
    const isDone = this.training.marks !== null;
    const record: TrainingRecord = {
      ...this.#record,
      status: isDone ? 'finished' : 'unfinished',
      state: this.training,
      updatedAt: Date.now(),
    };
    const files = isDone
      ? { student: await trainer.onnx('fp32') }
      : { checkpoint: await trainer.checkpoint() };
    await this.#deps.repository.saveTraining(record, files);
    this.#record = record;
    this.storedStep = this.training.step;
    this.#savedSeconds = this.training.seconds;
    await this.#deps.onSaved(record);
  }

  /** Takes a training as it is stored. */
  #take(record: TrainingRecord): void {
    this.#record = record;
    this.training = record.state;
    this.storedStep = record.state.step;
    if (record.status === 'finished') this.status = 'finished';
    else this.status = record.state.points.length === 0 ? 'ready' : 'paused';
  }

  #fail(error: unknown): void {
    this.#take(this.#record);
    if (this.#isAborted && error instanceof DistillDiedError) return;
    this.status = 'failed';
    this.problem = problemOf(error, this.training.step);
  }
}

/** Why a training could not be opened. */
class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly todo: string;
  constructor(message: string, todo: string) {
    super(message);
    this.todo = todo;
  }
}

function problemOf(error: unknown, step: number): TrainingProblem {
  if (error instanceof Refusal) return { happened: error.message, todo: error.todo };
  if (error instanceof DistillDiedError) {
    return {
      happened: error.message,
      todo: `Press Resume: a new worker goes on from step ${String(step)}.`,
    };
  }
  const message = error instanceof Error ? error.message.slice(0, 300) : 'no reason given';
  if (error instanceof Error && error.name === 'QuotaExceededError') {
    return {
      happened: 'This browser has no room left to store the training.',
      todo: 'Delete trainings or models that are kept here, then press Resume.',
    };
  }
  return /finite|diverge|NaN/iu.test(message)
    ? {
        happened: `The training diverged: ${message}`,
        todo: 'It would do so again from the same seed: begin a new one with a lower learning rate, or more warm-up steps.',
      }
    : {
        happened: `Something unexpected stopped the training: ${message}`,
        todo: 'Press Resume to try again.',
      };
}
