import * as v from 'valibot';
import type { ModelReply } from '../calls/call.ts';

const tokens = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What a run's replies took, in tokens of the models that gave them; both roles together. */
export const usageSchema = v.strictObject({
  /** Tokens of the prompts, each call counted whole, whatever was shared between calls. */
  promptTokens: tokens,
  /** Tokens that were written. */
  newTokens: tokens,
});
export type RunUsage = v.InferOutput<typeof usageSchema>;

/**
 * Sums over the replies that a run is scored from, one each, whether a model was asked for them in this run or they were
 * remembered: what the run costs whoever plays it from nothing.
 */
export function usageOf(replies: Iterable<ModelReply>): RunUsage {
  const usage = { promptTokens: 0, newTokens: 0 };
  for (const reply of replies) {
    if ('promptTokens' in reply) usage.promptTokens += reply.promptTokens;
    if (reply.kind === 'generate') usage.newTokens += reply.newTokens;
  }
  return usage;
}
