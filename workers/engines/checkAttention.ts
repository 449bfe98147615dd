import type { Decoder } from './decoder.ts';
import { dispose, type Past } from './past.ts';
import { failureError } from './failures.ts';
import { logprobDistance } from './logprobDistance.ts';

/** One sequence in parts: as runtimes route them, two short prompts (under 32 tokens) and a step of decoding. */
const PARTS = [30, 29, 1];
/** Nats. Rounding in 16 bits stays well below; kernels that read the wrong lanes were off by several. */
const TOLERANCE = 0.5;

/**
 * Feeds one sequence twice, whole and in parts, which run different kernels of the GPU's and must agree. Wrong kernels
 * for a model, number format or adapter give plausible numbers and no error, so they are looked for before any counts.
 *
 * @param vocabulary ids run below this; null where the model does not say.
 * @throws ModelFailureError `unsupported-operator` where they do not agree.
 */
export async function checkAttention(
  decoder: Decoder,
  vocabulary: number | null,
  contextLength: number | null,
  where: string,
): Promise<void> {
  const length = PARTS.reduce((sum, part) => sum + part, 0);
  if (contextLength !== null && contextLength < length) return;
  // Any tokens do; these wander through the vocabulary.
  const ids = Array.from({ length }, (_, at) => (at * 7919 + 13) % (vocabulary ?? 100));
  const whole = await decoder.feed(ids, null, 1);
  await dispose(whole.past);
  let past: Past | null = null;
  let rows: readonly Float32Array[] = [];
  let from = 0;
  for (const part of PARTS) {
    const step = await decoder.feed(ids.slice(from, from + part), past, 1);
    if (past !== null) await dispose(past);
    ({ past, rows } = step);
    from += part;
  }
  if (past !== null) await dispose(past);
  const difference = logprobDistance(whole.rows[0], rows[0]);
  if (difference <= TOLERANCE) return;
  throw failureError(
    'unsupported-operator',
    `${where} computes attention wrongly: the same prompt, whole and in parts, differs by ${difference.toFixed(2)} nats.`,
  );
}
