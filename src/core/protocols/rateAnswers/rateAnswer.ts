import type { ChooseReply } from '../../calls/call.ts';
import { readChoice } from '../readChoice.ts';

/**
 * The reward of one answer: log p(yes) − log p(no), in nats. Null where the reply cannot be read: a number that is none, or
 * labels with less than 1 % of the probability together.
 */
export function rewardOf(reply: ChooseReply): number | null {
  if (readChoice(reply).kind !== 'read') return null;
  const [approving, refusing] = reply.logprobs;
  return approving === undefined || refusing === undefined ? null : approving - refusing;
}

/** Rewards of one item's answers. */
export interface Rewards {
  readonly right: readonly number[];
  readonly wrong: readonly number[];
}

/**
 * Credit of an item with one right answer: 1 over the number of answers that share the highest reward if the right one is
 * among them, else 0 (RewardBench 2, ratings). For a pair that is 1, one half on an exact tie, or 0.
 */
export function winnersCredit({ right, wrong }: Rewards): number {
  const highest = Math.max(...right, ...wrong);
  const winners = [...right, ...wrong].filter((reward) => reward === highest).length;
  return right.includes(highest) ? 1 / winners : 0;
}

/**
 * 1 over the place of the right answer by reward, an equal wrong one going before it (RewardMATH, which sorts ties against the
 * chosen answer). The place of the best one where several are right.
 */
export function reciprocalRank({ right, wrong }: Rewards): number {
  const best = Math.max(...right);
  return 1 / (1 + wrong.filter((reward) => reward >= best).length);
}

/** How far the lowest right answer is above the highest wrong one, and how far the right ones are apart. */
export function tieGaps({ right, wrong }: Rewards): { margin: number; spread: number } {
  const lowest = Math.min(...right);
  return { margin: gap(lowest, Math.max(...wrong)), spread: gap(Math.max(...right), lowest) };
}

/** Equal rewards are 0 apart, infinite ones too: odds of a step that is certain are. */
function gap(high: number, low: number): number {
  return high === low ? 0 : high - low;
}
