import * as v from 'valibot';
import { lineOfText, shortId, wholeNumber } from './fieldSchemas.ts';
import { parseJsonWith, type PackResult } from './packError.ts';
import type { PackKindInfo } from './packKind.ts';

const MOST_STEPS = 40;

const stepwiseItemSchema = v.pipe(
  v.strictObject({
    id: shortId,
    cluster: shortId,
    /** The kind of the first mistake, or `none`. */
    stratum: shortId,
    problem: lineOfText(2000),
    /** The solution to be checked, without the steps' numbers. */
    steps: v.pipe(
      v.array(lineOfText(500)),
      v.minLength(1, 'must hold at least one step'),
      v.maxLength(MOST_STEPS, `must hold at most ${String(MOST_STEPS)} steps`),
    ),
    /** 1-based number of the first wrong step; null where every step is right. */
    firstWrong: v.nullable(wholeNumber(1, MOST_STEPS)),
  }),
  v.forward(
    v.check(
      ({ firstWrong, steps }) => firstWrong === null || firstWrong <= steps.length,
      'must not point past the last step',
    ),
    ['firstWrong'],
  ),
);

/** A problem with a worked solution: which of its steps is the first wrong one, if any? */
export type StepwiseItem = v.InferOutput<typeof stepwiseItemSchema>;

/** Reads one line of items.jsonl; `line` is 1-based and only names the place of an error. */
export function parseStepwiseItem(json: string, line: number): PackResult<StepwiseItem> {
  return parseJsonWith(stepwiseItemSchema, json, { file: 'items.jsonl', line });
}

const MOST_TITLE = 90;

function titleOf({ problem }: StepwiseItem): string {
  return problem.length <= MOST_TITLE ? problem : `${problem.slice(0, MOST_TITLE - 1)}…`;
}

export const stepwiseErrorsKind: PackKindInfo<StepwiseItem> = {
  parse: parseStepwiseItem,
  clusterOf: (item) => item.cluster,
  stratumOf: (item) => item.stratum,
  stratumWord: 'stratum',
  asks: 'Which step of the solution is the first wrong one, if any?',
  view: (item) => ({
    title: titleOf(item),
    blocks: [
      { kind: 'text', label: 'Problem', text: item.problem },
      {
        kind: 'sentences',
        label: 'Solution to check',
        sentences: item.steps,
        gold: item.firstWrong === null ? [] : [item.firstWrong],
        goldWord: 'first wrong',
      },
    ],
    gold:
      item.firstWrong === null
        ? 'none: every step is right'
        : `step ${String(item.firstWrong)} is the first wrong one`,
  }),
};
