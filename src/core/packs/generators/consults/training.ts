import { rubricPrompt } from '../../../protocols/weightedRubric/prompt.ts';
import { THEMES } from '../../themes.ts';
import { actClass } from '../../../models/zoo/conceptHead.ts';
import type { QuestionGroup } from '../../../models/zoo/questionGroup.ts';
import type { Random } from '../../../random.ts';
import {
  actRules,
  conflict,
  CRITERION_TYPES,
  doesAct,
  isCriterionType,
  sameAct,
  sameContentActs,
  sameTypeActs,
  type Act,
} from './acts.ts';
import { drawCase, idealActs, MOST_ACTS, writeMessage, type ConsultCase } from './consultCase.ts';
import { MESSAGE_OPENING } from './messageFrames.ts';
import { drawCriteria, drawFlawedActs, drawGoodActs, drawMixture } from './rubric.ts';
import { writeCriterion, writePlainAnswer, writeSentences } from './writeAnswer.ts';

/** One message of the training split to a student, with the ideal answer. */
export function drawTraining(random: Random): QuestionGroup {
  const drawn = drawCase('train', random.pick(THEMES), random);
  const message = writeMessage(drawn, 'train', random);
  return {
    prefix: MESSAGE_OPENING,
    questions: [
      {
        suffix: message.slice(MESSAGE_OPENING.length),
        reply: writePlainAnswer(idealActs(drawn)),
      },
    ],
  };
}

/** What a student that lost the thread may say. Nothing of it is an act. */
export const OFF_TOPIC = [
  'The weather is fine today.',
  'I like to read books.',
  'The train leaves at noon.',
  'My garden is full of roses.',
];

interface DrawnAnswer {
  /** One a sentence. */
  readonly acts: readonly Act[];
  readonly sentences: readonly string[];
  readonly text: string;
}

function drawAnswer(
  drawn: ConsultCase,
  own: readonly { act: Act; points: number }[],
  most: number,
  random: Random,
): DrawnAnswer {
  const draw = random.next();
  if (draw < 0.02) return { acts: [], sentences: [], text: '' };
  if (draw < 0.04) return { acts: [], sentences: [], text: random.pick(OFF_TOPIC) };
  const acts = (
    draw < 0.25
      ? drawGoodActs(drawn, random)
      : draw < 0.55
        ? drawFlawedActs(own, random)
        : drawMixture(1 + random.int(MOST_ACTS), random)
  ).slice(0, most);
  // A small student says some things twice.
  const repeated = random.chance(0.05) ? [...acts, ...acts.slice(-1)] : acts;
  const sentences = writeSentences(repeated, 'train', random);
  return { acts: repeated, sentences, text: sentences.join(' ') };
}

function isAsked({ type }: Act): boolean {
  return isCriterionType(type);
}

/** An act that the answer does not do but that is easily taken for one that it does. */
function nearMiss(acts: readonly Act[], random: Random): Act | null {
  if (acts.length === 0) return null;
  const act = random.pick(acts);
  const others = random.chance(0.5) ? sameContentActs(act) : sameTypeActs(act);
  const opposites = others.filter((other) => conflict(act, other) && other.type !== act.type);
  const from = opposites.length > 0 && random.chance(0.6) ? opposites : others;
  return from.length === 0 ? null : random.pick(from);
}

function drawUnmet(
  acts: readonly Act[],
  own: readonly Act[],
  count: number,
  random: Random,
): Act[] {
  const unmet: Act[] = [];
  for (let tries = 0; unmet.length < count && tries < 200; tries += 1) {
    const draw = random.next();
    const type = random.pick(CRITERION_TYPES);
    const candidate =
      draw < 0.3
        ? random.pick(own)
        : draw < 0.9
          ? nearMiss(acts, random)
          : { type, content: random.pick(actRules[type].pool) };
    if (candidate === null || !isAsked(candidate)) continue;
    if (!doesAct(acts, candidate) && !doesAct(unmet, candidate)) unmet.push(candidate);
  }
  return unmet;
}

/**
 * Numbers of the sentences that a criterion is to be told by: those that do the act, or else those that are like it in
 * content or in type.
 */
function sentencesAbout(wanted: Act, acts: readonly Act[]): number[] {
  const numbersOf = (isLike: (act: Act) => boolean) =>
    acts.flatMap((act, index) => (isLike(act) ? [index + 1] : []));
  const doing = numbersOf((act) => sameAct(act, wanted));
  if (doing.length > 0) return doing;
  const alike = numbersOf((act) => act.content === wanted.content && act.content !== '');
  return alike.length > 0 ? alike : numbersOf((act) => act.type === wanted.type);
}

const LEAST_PAIRS = 3;
const MOST_PAIRS = 6;

/**
 * An answer to a training message with criteria for the judge: as many met as not, two wordings of a met one where the
 * answer is short. `mostActs` cuts answers short, for a curriculum that begins with few sentences.
 */
export function drawJudgeTraining(random: Random, mostActs = MOST_ACTS): QuestionGroup {
  const drawn = drawCase('train', random.pick(THEMES), random);
  const message = writeMessage(drawn, 'train', random);
  const criteria = drawCriteria(drawn, random);
  const answer = drawAnswer(drawn, criteria, mostActs, random);
  const met = random.shuffle([...new Set(answer.acts.filter(isAsked))]).slice(0, MOST_PAIRS);
  const pairs = Math.max(LEAST_PAIRS, met.length);
  const yes =
    met.length === 0
      ? []
      : Array.from({ length: pairs }, (_, index) => met[index] ?? random.pick(met));
  const own = criteria.map(({ act }) => act);
  const no = drawUnmet(answer.acts, own, pairs, random);
  const questions = random.shuffle([
    ...yes.map((act) => ({ act, reply: 'yes' })),
    ...no.map((act) => ({ act, reply: 'no' })),
  ]);
  const messages = [{ role: 'user', content: message } as const];
  return {
    prefix: rubricPrompt(messages, answer.text, '').prefix,
    sentences: answer.sentences,
    sentenceClasses: answer.acts.map(actClass),
    questions: questions.map(({ act, reply }) => ({
      conceptClass: actClass(act),
      restsOn: [sentencesAbout(act, answer.acts)],
      suffix: rubricPrompt(messages, answer.text, writeCriterion(act, 'train', random)).suffix,
      reply,
    })),
  };
}
