import { choose, generate } from '../../calls/build.ts';
import type { ModelRef } from '../../calls/model.ts';
import type { ChoiceItem } from '../../packs/multipleChoice.ts';
import type { EligibilityItem } from '../../packs/trialEligibility.ts';
import { eligibilityPrompt } from '../eligibility/prompt.ts';
import { CHOICE_LABELS, choicePrompt } from '../multipleChoice/prompt.ts';
import { ask, type Play, type Protocol } from '../protocol.ts';
import { isUnscored, readChoice, type Choice } from '../readChoice.ts';
import { choiceConfidenceInfo, eligibilityConfidenceInfo } from './info.ts';
import { parseConfidence } from './parseConfidence.ts';
import { confidenceMessages } from './prompt.ts';

/** Room for a number, or for a short sentence with one. */
const MAX_NEW_TOKENS = 16;

/** A question whose answer is one of a few labels. */
interface Question {
  readonly text: string;
  readonly labels: readonly string[];
  /** 0-based index of the right label. */
  readonly answer: number;
  /** A label as a reader sees it. */
  say(index: number): string;
}

function* askVerbal(student: ModelRef, question: Question, label: string) {
  const [reply] = yield* ask([
    generate(student, confidenceMessages(question.text, label), {
      maxNewTokens: MAX_NEW_TOKENS,
      stop: ['\n'],
      answerSpace: { kind: 'wholeNumber', before: '', least: 0, most: 100 },
    }),
  ]);
  return parseConfidence(reply.text);
}

function sayShare(share: number | null): string {
  return share === null ? 'in words unread' : `in words ${String(Math.round(share * 100))} %`;
}

function scored(question: Question, choice: Choice, verbal: number | null) {
  const read = choice.kind === 'read' ? choice : null;
  const unscored = isUnscored(choice);
  const confidence = read === null ? null : (read.probabilities[read.index] ?? null);
  const answer =
    read === null || confidence === null
      ? ''
      : `${question.say(read.index)} · confidence ${String(Math.round(confidence * 100))} % · ${sayShare(verbal)}`;
  return {
    values: {
      correct: unscored ? null : Number(read?.index === question.answer),
      confidence,
      verbal,
      verbalRead: read === null ? null : Number(verbal !== null),
      criteria: 0,
      unscored: Number(unscored),
      unreadable: Number(read === null && !unscored),
    },
    detail: { answer, readable: read !== null || unscored, criteria: [], evidence: null },
  };
}

function* playQuestion(question: Question, student: ModelRef): Play {
  const [reply] = yield* ask([
    choose(student, [{ role: 'user', content: question.text }], question.labels),
  ]);
  const choice = readChoice(reply);
  const label = choice.kind === 'read' ? question.labels[choice.index] : undefined;
  const verbal = label === undefined ? null : yield* askVerbal(student, question, label);
  return scored(question, choice, verbal);
}

function choiceQuestion(item: ChoiceItem): Question {
  const { prefix, suffix } = choicePrompt(item);
  return {
    text: prefix + suffix,
    labels: CHOICE_LABELS,
    answer: item.answer,
    say: (index) => `${CHOICE_LABELS[index] ?? ''} ${item.options[index] ?? ''}`,
  };
}

const VERDICTS = ['yes', 'no'] as const;

function eligibilityQuestion({ sentences, criterion, label }: EligibilityItem): Question {
  const { prefix, suffix } = eligibilityPrompt(sentences, criterion);
  return {
    text: prefix + suffix,
    labels: VERDICTS,
    answer: label ? 0 : 1,
    say: (index) => VERDICTS[index] ?? '',
  };
}

/** Calibration over multiple choice: does the student know when it is right? */
export const choiceConfidence: Protocol<ChoiceItem> = {
  ...choiceConfidenceInfo,
  play: (item, { student }) => playQuestion(choiceQuestion(item), student),
};

/** Calibration over trial eligibility: does the student know when its verdict is right? */
export const eligibilityConfidence: Protocol<EligibilityItem> = {
  ...eligibilityConfidenceInfo,
  play: (item, { student }) => playQuestion(eligibilityQuestion(item), student),
};
