import * as v from 'valibot';
import { lineOfText, shortId, textOfLines, wholeNumber } from './fieldSchemas.ts';
import { parseJsonWith, type PackResult } from './packError.ts';
import type { PackKindInfo } from './packKind.ts';

/** Every question has as many options, so that chance is one number for the pack. */
const OPTIONS = 4;
const OPTION_LABELS = ['A', 'B', 'C', 'D'];

const choiceItemSchema = v.strictObject({
  id: shortId,
  /** Items of one cluster share a case. */
  cluster: shortId,
  stratum: shortId,
  /** What is asked, more finely than the stratum. */
  topic: shortId,
  /** What the question is about; left out where the question stands alone. */
  text: v.optional(textOfLines(8000)),
  question: textOfLines(2000),
  options: v.pipe(
    v.array(lineOfText(500)),
    v.length(OPTIONS, `must hold ${String(OPTIONS)} options`),
    v.check((options) => new Set(options).size === options.length, 'must not hold an option twice'),
  ),
  /** 0-based index of the right option. */
  answer: wholeNumber(0, OPTIONS - 1),
});

/** One question with four options, one of them right. */
export type ChoiceItem = v.InferOutput<typeof choiceItemSchema>;

/** Reads one line of items.jsonl; `line` is 1-based and only names the place of an error. */
export function parseChoiceItem(json: string, line: number): PackResult<ChoiceItem> {
  return parseJsonWith(choiceItemSchema, json, { file: 'items.jsonl', line });
}

/** Questions with four options. */
export const multipleChoiceKind: PackKindInfo<ChoiceItem> = {
  parse: parseChoiceItem,
  clusterOf: ({ cluster }) => cluster,
  stratumOf: ({ stratum }) => stratum,
  stratumWord: 'stratum',
  asks: 'Which of the four options is right?',
  view: ({ text, question, options, answer }) => ({
    title: question.length > 90 ? `${question.slice(0, 89)}…` : question,
    blocks: [
      ...(text === undefined ? [] : [{ kind: 'text', label: 'Case', text } as const]),
      { kind: 'text', label: 'Question', text: question },
      {
        kind: 'options',
        label: 'Options',
        options: options.map((option, index) => ({
          label: OPTION_LABELS[index] ?? '?',
          text: option,
        })),
        right: [answer],
      },
    ],
    gold: `${OPTION_LABELS[answer] ?? '?'} ${options[answer] ?? ''}`,
  }),
};
