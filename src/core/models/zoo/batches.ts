import { createRandom } from '../../random.ts';
import { drawGroup } from './drawGroup.ts';
import { createGroupEncoder, type Encode } from './encoding.ts';
import { packGroups, type PackedBatch } from './packing.ts';
import { stageAt, type Recipe, type Stage } from './recipe.ts';

/** Documents come in streams that share no seed; bundled packs are written from seeds of their own. */
type Stream = 'train' | 'validation';

export interface Batches {
  /** The batch of step `step` (0-based). */
  training(step: number): PackedBatch;
  /** Validation batch `number`, with questions of the kind that `stage` asks. */
  validation(stage: Stage, number: number): PackedBatch;
}

/**
 * Batches by number: the same recipe, stream and number always give the same batch, so a resumed training goes on exactly
 * where it stopped.
 */
export function createBatches(recipe: Recipe, encode: Encode): Batches {
  const encodeGroup = createGroupEncoder(encode);
  const draw = (stage: Stage, stream: Stream, number: number): PackedBatch => {
    const random = createRandom(`${recipe.seed}/${stream}/${String(number)}`);
    const groups = Array.from({ length: stage.groupsPerBatch }, () =>
      encodeGroup(drawGroup(stage.task, random)),
    );
    return packGroups(groups, stage.packing, (bound) => random.int(bound)).batch;
  };
  return {
    training: (step) => draw(stageAt(recipe, step), 'train', step),
    validation: (stage, number) => draw(stage, 'validation', number),
  };
}
