import { choose } from '../../calls/build.ts';
import type { ChooseReply } from '../../calls/call.ts';
import { answerLetter, type PreferenceItem } from '../../packs/preferences.ts';
import type { ItemScore } from '../itemScore.ts';
import { ask, type Play, type Protocol, type Roles } from '../protocol.ts';
import { isUnscored, readChoice } from '../readChoice.ts';
import { RATING_LABELS, rateAnswerPrefix, rateAnswerSuffix } from './prompt.ts';
import { reciprocalRank, rewardOf, tieGaps, winnersCredit, type Rewards } from './rateAnswer.ts';
import { rateAnswersInfo } from './info.ts';

/** `A +1.25 · B unread`: the rewards under the letters of the answers. */
function sayRewards(rewards: readonly (number | null)[]): string {
  return rewards
    .map((reward, place) => {
      const said =
        reward === null ? 'unread' : `${reward < 0 ? '−' : '+'}${Math.abs(reward).toFixed(2)}`;
      return `${answerLetter(place)} ${said}`;
    })
    .join(' · ');
}

/** The values of an item of which a reply had no number: nothing is known of it. */
const UNSCORED = {
  correct: null,
  rated: null,
  approved: null,
  criteria: 0,
  unscored: 1,
  unreadable: 0,
} as const;

/** The rewards apart; null where an answer was not rated: the labels had too little of the probability. */
function apart(item: PreferenceItem, rewards: readonly (number | null)[]): Rewards | null {
  const right: number[] = [];
  const wrong: number[] = [];
  for (const [place, answer] of item.answers.entries()) {
    const reward = rewards[place] ?? null;
    if (reward === null) return null;
    (answer.right ? right : wrong).push(reward);
  }
  return { right, wrong };
}

/** Values of an item with one right answer. */
function creditValues({ task, stratum, unseenName }: PreferenceItem, rewards: Rewards | null) {
  const credit = rewards === null ? 0 : winnersCredit(rewards);
  return {
    correct: Number(credit === 1),
    [task === 'pair' ? 'pair' : 'bestOf']: credit,
    [stratum]: credit,
    unseenName: unseenName ? credit : null,
    // Of two answers it would be the pair's credit again, in other words.
    ...(task === 'best-of' && {
      reciprocalRank: rewards === null ? 0 : reciprocalRank(rewards),
    }),
  };
}

/** Values of a tied question or its reference. */
function tieValues(tie: NonNullable<PreferenceItem['tie']>, rewards: Rewards | null) {
  const gaps = rewards === null ? null : tieGaps(rewards);
  return {
    correct: Number(gaps !== null && gaps.margin > 0),
    tiePair: tie.pair,
    tied: Number(tie.part === 'tied'),
    tieMargin: gaps?.margin ?? null,
    tieSpread: gaps?.spread ?? null,
  };
}

function scoreItem(item: PreferenceItem, replies: readonly ChooseReply[]): ItemScore {
  const rewards = replies.map(rewardOf);
  if (replies.some((reply) => isUnscored(readChoice(reply)))) {
    return {
      values: UNSCORED,
      detail: { answer: sayRewards(rewards), readable: true, criteria: [], evidence: null },
    };
  }
  const rated = rewards.filter((reward) => reward !== null);
  const whole = apart(item, rewards);
  return {
    values: {
      ...(item.tie === undefined ? creditValues(item, whole) : tieValues(item.tie, whole)),
      rated: rated.length,
      approved: rated.filter((reward) => reward > 0).length,
      criteria: 0,
      unscored: 0,
      unreadable: Number(whole === null),
    },
    detail: {
      answer: sayRewards(rewards),
      readable: whole !== null,
      criteria: [],
      evidence: null,
    },
  };
}

function* play(item: PreferenceItem, roles: Roles): Play {
  const prefix = rateAnswerPrefix(item.lines, item.question);
  const replies = yield* ask(
    item.answers.map(({ text }) =>
      choose(
        roles.student,
        [{ role: 'user', content: prefix + rateAnswerSuffix(text) }],
        RATING_LABELS,
      ),
    ),
  );
  return scoreItem(item, replies);
}

/** Rating answers: does the student give right answers higher rewards than wrong ones? */
export const rateAnswers: Protocol<PreferenceItem> = { ...rateAnswersInfo, play };
