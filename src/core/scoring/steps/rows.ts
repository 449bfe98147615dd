import * as v from 'valibot';
import type { Parsed } from '../../share/parseBundle.ts';
import { clusterOf, readRows } from '../readRows.ts';
import {
  clusterField,
  countField,
  listOf,
  nameField,
  probabilityField,
  verdictField,
} from '../rowFields.ts';

/** What ProcessBench writes for a solution without a wrong step. */
const NO_STEP = -1;
const DEFAULT_THRESHOLD = 0.5;

const STEP_LABELS = ['Reasoning', 'Citation', 'Repetition', 'Redundancy'] as const;

const stepSchema = v.object({
  label: v.nullish(v.picklist(STEP_LABELS, `must be one of ${STEP_LABELS.join(', ')}, or null`)),
  correct: v.nullish(verdictField),
});

const rowSchema = v.pipe(
  v.object({
    cluster: clusterField,
    subset: v.nullish(nameField),
    gold: v.optional(countField(NO_STEP)),
    predicted: v.nullish(countField(NO_STEP)),
    scores: v.nullish(listOf(v.nullable(probabilityField))),
    threshold: v.optional(probabilityField, DEFAULT_THRESHOLD),
    question: v.nullish(nameField),
    answer_correct: v.optional(verdictField),
    steps: v.optional(listOf(stepSchema)),
    gold_hit: v.optional(listOf(verdictField)),
  }),
  v.check(
    ({ gold, question, steps, gold_hit: hit, answer_correct: right }) =>
      [gold, question ?? undefined, steps, hit, right].some((given) => given !== undefined),
    'has nothing to score; give gold, steps, gold_hit, answer_correct or question',
  ),
);

/** One worked solution with what was said of its steps. */
export interface SavedSolution {
  readonly cluster: string;
  readonly subset: string | null;
  /** Index of the first wrong step, −1 for none; null where the row does not say. */
  readonly gold: number | null;
  /** The same as predicted; null where it could not be read. */
  readonly predicted: number | null;
  /** Probability that each step is right; null where one is missing. */
  readonly scores: readonly number[] | null;
  readonly question: string | null;
  readonly answerCorrect: boolean | null | undefined;
  readonly steps: readonly {
    readonly label: (typeof STEP_LABELS)[number] | null;
    readonly correct: boolean | null;
  }[];
  readonly goldHit: readonly (boolean | null)[];
}

function wholeList(scores: readonly (number | null)[] | null | undefined): number[] | null {
  const known = scores?.filter((score) => score !== null);
  return known === undefined || known.length === 0 || known.length < (scores?.length ?? 0)
    ? null
    : known;
}

/** Reads solutions with predictions about their steps. */
export function readSolutions(text: string, file: string): Parsed<SavedSolution[]> {
  const rows = readRows(text, file, rowSchema);
  if (!rows.ok) return rows;
  return {
    ok: true,
    value: rows.value.map(({ row, place }) => {
      const scores = wholeList(row.scores);
      // findIndex says −1 for none, as ProcessBench does.
      const byScores = scores?.findIndex((score) => score < row.threshold) ?? null;
      return {
        cluster: clusterOf(row, place),
        subset: row.subset ?? null,
        gold: row.gold ?? null,
        // An explicit null is a prediction that could not be read: the scores must not stand in for it.
        predicted: row.predicted === undefined ? byScores : row.predicted,
        scores,
        question: row.question ?? null,
        answerCorrect: row.answer_correct,
        steps: (row.steps ?? []).map(({ label, correct }) => ({
          label: label ?? null,
          correct: correct ?? null,
        })),
        goldHit: row.gold_hit ?? [],
      };
    }),
  };
}
