import type { WeightSpec } from '../../../src/core/models/shape.ts';
import type { HeldOut } from '../../../src/core/models/zoo/heldOut.ts';
import type { DeviceTables, DeviceWeights } from '../forward.ts';
import type { DeviceRecord, Loss } from '../trainStep.ts';

/** What a training minimises, over batches of one kind. */
export interface TrainedObjective<Batch extends { readonly tokenCount: number }> {
  /** Every weight that is learned, in the order of checkpoints. */
  readonly specs: readonly WeightSpec[];
  /** Names of weights that the finished model does without. */
  readonly scaffold: ReadonlySet<string>;
  toDevice(batch: Batch): DeviceRecord;
  readonly loss: Loss;
  dispose(): void;
}

/** With figures over batches that training never sees. */
export interface Objective<
  Batch extends { readonly tokenCount: number },
> extends TrainedObjective<Batch> {
  /** Figures over batches; borrows weights and tables. */
  evaluate(
    weights: DeviceWeights,
    batches: Iterable<Batch>,
    tables: DeviceTables,
  ): Promise<HeldOut>;
}
