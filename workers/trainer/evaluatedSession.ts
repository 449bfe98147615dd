import type { HeldOut } from '../../src/core/models/zoo/heldOut.ts';
import type { ModelShape } from '../../src/core/models/shape.ts';
import type { OptimiserSettings } from '../../src/core/models/zoo/recipe.ts';
import type { Schedule } from '../../src/core/models/zoo/schedule.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Objective } from './objectives/objective.ts';
import { TrainingSession } from './trainingSession.ts';

/** A training whose objective has figures over held-out batches. */
export class EvaluatedSession<
  Batch extends { readonly tokenCount: number },
> extends TrainingSession<Batch> {
  readonly #evaluated: Objective<Batch>;

  constructor(
    shape: ModelShape,
    objective: Objective<Batch>,
    schedule: Schedule,
    optimiser: OptimiserSettings,
    start: Checkpoint,
  ) {
    super(shape, objective, schedule, optimiser, start);
    this.#evaluated = objective;
  }

  /** Held-out figures on batches. */
  evaluate(batches: Iterable<Batch>): Promise<HeldOut> {
    const { weights, tables } = this.onDevice;
    return this.#evaluated.evaluate(weights, batches, tables);
  }
}
