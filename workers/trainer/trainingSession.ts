import { blockUntilReady, numpy as np, tree } from '@jax-js/jax';
import { elementCount, type ModelShape, type Weights } from '../../src/core/models/shape.ts';
import { HEAD_GAIN, HEAD_MATRIX, trainedSpecs } from '../../src/core/models/zoo/conceptHead.ts';
import {
  countBatch,
  heldOutFigures,
  type HeldOut,
  type HeldOutCounts,
} from '../../src/core/models/zoo/heldOut.ts';
import type { PackedBatch } from '../../src/core/models/zoo/packing.ts';
import type { OptimiserSettings } from '../../src/core/models/zoo/recipe.ts';
import { learningRate, type Schedule } from '../../src/core/models/zoo/schedule.ts';
import type { Checkpoint, Progress } from './checkpoint.ts';
import { tablesToDevice, toDevice, weightsFromDevice, weightsToDevice } from './deviceBatch.ts';
import { makeEvaluation } from './evaluateBatch.ts';
import type { DeviceTables } from './forward.ts';
import { readFloats, readInts } from './readArray.ts';
import { makeTrainStep, type TrainState } from './trainStep.ts';

/** The loss left the finite numbers; weights from before are in the last checkpoint. */
export class DivergedError extends Error {
  override readonly name = 'DivergedError';
  readonly step: number;
  constructor(step: number) {
    super(`The loss of step ${String(step)} is not finite: lower the recipe's peak learning rate.`);
    this.step = step;
  }
}

export interface StepResult {
  readonly step: number;
  /** The batch's loss before the step, nats: replies' mean plus the weighted means of trunk and concept head. */
  readonly loss: number;
  /** Global norm of the gradient before clipping. */
  readonly norm: number;
}

/** AdamW's means before the first step. */
export function zeroMoments(shape: ModelShape): Weights {
  return new Map(
    trainedSpecs(shape).map((spec) => [
      spec.name,
      { shape: spec.shape, data: new Float32Array(elementCount(spec.shape)) },
    ]),
  );
}

/** One training on the device: state, compiled step, and what has been seen. Not re-entrant: await each call. */
export class TrainingSession {
  readonly #schedule: Schedule;
  readonly #optimiser: OptimiserSettings;
  readonly #trainStep: ReturnType<typeof makeTrainStep>;
  readonly #evaluation: ReturnType<typeof makeEvaluation>;
  readonly #tables: DeviceTables;
  #state: TrainState;
  #progress: Progress;

  constructor(
    shape: ModelShape,
    schedule: Schedule,
    optimiser: OptimiserSettings,
    start: Checkpoint,
  ) {
    this.#schedule = schedule;
    this.#optimiser = optimiser;
    this.#trainStep = makeTrainStep(shape, optimiser);
    this.#evaluation = makeEvaluation(shape);
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
  async step(batch: PackedBatch): Promise<StepResult> {
    const started = performance.now();
    const { step, tokens, seconds } = this.#progress;
    const { beta1, beta2 } = this.#optimiser;
    const scalars = {
      rate: np.array(learningRate(this.#schedule, step)),
      correction1: np.array(1 / (1 - beta1 ** (step + 1))),
      correction2: np.array(1 / (1 - beta2 ** (step + 1))),
    };
    const out = this.#trainStep(this.#state, toDevice(batch), tree.ref(this.#tables), scalars);
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

  /** Teacher-forced figures on batches. */
  async evaluate(batches: Iterable<PackedBatch>): Promise<HeldOut> {
    const counts: HeldOutCounts = new Map();
    for (const batch of batches) {
      const out = this.#evaluation(
        tree.ref(this.#state.weights),
        toDevice(batch),
        tree.ref(this.#tables),
      );
      const best = await readInts(out.best);
      const losses = await readFloats(out.losses);
      countBatch(counts, batch, best, losses);
    }
    return heldOutFigures(counts);
  }

  /** The model's weights, without the concept head. */
  async weights(): Promise<Weights> {
    const all = await weightsFromDevice(this.#state.weights);
    return new Map([...all].filter(([name]) => name !== HEAD_GAIN && name !== HEAD_MATRIX));
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
    this.#evaluation.dispose();
  }
}
