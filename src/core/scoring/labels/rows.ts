import * as v from 'valibot';
import { matchSpans, type MatchCounts } from '../../protocols/entitySpans/matchSpans.ts';
import type { Parsed } from '../../share/parseBundle.ts';
import { clusterOf, readRows } from '../readRows.ts';
import { clusterField, countField, nameField, setOf } from '../rowFields.ts';

const MAX_SPANS = 2000;

const spanSchema = v.pipe(
  v.object({ start: countField(0), end: countField(1), type: nameField }),
  v.forward(
    v.check(({ start, end }) => start < end, 'must lie behind start'),
    ['end'],
  ),
);
const spansField = v.pipe(
  v.array(spanSchema, 'must be a list'),
  v.maxLength(MAX_SPANS, `must hold at most ${String(MAX_SPANS)} spans`),
);

const rowSchema = v.pipe(
  v.object({
    cluster: clusterField,
    gold: v.optional(setOf(nameField)),
    predicted: v.nullish(setOf(nameField)),
    annotators: v.optional(
      v.strictTuple(
        [v.nullable(nameField), v.nullable(nameField)],
        'must be the labels of two annotators and no more; for more use the protocol ratings, or a file for each two',
      ),
    ),
    gold_spans: v.optional(spansField),
    predicted_spans: v.nullish(spansField),
  }),
  v.check(
    ({ gold, annotators, gold_spans: spans }) =>
      [gold, annotators, spans].some((given) => given !== undefined),
    'has nothing to score; give gold, annotators or gold_spans',
  ),
);

type Spans = v.InferOutput<typeof spansField>;

/** Spans against the gold ones under both rules. */
interface SpanMarks {
  readonly strict: MatchCounts;
  readonly type: MatchCounts;
}

/** Labels of one thing. `undefined` where the row is not about it, null where it could not be read. */
export interface SavedLabels {
  readonly cluster: string;
  readonly labels: { gold: ReadonlySet<string>; predicted: ReadonlySet<string> } | null | undefined;
  readonly annotators: readonly [string, string] | null | undefined;
  readonly spans: SpanMarks | null | undefined;
}

function markSpans(gold: Spans, said: Spans): SpanMarks {
  return { strict: matchSpans(gold, said, 'strict'), type: matchSpans(gold, said, 'type') };
}

function bothOf(pair: readonly [string | null, string | null]): readonly [string, string] | null {
  const [one, two] = pair;
  return one === null || two === null ? null : [one, two];
}

/** Reads labels: sets against gold sets, those of two annotators, or typed spans. */
export function readLabels(text: string, file: string): Parsed<SavedLabels[]> {
  const rows = readRows(text, file, rowSchema);
  if (!rows.ok) return rows;
  return {
    ok: true,
    value: rows.value.map(({ row, place }) => {
      const { gold, predicted, annotators, gold_spans: spans, predicted_spans: said } = row;
      return {
        cluster: clusterOf(row, place),
        labels:
          gold === undefined || predicted == null
            ? gold && null
            : { gold: new Set(gold), predicted: new Set(predicted) },
        annotators: annotators && bothOf(annotators),
        spans: spans === undefined || said == null ? spans && null : markSpans(spans, said),
      };
    }),
  };
}
