import { blockUntilReady, numpy as np, tree } from '@jax-js/jax';
import { type ModelShape, type Weights } from '../../src/core/models/shape.ts';
import type { OptimiserSettings } from '../../src/core/models/zoo/recipe.ts';
import { learningRate, type Schedule } from '../../src/core/models/zoo/schedule.ts';
import type { Checkpoint, Progress } from './checkpoint.ts';
import { tablesToDevice, weightsFromDevice, weightsToDevice } from './deviceBatch.ts';
import type { DeviceTables, DeviceWeights } from './forward.ts';
import type { TrainedObjective } from './objectives/objective.ts';
import { readFloats } from './readArray.ts';
import { DivergedError, type StepResult } from './stepResult.ts';
import { makeTrainStep, type TrainState } from './trainStep.ts';

/** One training on the device: state, compiled step, and what has been seen. Not re-entrant: await each call. */
export class TrainingSession<Batch extends { readonly tokenCount: number }> {
  readonly #schedule: Schedule;
  readonly #optimiser: OptimiserSettings;
  readonly #objective: TrainedObjective<Batch>;
  readonly #trainStep: ReturnType<typeof makeTrainStep>;
  readonly #tables: DeviceTables;
  #state: TrainState;
  #progress: Progress;

  constructor(
    shape: ModelShape,
    objective: TrainedObjective<Batch>,
    schedule: Schedule,
    optimiser: OptimiserSettings,
    start: Checkpoint,
  ) {
    this.#schedule = schedule;
    this.#optimiser = optimiser;
    this.#objective = objective;
    this.#trainStep = makeTrainStep(objective.specs, objective.loss, optimiser);
    this.#tables = tablesToDevice(shape);
    this.#state = {
      weights: weightsToDevice(start.weights),
      first: weightsToDevice(start.first),
      second: weightsToDevice(start.second),
    };
    this.#progress = start.progress;
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** @throws DivergedError */
  async step(batch: Batch): Promise<StepResult> {
    const started = performance.now();
    const { step, tokens, seconds } = this.#progress;
    const { beta1, beta2 } = this.#optimiser;
    const scalars = {
      rate: np.array(learningRate(this.#schedule, step)),
      correction1: np.array(1 / (1 - beta1 ** (step + 1))),
      correction2: np.array(1 / (1 - beta2 ** (step + 1))),
    };
    const out = this.#trainStep(
      this.#state,
      this.#objective.toDevice(batch),
      tree.ref(this.#tables),
      scalars,
    );
    this.#state = out.state;
    await blockUntilReady(this.#state);
    const [loss = Number.NaN] = await readFloats(out.loss);
    const [norm = Number.NaN] = await readFloats(out.norm);
    if (!Number.isFinite(loss) || !Number.isFinite(norm)) throw new DivergedError(step);
    this.#progress = {
      step: step + 1,
      tokens: tokens + batch.tokenCount,
      seconds: seconds + (performance.now() - started) / 1000,
    };
    return { step: step + 1, loss, norm };
  }

  /** The weights and the rotary tables on the device, to be borrowed until the next step. */
  get onDevice(): { readonly weights: DeviceWeights; readonly tables: DeviceTables } {
    return { weights: this.#state.weights, tables: this.#tables };
  }

  /** The model's weights, without what only training needs. */
  async weights(): Promise<Weights> {
    const all = await weightsFromDevice(this.#state.weights);
    return new Map([...all].filter(([name]) => !this.#objective.scaffold.has(name)));
  }

  async checkpoint(): Promise<Checkpoint> {
    return {
      weights: await weightsFromDevice(this.#state.weights),
      first: await weightsFromDevice(this.#state.first),
      second: await weightsFromDevice(this.#state.second),
      progress: this.#progress,
    };
  }

  dispose(): void {
    tree.dispose(this.#state);
    tree.dispose(this.#tables);
    this.#trainStep.dispose();
    this.#objective.dispose();
  }
}
