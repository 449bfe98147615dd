import { createRandom } from '../../random.ts';
import { createGroupEncoder, type Encode } from './encoding.ts';
import type { DrawGroup } from './drawGroup.ts';
import { packGroups, type PackedBatch } from './packing.ts';
import type { Recipe } from './recipe.ts';

/** Documents come in three streams that share no seed; bundled packs are written from a fourth. */
export type Stream = 'train' | 'validation';


/**
 * Batches by number: the same recipe, stream and number always give the same batch, so a resumed training goes on exactly
 * where it stopped.
 */
export function createBatches(
  recipe: Recipe,
  encode: Encode,
  drawGroup: DrawGroup,
): (stream: Stream, number: number) => PackedBatch {
  const encodeGroup = createGroupEncoder(encode);
  return (stream, number) => {
    const random = createRandom(`${recipe.seed}/${stream}/${String(number)}`);
    const groups = Array.from({ length: recipe.groupsPerBatch }, () =>
      encodeGroup(drawGroup(random, recipe.questionsPerGroup)),
    );
    return packGroups(groups, recipe.packing, (bound) => random.int(bound)).batch;
  };
}
