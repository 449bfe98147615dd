import * as v from 'valibot';
import type { Parsed } from '../../share/parseBundle.ts';
import { clusterOf, readRows } from '../readRows.ts';
import { clusterField, listOf, nameField, numberField } from '../rowFields.ts';

/** Which of two answers is preferred. */
export type Preference = 'A' | 'B' | 'tie';

/** A pair of answers with what was said of them; a preference always names the answer, wherever it was shown. */
export interface SavedPair {
  readonly cluster: string;
  readonly subset: string | null;
  /** The better answer; null where nobody said. */
  readonly gold: 'A' | 'B' | null;
  /** Said with A shown first; null where it could not be read. */
  readonly verdict: Preference | null;
  /** Said with B shown first; undefined where the pair was not shown so. */
  readonly swapped: Preference | null | undefined;
}

const preferenceField = v.nullable(
  v.picklist(['A', 'B', 'tie'], 'must be "A", "B", "tie" or null'),
);

const decisionSchema = v.nullable(
  v.object({
    decision: v.nullish(v.picklist(['A>B', 'B>A', 'A=B'], 'must be "A>B", "B>A", "A=B" or null')),
  }),
);

const rowSchema = v.pipe(
  v.object({
    cluster: clusterField,
    subset: v.nullish(nameField),
    gold: v.nullish(v.picklist(['A', 'B'], 'must be "A", "B" or null')),
    verdict: v.optional(preferenceField),
    swapped: v.optional(preferenceField),
    scores: v.optional(
      v.strictTuple(
        [v.nullable(numberField), v.nullable(numberField)],
        'must be the rewards of A and of B and no more; for more answers use the protocol best_of',
      ),
    ),
    label: v.nullish(v.picklist(['A>B', 'B>A'], 'must be "A>B" or "B>A"')),
    judgments: v.optional(
      v.pipe(
        listOf(decisionSchema),
        v.minLength(1, 'must hold one or two judgments'),
        v.maxLength(2, 'must hold one or two judgments'),
      ),
    ),
    source: v.nullish(nameField),
  }),
  v.forward(
    v.check(
      ({ verdict, scores, judgments }) =>
        [verdict, scores, judgments].filter((given) => given !== undefined).length <= 1,
      'must not be given beside scores or judgments: one of the three says what is preferred',
    ),
    ['verdict'],
  ),
);

type PairRow = v.InferOutput<typeof rowSchema>;

function byScores([a, b]: readonly [number | null, number | null]): Preference | null {
  if (a === null || b === null) return null;
  if (a === b) return 'tie';
  return a > b ? 'A' : 'B';
}

const SAYS = { 'A>B': 'A', 'B>A': 'B', 'A=B': 'tie' } as const;
const TURNED = { A: 'B', B: 'A', tie: 'tie' } as const;

/** JudgeBench's judgments name places: in the second, the answers have changed them. */
function byJudgments(
  judgments: NonNullable<PairRow['judgments']>,
): Pick<SavedPair, 'verdict' | 'swapped'> {
  const [verdict = null, swapped] = judgments.map((judgment) =>
    judgment?.decision == null ? null : SAYS[judgment.decision],
  );
  return { verdict, swapped: swapped == null ? swapped : TURNED[swapped] };
}

function saidOf({
  verdict,
  swapped,
  scores,
  judgments,
}: PairRow): Pick<SavedPair, 'verdict' | 'swapped'> {
  if (judgments !== undefined) return byJudgments(judgments);
  return { verdict: scores === undefined ? (verdict ?? null) : byScores(scores), swapped };
}

/** Reads pairwise preferences: rows of our own, or JudgeBench's. */
export function readPairs(text: string, file: string): Parsed<SavedPair[]> {
  const rows = readRows(text, file, rowSchema);
  if (!rows.ok) return rows;
  return {
    ok: true,
    value: rows.value.map(({ row, place }) => ({
      cluster: clusterOf(row, place),
      subset: row.subset ?? row.source ?? null,
      gold: row.gold ?? (row.label == null ? null : SAYS[row.label]),
      ...saidOf(row),
    })),
  };
}
