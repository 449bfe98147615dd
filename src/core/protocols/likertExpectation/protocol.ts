import { choose, generate } from '../../calls/build.ts';
import type { ChooseCall, ChooseReply } from '../../calls/call.ts';
import type { ModelRef } from '../../calls/model.ts';
import type { ConsultItem } from '../../packs/consultRubrics.ts';
import type { CriterionVerdict, ItemScore } from '../itemScore.ts';
import { ask, type Play, type Protocol, type Roles } from '../protocol.ts';
import type { SplitPrompt } from '../verifyEvidence/prompt.ts';
import { PROMPT_AXES, RESPONSE_AXES, ratingName, type RatingAxis } from './axes.ts';
import {
  compareRatings,
  LIKERT,
  readRating,
  REWARD,
  scaleLabels,
  type Rating,
  type RatingScale,
} from './expectedRating.ts';
import { likertExpectationInfo } from './info.ts';
import { promptPrompt, responsePrompt, rewardPrompt } from './prompt.ts';

/** As much as the weighted rubric gives, so that both mark the same answer. */
const MAX_NEW_TOKENS = 320;

/** A rating that was asked for, with where it is kept and what a reader sees of it. */
interface Asked {
  readonly name: string;
  readonly text: string;
  readonly axis: string;
  readonly scale: RatingScale;
  readonly rating: Rating | null;
}

function rateCall(
  judge: ModelRef,
  { prefix, suffix }: SplitPrompt,
  scale: RatingScale,
): ChooseCall {
  return choose(judge, [{ role: 'user', content: prefix + suffix }], scaleLabels(scale));
}

/** `rated 3.8 of 5, give or take 0.7`: the mean with its standard deviation. */
function sayRating({ mean, variance }: Rating, { most }: RatingScale): string {
  return `rated ${mean.toFixed(1)} of ${String(most)}, give or take ${Math.sqrt(variance).toFixed(1)}`;
}

function whyUnread({ leastDigit }: RatingScale): string {
  return leastDigit > 0
    ? 'no digit of the scale has 1 % of the judge’s probability'
    : 'the digits of the scale together have less than 1 % of the judge’s probability';
}

/** A rating on the list of marks: met from the middle of the scale up. */
function asCriterion({ name, text, axis, scale, rating }: Asked): CriterionVerdict {
  const base = { id: name, text, points: 1, axis };
  if (rating === null) {
    return { ...base, verdict: 'unscored', probability: null, note: whyUnread(scale) };
  }
  return {
    ...base,
    verdict: rating.normalised >= 0.5 ? 'met' : 'not-met',
    probability: rating.normalised,
    note: sayRating(rating, scale),
  };
}

function meanRead(ratings: readonly Asked[], value: (rating: Rating) => number): number | null {
  const read = ratings.flatMap(({ rating }) => (rating === null ? [] : [value(rating)]));
  return read.length === 0 ? null : read.reduce((sum, one) => sum + one, 0) / read.length;
}

/** P(good above flawed) + P(equal) / 2; null where either could not be read. */
function orderOf(good: Rating | null, flawed: Rating | null): number | null {
  if (good === null || flawed === null) return null;
  const { above, equal } = compareRatings(good, flawed);
  return above + equal / 2;
}

function askedOf(
  of: 'prompt' | 'response',
  axes: readonly RatingAxis[],
  replies: readonly ChooseReply[],
): Asked[] {
  return axes.flatMap((axis, index) => {
    const reply = replies[index];
    if (reply === undefined) return [];
    const text = of === 'prompt' ? `The question: ${axis.title.toLowerCase()}` : axis.title;
    const rating = readRating(reply, LIKERT);
    return [{ name: ratingName(of, axis), text, axis: of, scale: LIKERT, rating }];
  });
}

function* play(item: ConsultItem, roles: Roles): Play {
  const { messages, references } = item;
  const [answer] = yield* ask([
    generate(roles.student, messages, {
      maxNewTokens: MAX_NEW_TOKENS,
      answerSpace: { kind: 'text' },
    }),
  ]);
  const { judge } = roles;
  const overall = (text: string) => rateCall(judge, rewardPrompt(messages, text), REWARD);
  const responses = yield* ask(
    RESPONSE_AXES.map((axis) =>
      rateCall(judge, responsePrompt(messages, answer.text, axis), LIKERT),
    ),
  );
  const prompts = yield* ask(
    PROMPT_AXES.map((axis) => rateCall(judge, promptPrompt(messages, axis), LIKERT)),
  );
  const [own, good, flawed] = yield* ask([
    overall(answer.text),
    overall(references.good.text),
    overall(references.flawed.text),
  ]);
  const reward = readRating(own, REWARD);
  const ofResponse = askedOf('response', RESPONSE_AXES, responses);
  const ofPrompt = askedOf('prompt', PROMPT_AXES, prompts);
  const whole = { name: 'reward', text: 'Overall quality', axis: 'response', scale: REWARD };
  const criteria = [...ofResponse, { ...whole, rating: reward }, ...ofPrompt].map(asCriterion);
  const score: ItemScore = {
    values: {
      rating: meanRead(ofResponse, ({ normalised }) => normalised),
      reward: reward?.normalised ?? null,
      referenceOrder: orderOf(readRating(good, REWARD), readRating(flawed, REWARD)),
      variance: meanRead(ofResponse, ({ variance }) => variance),
      promptRating: meanRead(ofPrompt, ({ normalised }) => normalised),
      ...Object.fromEntries(
        [...ofResponse, ...ofPrompt].map(({ name, rating }) => [name, rating?.normalised ?? null]),
      ),
      criteria: criteria.length,
      unscored: criteria.filter(({ verdict }) => verdict === 'unscored').length,
      unreadable: 0,
    },
    detail: { answer: answer.text, readable: true, criteria, evidence: null },
  };
  return score;
}

/** Ratings by expectation: how good is an open answer on nine axes, read off the digits’ likelihoods? */
export const likertExpectation: Protocol<ConsultItem> = { ...likertExpectationInfo, play };
