import * as v from 'valibot';
import { lineOfText, shortId, wholeNumber } from './fieldSchemas.ts';
import { parseJsonWith, type PackResult } from './packError.ts';
import type { PackKindInfo } from './packKind.ts';

const MOST_STEPS = 40;
const LARGEST = 1_000_000;

/** A written step: two whole numbers, a sign and the result. */
const STEP = /^(\d{1,7}) ([-+x/]) (\d{1,7}) = (\d{1,7})$/;

/** The numbers of a written step. */
export interface WrittenStep {
  left: number;
  sign: string;
  right: number;
  result: number;
}

/** Reads `37 + 48 = 85`; null when the line is anything else. It does not check the sum. */
export function readStep(line: string): WrittenStep | null {
  const [, left, sign, right, result] = STEP.exec(line) ?? [];
  if (left === undefined || sign === undefined || right === undefined || result === undefined)
    return null;
  return { left: Number(left), sign, right: Number(right), result: Number(result) };
}

function isRight({ left, sign, right, result }: WrittenStep): boolean {
  switch (sign) {
    case '+':
      return left + right === result;
    case '-':
      return left - right === result;
    case 'x':
      return left * right === result;
    default:
      return right * result === left;
  }
}

/** Whether every step is right, begins with the result before it, and the last one ends in the answer. */
function leadsTo(steps: readonly string[], answer: number): boolean {
  let value: number | null = null;
  for (const line of steps) {
    const step = readStep(line);
    if (step === null || !isRight(step) || (value !== null && step.left !== value)) return false;
    value = step.result;
  }
  return value === answer;
}

const arithmeticItemSchema = v.pipe(
  v.strictObject({
    id: shortId,
    cluster: shortId,
    /** The number of steps. */
    stratum: shortId,
    /** The problem in words: where to start, then one instruction a line. */
    lines: v.pipe(
      v.array(lineOfText(80)),
      v.minLength(2, 'must hold a start and at least one instruction'),
      v.maxLength(MOST_STEPS + 1, `must hold at most ${String(MOST_STEPS + 1)} lines`),
    ),
    /** The worked solution, `37 + 48 = 85` a line. */
    steps: v.pipe(
      v.array(v.pipe(v.string(), v.regex(STEP, 'must look like 37 + 48 = 85'))),
      v.minLength(1, 'must hold at least one step'),
      v.maxLength(MOST_STEPS, `must hold at most ${String(MOST_STEPS)} steps`),
    ),
    answer: wholeNumber(0, LARGEST),
  }),
  v.forward(
    v.check(
      ({ lines, steps }) => lines.length === steps.length + 1,
      'must hold one step for each line after the first',
    ),
    ['steps'],
  ),
  v.forward(
    v.check(
      ({ steps, answer }) => leadsTo(steps, answer),
      'must be right, each step going on from the one before, and end in the answer',
    ),
    ['steps'],
  ),
);

/** A problem of several steps, each of which needs the result of the one before. */
export type ArithmeticItem = v.InferOutput<typeof arithmeticItemSchema>;

/** Reads one line of items.jsonl; `line` is 1-based and only names the place of an error. */
export function parseArithmeticItem(json: string, line: number): PackResult<ArithmeticItem> {
  return parseJsonWith(arithmeticItemSchema, json, { file: 'items.jsonl', line });
}

const MOST_TITLE = 90;

function titleOf({ lines }: ArithmeticItem): string {
  const whole = lines.join(', ');
  return whole.length <= MOST_TITLE ? whole : `${whole.slice(0, MOST_TITLE - 1)}…`;
}

export const multistepArithmeticKind: PackKindInfo<ArithmeticItem> = {
  parse: parseArithmeticItem,
  clusterOf: (item) => item.cluster,
  stratumOf: (item) => item.stratum,
  stratumWord: 'length',
  asks: 'Write every step of the problem, and the answer.',
  view: (item) => ({
    title: titleOf(item),
    blocks: [
      { kind: 'text', label: 'Problem', text: item.lines.join('\n') },
      { kind: 'sentences', label: 'The right steps', sentences: item.steps, gold: [] },
    ],
    gold: String(item.answer),
  }),
};
