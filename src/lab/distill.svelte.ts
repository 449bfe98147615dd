import { checkArm } from '../core/distill/checkArm.ts';
import { faultInDesign, faultInSettings } from '../core/distill/checkDesign.ts';
import { identityOf } from '../core/calls/identity.ts';
import { totalFlops } from '../core/distill/flops.ts';
import { BUNDLED_PAIR } from '../core/distill/presets.ts';
import type { ExperimentDesign } from '../core/distill/experiment.ts';
import type { TrainingPlan } from '../core/distill/trainingState.ts';
import { problem, type Parsed } from '../core/share/parseBundle.ts';
import type { ExperimentRecord, TrainingRecord } from '../db/distillRecords.ts';
import type { DistillRepository } from '../db/distillRepository.ts';
import type { SiteData } from '../io/siteData.ts';
import type { TakenFolder } from '../io/takeFolder.ts';
import { experimentIdOf, ExperimentsStore } from './distill/experiments.svelte.ts';
import { ExperimentSession } from './distill/experimentSession.svelte.ts';
import { PairReader, pinOf } from './distill/pairFiles.ts';
import { lineageOf, saveStudent, suggestedName } from './distill/saveStudent.ts';
import { TrainingSession, type Trainer } from './distill/trainingSession.svelte.ts';
import type { DeviceChoice, MachineStore } from './machine.svelte.ts';
import type { ModelsStore } from './models.svelte.ts';
import type { ShelfStore } from './shelf.svelte.ts';

/** Trainings from which this browser's speed is measured. */
const SPEED_TRAININGS = 8;

export interface DistillParts {
  readonly site: SiteData;
  readonly models: ModelsStore;
  readonly shelf: ShelfStore;
  readonly machine: MachineStore;
  readonly repository: DistillRepository;
  readonly startTrainer: () => Trainer;
}

/** Where trainings run, once a choice is settled. */
export interface DistillDevice {
  readonly backend: 'wasm' | 'webgpu';
  readonly adapter: string | null;
  readonly note: string | null;
}

/** The distillation lab: trainings, experiments, and the students that come of them. One thing trains at a time. */
export class DistillLab {
  /** Trainings outside of experiments, the last stored first. */
  trainings: readonly TrainingRecord[] = $state.raw([]);
  readonly experiments: ExperimentsStore;
  /** What trains now. */
  active: TrainingSession | ExperimentSession | null = $state.raw(null);

  readonly #parts: DistillParts;
  readonly #pairs: PairReader;
  readonly #sessions = new Map<string, Promise<TrainingSession>>();
  readonly #running = new Map<string, Promise<ExperimentSession>>();

  constructor(parts: DistillParts) {
    this.#parts = parts;
    this.#pairs = new PairReader(parts.site, parts.models);
    this.experiments = new ExperimentsStore(parts.site, parts.repository);
  }

  /** Reads what this browser keeps and the site ships. */
  async load(): Promise<void> {
    const [trainings] = await Promise.all([
      this.#parts.repository.trainings(),
      this.experiments.load(),
    ]);
    this.trainings = trainings.filter(({ experimentId }) => experimentId === '');
  }

  /** The bundled pair with the weights that the site ships now. */
  pair(): Parsed<Pick<TrainingPlan, 'teacher' | 'student'>> {
    const [teacher, student] = [BUNDLED_PAIR.teacher, BUNDLED_PAIR.student].map((id) => {
      const card = this.#parts.models.find(id);
      return card === undefined ? null : pinOf(card);
    });
    return teacher == null || student == null
      ? problem(
          'unavailable',
          'The models that this lab trains could not be read. Reload the page to try again.',
        )
      : { ok: true, value: { teacher, student } };
  }

  async device(choice: DeviceChoice): Promise<Parsed<DistillDevice>> {
    const resolved = await this.#parts.machine.resolve(choice);
    if (resolved.kind === 'unavailable') return problem('unavailable', resolved.message);
    const webgpu = this.#parts.machine.probe?.webgpu;
    const backend = resolved.device === 'webgpu' ? 'webgpu' : 'wasm';
    const adapter = backend === 'webgpu' && webgpu?.kind === 'available' ? webgpu.adapter : null;
    return { ok: true, value: { backend, adapter, note: resolved.note } };
  }

  /** Opens a training where it was left, or new; the same plan is the same training. */
  async openTraining(plan: TrainingPlan, armName: string): Promise<Parsed<TrainingSession>> {
    const fault = faultInSettings(plan.settings);
    if (fault !== null) return problem('bad-field', fault);
    const checked = checkArm(plan.arm, plan.settings);
    if (!checked.ok) return problem('bad-field', checked.error);
    const trainingId = identityOf(plan);
    return {
      ok: true,
      value: await this.#session({ trainingId, experimentId: '', armName, plan }),
    };
  }

  /** A training that this browser keeps. */
  async training(trainingId: string): Promise<TrainingSession | null> {
    const open = this.#sessions.get(trainingId);
    if (open !== undefined) return await open;
    const record = await this.#parts.repository.training(trainingId);
    return record === undefined ? null : await this.#session(record);
  }

