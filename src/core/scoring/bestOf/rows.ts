import * as v from 'valibot';
import type { Rewards } from '../../protocols/rateAnswers/rateAnswer.ts';
import { aggregateSteps, STEP_AGGREGATIONS } from '../../stats/aggregateSteps.ts';
import { problem, type Parsed } from '../../share/parseBundle.ts';
import { clusterOf, quoted, readRows, type Placed } from '../readRows.ts';
import {
  clusterField,
  countField,
  listOf,
  nameField,
  numberField,
  probabilityField,
} from '../rowFields.ts';

/** Where a question of the ties subset belongs. */
export interface TiePlace {
  readonly pair: number;
  readonly isTied: boolean;
}

/** Several answers to one question with their rewards. */
export interface SavedChoice {
  readonly cluster: string;
  readonly subset: string | null;
  readonly tie: TiePlace | null;
  /**
   * The rewards apart, by what made one reward of an answer: the empty name where the file gives rewards, the names of the
   * aggregations where it gives steps. Null where one is missing or no number.
   */
  readonly rewards: ReadonlyMap<string, Rewards | null>;
}

const TIE_ID = /^(ref|tied):(\d{1,9})$/;

const scoresField = v.union(
  [
    listOf(v.nullable(numberField)),
    listOf(v.nullable(v.pipe(listOf(probabilityField), v.minLength(1)))),
  ],
  'must be a list of numbers, one an answer, or of lists of probabilities, one a step; null for one that is missing',
);

const rowSchema = v.pipe(
  v.object({
    id: v.nullish(nameField),
    cluster: clusterField,
    subset: v.nullish(nameField),
    scores: scoresField,
    num_correct: v.optional(countField(1), 1),
  }),
  v.forward(
    v.check(
      ({ scores, num_correct: right }) => right < scores.length,
      'must be smaller than the number of scores: the right answers come first, and at least one wrong one follows',
    ),
    ['num_correct'],
  ),
  v.forward(
    v.check(
      ({ id, subset }) => subset?.toLowerCase() !== 'ties' || TIE_ID.test(id ?? ''),
      'must be "tied:N" or "ref:N" in the subset Ties',
    ),
    ['id'],
  ),
);

type ChoiceRow = v.InferOutput<typeof rowSchema>;

function isReward(reward: number | null): reward is number {
  return reward !== null && !Number.isNaN(reward);
}

/** The rewards apart, right ones first; null where one is missing or no number. */
function apart(rewards: readonly (number | null)[], right: number): Rewards | null {
  const known = rewards.filter(isReward);
  if (known.length < rewards.length) return null;
  return { right: known.slice(0, right), wrong: known.slice(right) };
}

function hasSteps({ scores }: ChoiceRow): boolean {
  return scores.some((score) => Array.isArray(score));
}

/** `fileHasSteps` says what a row is that has nulls alone. */
function rewardsOf(row: ChoiceRow, fileHasSteps: boolean): SavedChoice['rewards'] {
  const { scores, num_correct: right } = row;
  const isEmpty = scores.every((score) => score === null);
  if (!hasSteps(row) && !(isEmpty && fileHasSteps)) {
    const plain = scores.map((score) => (typeof score === 'number' ? score : null));
    return new Map([['', apart(plain, right)]]);
  }
  return new Map(
    STEP_AGGREGATIONS.map((name) => [
      name,
      apart(
        scores.map((score) => (Array.isArray(score) ? aggregateSteps(score, name) : null)),
        right,
      ),
    ]),
  );
}

function tieOf({ id, subset }: ChoiceRow): TiePlace | null {
  if (subset?.toLowerCase() !== 'ties') return null;
  const [, part, pair] = TIE_ID.exec(id ?? '') ?? [];
  return { pair: Number(pair), isTied: part === 'tied' };
}

/** A question of the ties subset is matched to its reference by its id, so each id can be there once. */
function tieTwice(rows: readonly Placed<ChoiceRow>[], file: string): Parsed<never> | null {
  const places = new Map<string, string>();
  for (const { row, place } of rows) {
    const tie = tieOf(row);
    if (tie === null) continue;
    // As it is read: tied:7 and tied:07 are one question.
    const key = `${String(tie.isTied)} ${String(tie.pair)}`;
    const before = places.get(key);
    if (before !== undefined)
      return problem(
        'bad-field',
        `${file}, ${place}, field “id”: “${quoted(row.id ?? '')}” is already the question of ${before}. Take one of the two rows out.`,
      );
    places.set(key, place);
  }
  return null;
}

/** Reads rewards of several answers a question, the right ones first. */
export function readChoices(text: string, file: string): Parsed<SavedChoice[]> {
  const rows = readRows(text, file, rowSchema);
  if (!rows.ok) return rows;
  const twice = tieTwice(rows.value, file);
  if (twice !== null) return twice;
  const fileHasSteps = rows.value.some(({ row }) => hasSteps(row));
  return {
    ok: true,
    value: rows.value.map(({ row, place }) => ({
      cluster: clusterOf(row, place),
      subset: row.subset ?? null,
      tie: tieOf(row),
      rewards: rewardsOf(row, fileHasSteps),
    })),
  };
}
