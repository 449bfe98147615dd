import { logprobs } from '../../calls/build.ts';
import { answerLetter, type PreferenceItem } from '../../packs/preferences.ts';
import type { ItemScore } from '../itemScore.ts';
import { ask, type Play, type Protocol, type Roles } from '../protocol.ts';
import { pairCredit, sayReward } from '../ranking.ts';
import { followUpLikelihoodInfo } from './info.ts';
import { FOLLOW_UPS, talkSoFar } from './prompt.ts';
import { followUpReward, meanLogprob } from './reward.ts';

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** What the rewards of one question come to, all of them known. */
function rank(item: PreferenceItem, rewards: readonly number[]): ItemScore['values'] {
  const of = (isRight: boolean) => rewards.filter((_, at) => item.answers[at]?.right === isRight);
  const right = of(true);
  const wrong = of(false);
  const pairs = mean(
    right.flatMap((one) => wrong.flatMap((other) => pairCredit(one, other) ?? [])),
  );
  const rewardRight = Math.max(...right);
  const rewardWrong = Math.max(...wrong);
  return {
    pairs,
    [item.stratum]: pairs,
    rewardRight,
    rewardWrong,
    bestFirst: Number(rewardRight > rewardWrong),
    content: mean(rewards.map((reward) => Number(reward > 0))),
  };
}

/** The runtime gave no number for an answer: nothing is known of the question. */
const NOTHING: ItemScore['values'] = {
  pairs: null,
  rewardRight: null,
  rewardWrong: null,
  bestFirst: null,
  content: null,
};

function scoreItem(item: PreferenceItem, rewards: readonly (number | null)[]): ItemScore {
  const read = rewards.filter((reward) => reward !== null);
  const isRead = read.length === rewards.length;
  return {
    values: {
      ...(isRead ? rank(item, read) : NOTHING),
      criteria: 0,
      unscored: Number(!isRead),
      unreadable: 0,
    },
    detail: {
      answer: rewards
        .map((reward, place) => `${answerLetter(place)} ${sayReward(reward)}`)
        .join(' · '),
      readable: true,
      criteria: [],
      evidence: null,
    },
  };
}

function* play(item: PreferenceItem, roles: Roles): Play {
  const replies = yield* ask(
    item.answers.flatMap(({ text }) => {
      const talk = talkSoFar(item.lines, item.question, text);
      return FOLLOW_UPS.map((followUp) =>
        logprobs(roles.student, [{ role: 'user', content: talk }], ` ${followUp.text}`),
      );
    }),
  );
  const rewards = item.answers.map((_, answer) =>
    followUpReward(
      FOLLOW_UPS.map(({ sign }, place) => {
        const reply = replies[answer * FOLLOW_UPS.length + place];
        return { sign, meanLogprob: reply === undefined ? null : meanLogprob(reply) };
      }),
    ),
  );
  return scoreItem(item, rewards);
}

/** Follow-up likelihood: does the student expect content after right answers and complaint after wrong ones? */
export const followUpLikelihood: Protocol<PreferenceItem> = { ...followUpLikelihoodInfo, play };
