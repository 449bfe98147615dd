import * as v from 'valibot';
import { lineOfText, shortId, textOfLines, wholeNumber } from './fieldSchemas.ts';
import { parseJsonWith, type PackResult } from './packError.ts';
import type { PackKindInfo } from './packKind.ts';

/** Past this, numbers in binary are no longer whole numbers apart. */
const LARGEST = 1e12;

const anyNumber = v.pipe(
  v.number(),
  v.finite('must be a finite number'),
  v.minValue(-LARGEST, `must be at least ${String(-LARGEST)}`),
  v.maxValue(LARGEST, `must be at most ${String(LARGEST)}`),
);

const numericItemSchema = v.pipe(
  v.strictObject({
    id: shortId,
    /** Items of one cluster share a case. */
    cluster: shortId,
    stratum: shortId,
    calculator: shortId,
    /** The inputs and the formula, in prose. */
    text: textOfLines(8000),
    question: textOfLines(2000),
    answer: anyNumber,
    /** How far from the answer still counts as right; the edge counts. */
    tolerance: v.strictObject({
      kind: v.picklist(['absolute', 'relative'], 'must be absolute or relative'),
      value: v.pipe(anyNumber, v.minValue(0, 'must not be negative')),
    }),
    /** Of the answer; empty where it has none. */
    unit: v.union([v.literal(''), lineOfText(60)]),
    /** What answers to this calculator can be, and their decimals: what a guess is drawn from. */
    range: v.strictObject({ min: anyNumber, max: anyNumber, decimals: wholeNumber(0, 6) }),
  }),
  v.forward(
    v.check(
      ({ tolerance, answer }) => tolerance.kind === 'absolute' || answer !== 0,
      'must be absolute where the answer is 0',
    ),
    ['tolerance'],
  ),
  v.forward(
    v.check(
      ({ range, answer }) => range.min <= answer && answer <= range.max,
      'must hold the answer',
    ),
    ['range'],
  ),
);

/** One question whose answer is a number. */
export type NumericItem = v.InferOutput<typeof numericItemSchema>;
/** How far an answer may be from the right one: by so much, or by that share of the right one. */
export type Tolerance = NumericItem['tolerance'];

/** Reads one line of items.jsonl; `line` is 1-based and only names the place of an error. */
export function parseNumericItem(json: string, line: number): PackResult<NumericItem> {
  return parseJsonWith(numericItemSchema, json, { file: 'items.jsonl', line });
}

/** `42 mmHg, exactly` or `22.5, within 1 %`. */
function goldInWords({ answer, unit, tolerance, range }: NumericItem): string {
  const number = answer.toFixed(range.decimals) + (unit === '' ? '' : ` ${unit}`);
  if (tolerance.value === 0) return `${number}, exactly`;
  const within =
    tolerance.kind === 'absolute'
      ? String(tolerance.value)
      : `${String(Number((tolerance.value * 100).toPrecision(3)))} %`;
  return `${number}, within ${within}`;
}

/** Questions whose answer is a number, right within a tolerance. */
export const numericAnswersKind: PackKindInfo<NumericItem> = {
  parse: parseNumericItem,
  clusterOf: ({ cluster }) => cluster,
  stratumOf: ({ stratum }) => stratum,
  stratumWord: 'stratum',
  asks: 'What number does the formula give for this patient?',
  view: (item) => ({
    title: item.question.length > 90 ? `${item.question.slice(0, 89)}…` : item.question,
    blocks: [
      { kind: 'text', label: 'Case', text: item.text },
      { kind: 'text', label: 'Question', text: item.question },
    ],
    gold: goldInWords(item),
  }),
};
