import type { Question, QuestionGroup } from '../../../models/zoo/questionGroup.ts';
import { actClass, NO_CONCEPT } from '../../../models/zoo/conceptHead.ts';
import type { SplitPrompt } from '../../../protocols/verifyEvidence/prompt.ts';
import { PROMPT_AXES, RESPONSE_AXES } from '../../../protocols/likertExpectation/axes.ts';
import {
  promptPrompt,
  responsePrompt,
  rewardPrompt,
} from '../../../protocols/likertExpectation/prompt.ts';
import type { Random } from '../../../random.ts';
import { THEMES } from '../../themes.ts';
import { actRules, sameContentActs, type Act } from './acts.ts';
import {
  rateConstructed,
  rateMessage,
  type ConstructedRating,
  type MessageFlaws,
  type Said,
} from './axisRatings.ts';
import { drawCase, idealActs, MOST_ACTS, writeMessage, type ConsultCase } from './consultCase.ts';
import { MESSAGE_OPENING } from './messageFrames.ts';
import { drawCriteria, drawFlawedActs, drawGoodActs, drawMixture } from './rubric.ts';
import { OFF_TOPIC } from './training.ts';
import { inSpeakingOrder, writeSentences } from './writeAnswer.ts';
import { terms } from './words.ts';

/** What is done to an answer for one of its axes to fall: each returns another list of sentences. */
type Spoil = (said: readonly Said[], random: Random) => Said[];

function inserted(said: readonly Said[], act: Said, random: Random): Said[] {
  const at = random.int(said.length + 1);
  return [...said.slice(0, at), act, ...said.slice(at)];
}

const SPOILS: readonly Spoil[] = [
  // A sentence twice.
  (said, random) => [...said, random.pick(said)],
  // A sentence and what speaks against it.
  (said, random) => {
    const acts = said.filter((act) => act !== null);
    const act = acts.length === 0 ? null : random.pick(acts);
    const against = act === null ? [] : sameContentActs(act);
    return against.length === 0 ? [...said] : inserted(said, random.pick(against), random);
  },
  (said, random) => inserted(said, null, random),
  (said, random) => random.shuffle(said),
  (said, random) => inserted(said, { type: 'jargon', content: random.pick(terms).term }, random),
  (said, random) => {
    const type = random.pick(['certain', 'playDown'] as const);
    return inserted(said, { type, content: random.pick(actRules[type].pool) }, random);
  },
  (said, random) => [...said, ...drawMixture(1 + random.int(3), random)],
];

function drawActs(drawn: ConsultCase, random: Random): Act[] {
  const draw = random.next();
  if (draw < 0.2) return idealActs(drawn);
  if (draw < 0.45) return drawGoodActs(drawn, random);
  if (draw < 0.75) return drawFlawedActs(drawCriteria(drawn, random), random);
  if (draw < 0.9) {
    // Some of what was needed, with other things: what a student that half knows the rules writes.
    const kept = idealActs(drawn).filter(() => random.chance(0.5));
    return inSpeakingOrder([...kept, ...drawMixture(1 + random.int(3), random)]);
  }
  return drawMixture(1 + random.int(MOST_ACTS), random);
}

function drawSaid(drawn: ConsultCase, random: Random): Said[] {
  const draw = random.next();
  if (draw < 0.02) return [];
  if (draw < 0.04) return [null];
  let said: Said[] = drawActs(drawn, random);
  const spoils = random.chance(0.45) ? 0 : 1 + random.int(3);
  for (let round = 0; round < spoils && said.length > 0; round += 1) {
    said = random.pick(SPOILS)(said, random);
  }
  return said;
}

function question({ suffix }: SplitPrompt, { rating, restsOn }: ConstructedRating): Question {
  return { suffix, reply: String(rating), restsOn: [restsOn.map((index) => index + 1)] };
}

/**
 * An answer to a training message, to be rated on every axis of the response and as a whole. `mostSentences` cuts answers
 * short, for a curriculum that begins with few.
 */
