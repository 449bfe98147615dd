import { createRandom, type Random } from '../../random.ts';
import { createGroupEncoder, type Encode } from './encoding.ts';
import { packGroups, type EncodedGroup, type PackedBatch } from './packing.ts';
import { stageAt, type Recipe, type Stage } from './recipe.ts';
import { drawGroup, taskName, type Task } from './tasks.ts';

/** Documents come in streams that share no seed; bundled packs are written from seeds of their own. */
type Stream = 'train' | 'validation';

export interface Batches {
  /** The batch of step `step` (0-based). */
  readonly training: (step: number) => PackedBatch;
  /** Validation batch `number`, with questions of the kinds that `stage` asks. */
  readonly validation: (stage: Stage, number: number) => PackedBatch;
}

function drawTask({ mix }: Stage, random: Random): Task {
  const total = mix.reduce((sum, { weight }) => sum + weight, 0);
  let left = random.next() * total;
  for (const { task, weight } of mix) {
    left -= weight;
    if (left < 0) return task;
  }
  throw new RangeError('A stage needs at least one task of positive weight.');
}

function tokensOf({ trunk, branches }: EncodedGroup): number {
  return branches.reduce(
    (sum, { question, reply }) => sum + question.length + reply.length,
    trunk.length,
  );
}

/**
 * Batches by number: the same recipe, stream and number always give the same batch, so a resumed training goes on exactly
 * where it stopped.
 */
export function createBatches(recipe: Recipe, encode: Encode): Batches {
  const encodeGroup = createGroupEncoder(encode);
  const draw = (stage: Stage, stream: Stream, number: number): PackedBatch => {
    const random = createRandom(`${recipe.seed}/${stream}/${String(number)}`);
    const { packing } = stage;
    const groups: EncodedGroup[] = [];
    // As many documents as the rows could hold were they packed without a gap; what does not fit is dropped.
    for (let left = packing.rows * packing.length; left > 0;) {
      const task = drawTask(stage, random);
      const group = encodeGroup(taskName(task), drawGroup(task, random));
      groups.push(group);
      left -= tokensOf(group);
    }
    return packGroups(groups, packing, (bound) => random.int(bound)).batch;
  };
  return {
    training: (step) => draw(stageAt(recipe, step), 'train', step),
    validation: (stage, number) => draw(stage, 'validation', number),
  };
}
