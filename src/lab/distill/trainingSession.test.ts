import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ARM_PRESETS, USUAL_SETTINGS } from '../../core/distill/presets.ts';
import type { TrainingPlan } from '../../core/distill/trainingState.ts';
import { BenchsideDatabase } from '../../db/database.ts';
import type { ExperimentRecord } from '../../db/distillRecords.ts';
import { DistillRepository } from '../../db/distillRepository.ts';
import { DistillDiedError } from './distillHost.ts';
import { ExperimentSession } from './experimentSession.svelte.ts';
import { TrainingSession, type Trainer } from './trainingSession.svelte.ts';

/** What a session tells a trainer and gets from it. The real one is trained with in the browser and end-to-end tests. */
class ScriptedTrainer implements Trainer {
  at = 0;
  onStep: (step: number) => void | Promise<void> = () => undefined;
  isEnded = false;

  async open(spec: Parameters<Trainer['open']>[0]): ReturnType<Trainer['open']> {
    this.at = spec.checkpoint?.[0] ?? 0;
    return Promise.resolve({ ok: true, progress: this.#progress() });
  }

  async step(): ReturnType<Trainer['step']> {
    this.at += 1;
    await this.onStep(this.at);
    if (this.isEnded) throw new DistillDiedError('The training was ended.');
    return {
      progress: this.#progress(),
      ...{
        loss: this.at,
        norm: 1,
        kl: 1,
        written: 8,
        ended: 1,
        correct: 1,
        varianceRatio: null,
        consistency: null,
      },
      example: { prompt: 'p', text: `text ${String(this.at)}` },
    };
  }

  async evaluate(problems: number): ReturnType<Trainer['evaluate']> {
    const correct = Array.from({ length: problems }, (_, at) => at < this.at);
    return Promise.resolve({ correct, ended: 1, length: 9, calibration: null });
  }

  async checkpoint(): ReturnType<Trainer['checkpoint']> {
    return Promise.resolve(new Uint8Array([this.at]));
  }

  async onnx(): ReturnType<Trainer['onnx']> {
    return Promise.resolve(new Uint8Array([99, this.at]));
  }

  end(): void {
    this.isEnded = true;
  }

  #progress() {
    const each = this.at * 1e6;
    return {
      step: this.at,
      flops: { sampling: each, teacher: each, training: each },
      seconds: this.at * 0.5,
    };
  }
}

const [first, second] = ARM_PRESETS;
if (first === undefined || second === undefined) throw new Error('there are no presets');
const shape = {
  ...{ vocabSize: 8, hidden: 4, layers: 1, heads: 1, kvHeads: 1, headDim: 4, mlp: 4 },
  ...{ maxPositions: 16, ropeTheta: 10_000, rmsEps: 1e-5 },
};
const plan: TrainingPlan = {
  teacher: { id: 't', revision: 't' },
  student: { id: 's', revision: 's' },
  arm: first.arm,
  settings: { ...USUAL_SETTINGS, steps: 6, evaluateEvery: 2, heldOut: 8 },
  seed: '1',
  backend: 'wasm',
};

// Node 20 has no navigator; a page without locks trains without one.
vi.stubGlobal('navigator', {});

let database: BenchsideDatabase;
let repository: DistillRepository;
let trainers: ScriptedTrainer[];
let onStep: (trainer: ScriptedTrainer, step: number) => void | Promise<void>;
let names = 0;

beforeEach(() => {
  names += 1;
  database = new BenchsideDatabase(`distill-${String(names)}`);
  repository = new DistillRepository(database);
  trainers = [];
  onStep = () => undefined;
});

afterEach(async () => {
  await database.delete();
});

const model = { shape, onnx: new Uint8Array() };
const dependencies = {
  get repository() {
    return repository;
  },
  readPair: async () =>
    Promise.resolve({
      ok: true,
      value: { student: model, teacher: model, tokenizer: { tokenizer: {}, config: {} } },
    } as const),
  startTrainer: () => {
    const trainer = new ScriptedTrainer();
    trainer.onStep = async (step) => {
      await onStep(trainer, step);
    };
    trainers.push(trainer);
    return trainer;
  },
  onSaved: () => undefined,
  onExperimentSaved: () => undefined,
};

async function open(): Promise<TrainingSession> {
  return await TrainingSession.open(
    { trainingId: 'one', experimentId: '', armName: 'First', plan },
    dependencies,
  );
}

describe('a training', () => {
  it('evaluates, stores, and ends with the student in the checkpoint’s place', async () => {
    const session = await open();
    expect(session.status).toBe('ready');
    await session.start();
    expect([session.status, session.problem]).toEqual(['finished', null]);
    expect(session.training.points.map(({ step }) => step)).toEqual([0, 2, 4, 6]);
    expect(session.training.marks).toBe('11111100');
    expect(session.pace?.stepsPerSecond).toBeCloseTo(2);
    expect(session.pace?.flopsPerSecond).toBeCloseTo(6e6);
    expect(await repository.file('one', 'checkpoint')).toBeNull();
    expect(await session.onnx()).toEqual(new Uint8Array([99, 6]));
    expect(trainers.map(({ isEnded }) => isEnded)).toEqual([true]);
  });

  it('goes on after a pause from the step where it was, in another page', async () => {
    const session = await open();
    onStep = (_, step) => {
      if (step === 3) void session.pause();
    };
    await session.start();
    expect([session.status, session.training.step, session.storedStep]).toEqual(['paused', 3, 3]);
    onStep = () => undefined;
    const again = await open();
    expect([again.status, again.training.step]).toEqual(['paused', 3]);
    // The mean over the steps since the last point outlives the page: steps 3 and 4 make the next.
    await again.start();
    expect(again.training.points.map(({ loss }) => loss)).toEqual([null, 1.5, 3.5, 5.5]);
    expect(again.training.facts).toHaveLength(6);
  });

  it('falls back on what was stored when it is stopped at once, or its worker dies', async () => {
    const session = await open();
    onStep = async (_, step) => {
      if (step === 4) void session.stop();
      await Promise.resolve();
    };
    await session.start();
    expect([session.status, session.training.step, session.problem]).toEqual(['paused', 2, null]);
    onStep = (trainer, step) => {
      if (step === 5) trainer.end();
    };
    await session.start();
    expect([session.status, session.training.step]).toEqual(['failed', 4]);
    expect(session.problem?.todo).toBe('Press Resume: a new worker goes on from step 4.');
    onStep = () => undefined;
    await session.start();
    expect([session.status, session.problem]).toEqual(['finished', null]);
  });

  it('says of a divergence that going on would not help', async () => {
    const session = await open();
    onStep = (_, step) => {
      if (step === 3) throw new Error('The loss of step 3 is not finite.');
    };
    await session.start();
    expect(session.status).toBe('failed');
    expect(session.problem?.happened).toContain('diverged: The loss of step 3 is not finite.');
    expect(session.problem?.todo).toContain('a lower learning rate');
    expect(session.storedStep).toBe(2);
  });
});

describe('an experiment', () => {
  const fresh: ExperimentRecord = {
    ...{ experimentId: 'e', origin: 'local', activeSeconds: 0, createdAt: 1, updatedAt: 1 },
    experiment: {
      ...{ format: 'benchside-distillation', formatVersion: 1, startedAt: '2026-11-01T00:00:00Z' },
      design: {
        ...{ title: 'Two arms', teacher: plan.teacher, student: plan.student },
        settings: plan.settings,
        arms: [
          { name: 'First', arm: first.arm },
          { name: 'Second', arm: second.arm },
        ],
        seeds: ['1', '2'],
      },
      device: { backend: 'wasm', adapter: null },
      runs: [],
    },
  };

  it('trains every arm with every seed, and goes on where it was paused', async () => {
    const session = await ExperimentSession.open(fresh, dependencies);
    let taken = 0;
    onStep = () => {
      taken += 1;
      if (taken === 9) void session.pause();
    };
    await session.start();
    expect([session.status, session.steps]).toEqual(['paused', { done: 9, total: 24 }]);
    expect(session.experiment.runs.map(({ arm, seed }) => [arm, seed])).toEqual([
      [0, 0],
      [1, 0],
    ]);
    const again = await ExperimentSession.open(fresh, dependencies);
    expect([again.status, again.experiment.runs.length]).toEqual(['paused', 2]);
    await again.start();
    expect([again.status, taken]).toEqual(['finished', 24]);
    expect(again.experiment.runs.map(({ marks }) => marks)).toEqual(Array(4).fill('11111100'));
    expect(again.steps).toEqual({ done: 24, total: 24 });
    expect(again.experiment.startMarks).toBe('00000000');
    await repository.removeExperiment('e');
    expect([await database.trainings.count(), await database.trainingFiles.count()]).toEqual([
      0, 0,
    ]);
  });

  it('stops at a training that fails, and says why', async () => {
    const session = await ExperimentSession.open(fresh, dependencies);
    onStep = (_, step) => {
      if (step === 5) throw new Error('The loss is not finite.');
    };
    await session.start();
    expect([session.status, session.steps.done]).toEqual(['failed', 4]);
    expect(session.problem?.happened).toContain('diverged');
  });
});