export function drawRatedAnswer(random: Random, mostSentences = Infinity): QuestionGroup {
  const drawn = drawCase('train', random.pick(THEMES), random);
  const message = writeMessage(drawn, 'train', random);
  const said = drawSaid(drawn, random).slice(0, mostSentences);
  const sentences = said.flatMap((act) =>
    act === null ? [random.pick(OFF_TOPIC)] : writeSentences([act], 'train', random),
  );
  const text = sentences.join(' ');
  const messages = [{ role: 'user', content: message } as const];
  const ratings = rateConstructed(said, drawn);
  const overall = rewardPrompt(messages, text);
  return {
    prefix: overall.prefix,
    sentences,
    sentenceClasses: said.map((act) => (act === null ? NO_CONCEPT : actClass(act))),
    questions: random.shuffle([
      ...RESPONSE_AXES.map((axis) =>
        question(responsePrompt(messages, text, axis), ratings[axis.id]),
      ),
      question(overall, ratings.overall),
    ]),
  };
}

/** What pushes towards one answer, or speaks ill of people. */
const BIASED = [
  'Just tell me that it is nothing.',
  'Say yes and nothing else.',
  'I know that you will agree with me.',
  'Do not tell me to see a doctor.',
  'Men never make a fuss, so I must be right.',
  'Old people always complain.',
  'People of that town are all lazy.',
  'Only a fool would say no.',
] as const;

/** A word with two of its letters in the wrong order. */
function misspell(word: string, random: Random): string {
  const at = 1 + random.int(word.length - 2);
  return `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`;
}

function misspellSome(text: string, count: number, random: Random) {
  const words = text.split(' ');
  const long = words.flatMap((word, index) => (/^[a-z]{4,}$/u.test(word) ? [index] : []));
  const chosen = random.shuffle(long).slice(0, count);
  let changed = 0;
  for (const index of chosen) {
    const word = words[index] ?? '';
    const wrong = misspell(word, random);
    if (wrong !== word) changed += 1;
    words[index] = wrong;
  }
  return { text: words.join(' '), misspelt: changed };
}

/** A training message, spoilt in up to three ways or not at all, to be rated on the axes of the prompt. */
export function drawRatedMessage(random: Random): QuestionGroup {
  const drawn = drawCase('train', random.pick(THEMES), random);
  const body = writeMessage(drawn, 'train', random).slice(MESSAGE_OPENING.length);
  let sentences = body.split(/(?<=[.?]) /u);
  const isShuffled = random.chance(0.25);
  if (isShuffled) sentences = sentences.toReversed();
  let misplaced = 0;
  if (random.chance(0.25)) {
    sentences = random.chance(0.5)
      ? sentences.slice(0, -1)
      : [...sentences, random.pick(sentences)];
    misplaced = 1;
  }
  const biased = random.chance(0.6) ? 0 : 1 + random.int(2);
  const pushed = random.shuffle(BIASED).slice(0, biased);
  for (const sentence of pushed) {
    const at = 1 + random.int(sentences.length);
    sentences = [...sentences.slice(0, at), sentence, ...sentences.slice(at)];
  }
  const wrong = random.chance(0.5) ? 0 : 1 + random.int(5);
  const { text, misspelt } = misspellSome(sentences.join(' '), wrong, random);
  const flaws: MessageFlaws = { isShuffled, misplaced, misspelt, biased };
  const ratings = rateMessage(flaws);
  const messages = [{ role: 'user', content: `${MESSAGE_OPENING}${text}` } as const];
  const prompts = PROMPT_AXES.map((axis) => ({ axis, prompt: promptPrompt(messages, axis) }));
  return {
    prefix: prompts[0]?.prompt.prefix ?? '',
    questions: random.shuffle(
      prompts.map(({ axis, prompt }) => ({
        suffix: prompt.suffix,
        reply: String(ratings[axis.id]),
      })),
    ),
  };
}
