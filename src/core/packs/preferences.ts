import * as v from 'valibot';
import { lineOfText, shortId, wholeNumber } from './fieldSchemas.ts';
import { SUBSETS } from './generators/preferences/family.ts';
import type { ItemView } from './itemView.ts';
import { parseJsonWith, type PackResult } from './packError.ts';
import type { PackKindInfo } from './packKind.ts';

/** How an item is scored: one right answer of two, one of four, or all right ones above all wrong ones. */
export const PREFERENCE_TASKS = ['pair', 'best-of', 'ties'] as const;

const MOST_LINES = 6;
/** As many as there are letters to name them with. */
const MOST_ANSWERS = 26;

const preferenceItemSchema = v.pipe(
  v.strictObject({
    id: shortId,
    /** A tied question and its reference are one cluster; every other item is its own. */
    cluster: shortId,
    /** The subset. */
    stratum: v.picklist(SUBSETS, `must be one of ${SUBSETS.join(', ')}`),
    task: v.picklist(PREFERENCE_TASKS, `must be one of ${PREFERENCE_TASKS.join(', ')}`),
    /** Matches a question with several right answers to the same question with one. */
    tie: v.optional(
      v.strictObject({
        pair: wholeNumber(1, 100_000),
        part: v.picklist(['ref', 'tied'], 'must be ref or tied'),
      }),
    ),
    /** Whether a name is among the words that no training text holds. */
    unseenName: v.boolean(),
    /** The note, a sentence a line; it decides which answers are right. */
    lines: v.pipe(
      v.array(lineOfText(300)),
      v.minLength(1, 'must hold at least one line'),
      v.maxLength(MOST_LINES, `must hold at most ${String(MOST_LINES)} lines`),
    ),
    question: lineOfText(300),
    answers: v.pipe(
      v.array(v.strictObject({ text: lineOfText(300), right: v.boolean() })),
      v.minLength(2, 'must hold at least two answers'),
      v.maxLength(MOST_ANSWERS, `must hold at most ${String(MOST_ANSWERS)} answers`),
      v.check(
        (answers) => new Set(answers.map(({ text }) => text)).size === answers.length,
        'must not hold an answer twice',
      ),
      v.check(
        (answers) => answers.some(({ right }) => right) && answers.some(({ right }) => !right),
        'must hold a right and a wrong answer',
      ),
    ),
  }),
  v.forward(
    v.check(
      ({ task, answers }) => task === 'ties' || answers.length === (task === 'pair' ? 2 : 4),
      'must be two for a pair, four for best-of',
    ),
    ['answers'],
  ),
  v.forward(
    v.check(({ task, tie, answers }) => {
      const right = answers.filter((answer) => answer.right).length;
      return task === 'ties' && tie?.part === 'tied' ? right >= 2 : right === 1;
    }, 'must hold one right answer, and two or more only where they are tied'),
    ['answers'],
  ),
  v.forward(
    v.check(
      ({ task, tie, stratum }) =>
        (task === 'ties') === (tie !== undefined) && (task === 'ties') === (stratum === 'ties'),
      'must be there exactly for the task ties, whose stratum is ties',
    ),
    ['tie'],
  ),
);

/** One question over a short note, with answers of which it is known which are right. */
export type PreferenceItem = v.InferOutput<typeof preferenceItemSchema>;

/** Reads one line of items.jsonl; `line` is 1-based and only names the place of an error. */
export function parsePreferenceItem(json: string, line: number): PackResult<PreferenceItem> {
  return parseJsonWith(preferenceItemSchema, json, { file: 'items.jsonl', line });
}

/** The letter under which a page shows an answer, by its place (0-based). */
export function answerLetter(place: number): string {
  return String.fromCharCode(65 + place);
}

const TITLE_LENGTH = 90;

function view({ lines, question, answers }: PreferenceItem): ItemView {
  const title =
    question.length > TITLE_LENGTH ? `${question.slice(0, TITLE_LENGTH - 1)}…` : question;
  const right = answers.filter((answer) => answer.right);
  return {
    title,
    blocks: [
      { kind: 'sentences', label: 'Note', sentences: lines, gold: [] },
      { kind: 'text', label: 'Question', text: question },
      {
        kind: 'options',
        label: 'Answers to rate',
        options: answers.map(({ text }, place) => ({ label: answerLetter(place), text })),
        right: answers.flatMap((answer, place) => (answer.right ? [place] : [])),
      },
    ],
    gold: right.map(({ text }) => text).join(' · '),
  };
}

export const preferencesKind: PackKindInfo<PreferenceItem> = {
  parse: parsePreferenceItem,
  clusterOf: ({ cluster }) => cluster,
  stratumOf: ({ stratum }) => stratum,
  stratumWord: 'subset',
  asks: 'Is this answer right? Each answer to a question is rated alone.',
  view,
};
