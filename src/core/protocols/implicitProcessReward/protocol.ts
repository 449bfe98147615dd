import { logprobs } from '../../calls/build.ts';
import type { ArithmeticItem } from '../../packs/multistepArithmetic.ts';
import type { CriterionVerdict, ItemScore } from '../itemScore.ts';
import { ask, type Play, type Protocol, type Roles } from '../protocol.ts';
import { lowestPlace, pairCredit, sayReward } from '../ranking.ts';
import { numberedSteps, workedAnswerPrompt } from '../workedAnswer/prompt.ts';
import { wrongChain, type WrongChain } from '../wrongChain.ts';
import { implicitProcessRewardInfo } from './info.ts';
import { stepRewards, type StepRewards } from './stepRewards.ts';

/** A solution in the pieces that are rewarded: its steps, then the line of the answer. */
function piecesOf(steps: readonly string[], answer: number): string[] {
  const lines = numberedSteps(steps)
    .split('\n')
    .filter(Boolean)
    .map((line) => `${line}\n`);
  return [...lines, `Answer ${String(answer)}`];
}

interface Rewards {
  sum: number;
  /** Of the steps; the line of the answer is none. */
  steps: readonly number[];
}

/** Rewards are multiples of this: float32 log-probabilities of a step's tokens differ by less from batch to batch. */
const STEPS_PER_UNIT = 1e5;

/** The right and the wrong solution share their first steps; noise must not say which of two equal rewards is higher. */
function withoutNoise(reward: number): number {
  return Math.round(reward * STEPS_PER_UNIT) / STEPS_PER_UNIT;
}

function rewardsOf(read: StepRewards): Rewards | null {
  if (read.kind === 'unscored') return null;
  return {
    sum: withoutNoise(read.rewards.reduce((sum, reward) => sum + reward, 0)),
    steps: read.rewards.slice(0, -1).map(withoutNoise),
  };
}

/** What a reader sees of one solution: unscored with the reason, or its rewards. */
function verdictOf(
  id: string,
  text: string,
  read: StepRewards,
  isRight: boolean,
): CriterionVerdict {
  const base = { id, text, points: 1, axis: null, probability: null };
  if (read.kind === 'unscored') return { ...base, verdict: 'unscored', note: read.reason };
  const said = read.rewards.map((reward) => sayReward(reward)).join(' ');
  return { ...base, verdict: isRight ? 'met' : 'not-met', note: `rewards ${said}` };
}

function scoreItem(wrong: WrongChain, readRight: StepRewards, readWrong: StepRewards): ItemScore {
  const right = rewardsOf(readRight);
  const bad = rewardsOf(readWrong);
  const isRead = right !== null && bad !== null;
  const lowestRight = isRead ? Math.min(...right.steps) : null;
  const lowestWrong = isRead ? Math.min(...bad.steps) : null;
  const pair = isRead ? pairCredit(right.sum, bad.sum) : null;
  const criteria = [
    verdictOf('right', 'The right solution has the higher reward', readRight, pair === 1),
    verdictOf('wrong', 'The wrong solution has the lower reward', readWrong, pair === 1),
  ];
  return {
    values: {
      pair,
      pairLowest: isRead ? pairCredit(lowestRight, lowestWrong) : null,
      sumRight: isRead ? right.sum : null,
      sumWrong: isRead ? bad.sum : null,
      lowestRight,
      lowestWrong,
      stepFound: isRead ? Number(lowestPlace(bad.steps) === wrong.firstWrong) : null,
      criteria: criteria.length,
      unscored: criteria.filter(({ verdict }) => verdict === 'unscored').length,
      unreadable: 0,
    },
    detail: {
      answer: `The wrong solution shown, its step ${String(wrong.firstWrong)} being the wrong one:\n${numberedSteps(wrong.steps)}Answer ${String(wrong.answer)}`,
      readable: true,
      criteria,
      evidence: null,
    },
  };
}

/** An item that no wrong solution could be made of measures nothing. */
const NOTHING: ItemScore = {
  values: { pair: null, criteria: 0, unscored: 0, unreadable: 0 },
  detail: { answer: '', readable: true, criteria: [], evidence: null },
};

function* play(item: ArithmeticItem, roles: Roles): Play {
  const wrong = wrongChain(item);
  if (wrong === null) return NOTHING;
  const { prefix, suffix } = workedAnswerPrompt(item.lines);
  const messages = [{ role: 'user', content: prefix + suffix }] as const;
  const rightPieces = piecesOf(item.steps, item.answer);
  const wrongPieces = piecesOf(wrong.steps, wrong.answer);
  const right = rightPieces.join('');
  const bad = wrongPieces.join('');
  const [tunedRight, tunedWrong, referenceRight, referenceWrong] = yield* ask([
    logprobs(roles.student, messages, right),
    logprobs(roles.student, messages, bad),
    logprobs(roles.judge, messages, right),
    logprobs(roles.judge, messages, bad),
  ]);
  return scoreItem(
    wrong,
    stepRewards(tunedRight, referenceRight, rightPieces),
    stepRewards(tunedWrong, referenceWrong, wrongPieces),
  );
}

/** Implicit process reward: does the ratio of a tuned to a reference model tell right steps from wrong ones? */
export const implicitProcessReward: Protocol<ArithmeticItem> = {
  ...implicitProcessRewardInfo,
  play,
};