  /** Opens an experiment where it was left, or new; the same design on the same backend is the same experiment. */
  async openExperiment(
    design: ExperimentDesign,
    { backend, adapter }: DistillDevice,
  ): Promise<Parsed<ExperimentSession>> {
    const fault = faultInDesign(design);
    if (fault !== null) return problem('bad-field', fault);
    const now = Date.now();
    const session = await this.#experiment({
      experimentId: experimentIdOf(design, backend),
      origin: 'local',
      experiment: {
        ...{ format: 'benchside-distillation', formatVersion: 1, design },
        device: { backend, adapter: adapter?.slice(0, 80) ?? null },
        startedAt: new Date(now).toISOString(),
        runs: [],
      },
      ...{ activeSeconds: 0, createdAt: now, updatedAt: now },
    });
    return { ok: true, value: session };
  }

  /** An experiment that was begun in this browser, to be shown or gone on with; null for any other. */
  async experiment(experimentId: string): Promise<ExperimentSession | null> {
    const record = this.experiments.find(experimentId);
    return record?.origin === 'local' ? await this.#experiment(record) : null;
  }

  /** Trains; what trains at the moment is paused first. */
  async start(session: TrainingSession | ExperimentSession): Promise<void> {
    if (this.active === session) return;
    while (this.active !== null) await this.active.pause();
    this.active = session;
    try {
      await session.start();
    } finally {
      this.active = null;
    }
  }

  /** Deletes a training for good, stopping it first. */
  async removeTraining(trainingId: string): Promise<void> {
    const session = await this.#sessions.get(trainingId);
    await session?.stop();
    this.#sessions.delete(trainingId);
    await this.#parts.repository.removeTraining(trainingId);
    this.trainings = this.trainings.filter((each) => each.trainingId !== trainingId);
  }

  /** Deletes an experiment with its trainings for good, stopping it first. */
  async removeExperiment(experimentId: string): Promise<void> {
    const session = await this.#running.get(experimentId);
    await session?.pause();
    this.#running.delete(experimentId);
    await this.#parts.repository.removeExperiment(experimentId);
    this.experiments.forget(experimentId);
  }

  /** The trainings of an experiment of this browser. */
  async trainingsOf(experimentId: string): Promise<readonly TrainingRecord[]> {
    return await this.#parts.repository.trainingsOf(experimentId);
  }

  /** FLOP a second of the steps of the trainings that are kept here, the latest few; null before the first. */
  measuredSpeed(): number | null {
    const ran = [
      ...this.trainings.map(({ state }) => state),
      ...this.experiments.local
        .filter(({ origin }) => origin === 'local')
        .flatMap(({ experiment }) => experiment.runs.flatMap(({ points }) => points.at(-1) ?? [])),
    ].slice(0, SPEED_TRAININGS);
    const seconds = ran.reduce((sum, each) => sum + each.seconds, 0);
    const flops = ran.reduce((sum, each) => sum + totalFlops(each.flops), 0);
    return seconds > 0 && flops > 0 ? flops / seconds : null;
  }

  /** A name for a training's student that says what it is; empty for a training that is not kept. */
  async suggestedName(trainingId: string): Promise<string> {
    const record = await this.#parts.repository.training(trainingId);
    return record === undefined ? '' : suggestedName(record);
  }

  /** Puts a training's student, as it was last stored, on the shelf of models. */
  async saveStudent(trainingId: string, name: string): Promise<Parsed<TakenFolder>> {
    const record = await this.#parts.repository.training(trainingId);
    if (record === undefined) {
      return problem('unavailable', 'This browser keeps no such training any more.');
    }
    const session = await TrainingSession.open(record, this.#dependencies());
    let onnx: Uint8Array<ArrayBuffer>;
    try {
      onnx = await session.onnx();
    } catch (error) {
      return problem(
        'unavailable',
        `The student could not be written: ${error instanceof Error ? error.message.slice(0, 200) : 'no reason given'}`,
      );
    }
    const { experimentId } = record;
    const experiment = experimentId === '' ? null : (this.experiments.find(experimentId) ?? null);
    return await saveStudent(
      { shelf: this.#parts.shelf, pairs: this.#pairs },
      name,
      onnx,
      lineageOf(record, experiment),
    );
  }

  async #session(
    fresh: Pick<TrainingRecord, 'trainingId' | 'experimentId' | 'armName' | 'plan'>,
  ): Promise<TrainingSession> {
    let opening = this.#sessions.get(fresh.trainingId);
    if (opening === undefined) {
      opening = TrainingSession.open(fresh, this.#dependencies());
      this.#sessions.set(fresh.trainingId, opening);
    }
    return await opening;
  }

  async #experiment(fresh: ExperimentRecord): Promise<ExperimentSession> {
    let opening = this.#running.get(fresh.experimentId);
    if (opening === undefined) {
      opening = ExperimentSession.open(fresh, {
        ...this.#dependencies(),
        onExperimentSaved: (record) => {
          this.experiments.note(record);
        },
      });
      this.#running.set(fresh.experimentId, opening);
    }
    return await opening;
  }

  #dependencies() {
    return {
      repository: this.#parts.repository,
      readPair: async (plan: TrainingPlan) => await this.#pairs.read(plan),
      startTrainer: this.#parts.startTrainer,
      onSaved: (record: TrainingRecord) => {
        if (record.experimentId !== '') return;
        const others = this.trainings.filter((each) => each.trainingId !== record.trainingId);
        this.trainings = [record, ...others];
      },
    };
  }
}
