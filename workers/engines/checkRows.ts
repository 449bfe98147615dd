import type { Decoder, SideBySide } from './decoder.ts';
import { logprobDistance } from './logprobDistance.ts';
import { dispose, type Past, type StackedPast } from './past.ts';
import { pickRows, stackPasts } from './stackPasts.ts';

/** Tokens of each row: one beyond a tile of the GPU's kernels (64), one far shorter, one between. */
const RAGGED = [70, 19, 41];
const EQUAL = [23, 23, 23];
/** Tokens fed to each row after that; one row leaves on the way, as in writing. */
const STEPS = 3;
const LEAVES_AFTER = 2;
const STAYING = [0, 2];

interface CheckedModel {
  /** Ids run below this; null where the model does not say. */
  readonly vocabulary: number | null;
  readonly contextLength: number | null;
  /** How far log-probabilities may lie apart, in nats. */
  readonly tolerance: number;
}

/**
 * Finds out which sequences a GPU's kernels take side by side: those of different lengths, those of one length, or none. Some
 * kernels take the first row's length for all and give plausible numbers without an error, so rows are stepped on by
 * themselves and side by side, and must agree. The decoder is told what was found.
 */
export async function checkRows(decoder: Decoder, model: CheckedModel): Promise<SideBySide> {
  const longest = Math.max(...RAGGED) + STEPS;
  let rule: SideBySide = 'alone';
  if (model.contextLength === null || model.contextLength >= longest) {
    if (decoder.mayBeRagged && (await agree(decoder, RAGGED, model))) rule = 'ragged';
    else if (await agree(decoder, EQUAL, model)) rule = 'equal';
  }
  decoder.takesBeside(rule);
  return rule;
}

async function agree(
  decoder: Decoder,
  lengths: readonly number[],
  { vocabulary, tolerance }: CheckedModel,
): Promise<boolean> {
  // Any tokens do; these wander through the vocabulary, another way in each row.
  const token = (row: number, at: number): number =>
    (at * 7919 + row * 104_729 + 13) % (vocabulary ?? 100);
  const pasts: Past[] = [];
  let stack: StackedPast | null = null;
  try {
    for (const [row, length] of lengths.entries()) {
      const ids = Array.from({ length }, (_, at) => token(row, at));
      pasts.push((await decoder.feed(ids, null, 1)).past);
    }
    stack = stackPasts(pasts, decoder.device);
    let rows = lengths.map((_, row) => row);
    for (let step = 0; step < STEPS; step++) {
      if (step === LEAVES_AFTER) {
        const fewer = pickRows(stack, STAYING, decoder.device);
        await dispose(stack);
        stack = fewer;
        rows = STAYING;
      }
      const ids = rows.map((row) => token(row, (lengths[row] ?? 0) + step));
      const together = await decoder.feedEach(ids, stack);
      await dispose(stack);
      stack = together.past;
      for (const [at, row] of rows.entries()) {
        const past = pasts[row];
        if (past === undefined) return false;
        const alone = await decoder.feed(ids.slice(at, at + 1), past, 1);
        await dispose(past);
        pasts[row] = alone.past;
        if (logprobDistance(alone.rows[0], together.rows[at]) > tolerance) return false;
      }
    }
    return true;
  } finally {
    if (stack !== null) await dispose(stack);
    for (const past of pasts) await dispose(past);
  }
}
