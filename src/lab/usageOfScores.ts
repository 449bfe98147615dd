import { usageOf, type RunUsage } from '../core/runs/usage.ts';
import type { ScoreRecord } from '../db/records.ts';
import type { Memo } from './playUnits.ts';

/** Replies that are read from the store at once. */
const AT_ONCE = 2000;

/**
 * The tokens of the replies that scores were made from, each reply once; undefined where one is no longer remembered, because
 * a sum without it would be too small and nobody could tell.
 */
export async function usageOfScores(
  memo: Pick<Memo, 'find'>,
  scores: Iterable<Pick<ScoreRecord, 'calls'>>,
): Promise<RunUsage | undefined> {
  const identities = [...new Set([...scores].flatMap(({ calls }) => calls))];
  const sum: RunUsage = { promptTokens: 0, newTokens: 0 };
  for (let at = 0; at < identities.length; at += AT_ONCE) {
    const asked = identities.slice(at, at + AT_ONCE);
    const replies = await memo.find(asked);
    if (replies.size < asked.length) return undefined;
    const part = usageOf(replies.values());
    sum.promptTokens += part.promptTokens;
    sum.newTokens += part.newTokens;
  }
  return sum;
}
