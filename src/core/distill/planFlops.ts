import type { ModelShape } from '../models/shape.ts';
import type { Arm } from './arm.ts';
import type { DistillSettings } from './experiment.ts';
import { textFlops, totalFlops } from './flops.ts';
import { prefixLength } from './prefix.ts';

/** Tokens of a usual problem of a few steps, with the marks around it. Plans alone rest on it. */
const PROMPT_TOKENS = 60;

/**
 * What one training will cost at the most, in floating point operations: every text as long as the settings and the arm's
 * prefix allow. A cached arm writes its texts once, at its first step.
 */
export function planFlops(
  pair: { readonly student: ModelShape; readonly teacher: ModelShape },
  arm: Arm,
  { steps, problems, samples, mostTokens }: DistillSettings,
): number {
  let sum = 0;
  for (let step = 0; step < steps; step += 1) {
    const cost = textFlops({
      ...pair,
      arm,
      promptTokens: PROMPT_TOKENS,
      writtenTokens: prefixLength(arm.prefix, step, mostTokens),
      firstUse: step === 0,
    });
    sum += totalFlops(cost) * problems * samples;
  }
  return sum;
}
