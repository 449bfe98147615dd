import { createRandom } from '../../random.ts';
import { drawGroup } from './drawGroup.ts';
import { createGroupEncoder, type Encode } from './encoding.ts';
import { packGroups, type PackedBatch } from './packing.ts';
import { lastStage, stageAt, type Recipe } from './recipe.ts';

/** Documents come in streams that share no seed; bundled packs are written from seeds of their own. */
export type Stream = 'train' | 'validation';

export type Batches = (stream: Stream, number: number) => PackedBatch;

/**
 * Batches by number: the same recipe, stream and number always give the same batch, so a resumed training goes on exactly
 * where it stopped. A training batch's number is its step; validation batches are of the last stage's kind.
 */
export function createBatches(recipe: Recipe, encode: Encode): Batches {
  const encodeGroup = createGroupEncoder(encode);
  return (stream, number) => {
    const stage = stream === 'train' ? stageAt(recipe, number) : lastStage(recipe);
    const random = createRandom(`${recipe.seed}/${stream}/${String(number)}`);
    const groups = Array.from({ length: stage.groupsPerBatch }, () =>
      encodeGroup(drawGroup(stage.task, random)),
    );
    return packGroups(groups, stage.packing, (bound) => random.int(bound)).batch;
  };
}
