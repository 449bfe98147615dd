import type { LogprobsReply } from '../../calls/call.ts';
import type { ArithmeticItem } from '../../packs/multistepArithmetic.ts';
import type { ItemScore } from '../itemScore.ts';
import { ask, type Play, type Protocol, type Roles } from '../protocol.ts';
import { lowestPlace, pairCredit, sayReward } from '../ranking.ts';
import { parseWorked } from '../workedAnswer/parseWorked.ts';
import { workedCall } from '../workedAnswer/protocol.ts';
import { numberedSteps } from '../workedAnswer/prompt.ts';
import { wrongChain } from '../wrongChain.ts';
import { likelihoodRewardInfo } from './info.ts';
import { ownSolution, prefixRewards, rewardCall, rewardOf } from './reward.ts';

interface Rewards {
  right: number | null;
  own: number | null;
  /** After none of the wrong solution's steps, after one, and so on up to all of them. */
  wrong: readonly (number | null)[];
}

/** Beginnings of a solution, from none of its steps to all of them. */
function beginnings(steps: readonly string[]): string[] {
  return Array.from({ length: steps.length + 1 }, (_, count) =>
    numberedSteps(steps.slice(0, count)),
  );
}

function scoreRewards(
  item: ArithmeticItem,
  text: string,
  firstWrong: number | null,
  { right, own, wrong }: Rewards,
): ItemScore {
  const none = wrong[0] ?? null;
  const last = wrong.at(-1) ?? null;
  const gains = prefixRewards(wrong);
  const isRead = ![right, own, ...wrong].includes(null);
  const said = `own solution ${sayReward(own)} · right one ${sayReward(right)} · wrong one ${sayReward(last)}`;
  return {
    values: {
      pair: firstWrong === null ? null : pairCredit(right, last),
      rewardRight: right,
      rewardWrong: firstWrong === null ? null : last,
      ownReward: own,
      ownCorrect: Number(parseWorked(text).answer === item.answer),
      gain: right === null || none === null ? null : right - none,
      stepFound:
        firstWrong === null || gains === null ? null : Number(lowestPlace(gains) === firstWrong),
      criteria: 0,
      unscored: Number(!isRead),
      unreadable: 0,
    },
    detail: { answer: `${text}\n\n${said}`, readable: true, criteria: [], evidence: null },
  };
}

function* play(item: ArithmeticItem, roles: Roles): Play {
  const [{ text }] = yield* ask([workedCall(item, roles.student)]);
  const wrong = wrongChain(item);
  const solutions = [
    ownSolution(text),
    numberedSteps(item.steps),
    ...beginnings(wrong?.steps ?? []),
  ];
  const replies: readonly LogprobsReply[] = yield* ask(
    solutions.map((solution) => rewardCall(roles.student, item, solution)),
  );
  const [own = null, right = null, ...rest] = replies.map((reply, place) =>
    rewardOf(reply, solutions[place] ?? '', item.answer),
  );
  return scoreRewards(item, text, wrong?.firstWrong ?? null, { own, right, wrong: rest });
}

/** Likelihood reward: is the right answer more probable after a right solution than after a wrong one? */
export const likelihoodReward: Protocol<ArithmeticItem> = { ...likelihoodRewardInfo, play };
