import * as v from 'valibot';
import { problem, type Parsed } from '../../share/parseBundle.ts';
import { refuseEchoes } from '../numberNames.ts';
import { clusterOf, quoted, readRows, type Placed } from '../readRows.ts';
import { clusterField, nameField, numberField } from '../rowFields.ts';

/** Most readers of a file: each is held against each other. */
const MAX_READERS = 20;
/** What numbers call the reference marks. */
export const REFERENCE = 'reference';

/**
 * Marks by reader. Read entry by entry, so that a reader called `__proto__` or `constructor` is one like any other, and the
 * sentence of an error names him.
 */
const ratingsField = v.pipe(
  v.custom<Readonly<Record<string, unknown>>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'must be an object that gives each reader’s mark, {"reader": 3}',
  ),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const marks = new Map<string, number | null>();
    for (const [reader, mark] of Object.entries(dataset.value)) {
      const name = v.safeParse(nameField, reader, { abortEarly: true });
      const read = v.safeParse(v.nullable(numberField), mark, { abortEarly: true });
      if (!name.success) {
        addIssue({ message: `a reader’s name ${name.issues[0].message}` });
        return NEVER;
      }
      if (!read.success) {
        addIssue({ message: `the mark of “${quoted(reader)}” ${read.issues[0].message}` });
        return NEVER;
      }
      marks.set(reader, read.output);
    }
    return marks;
  }),
);

const scaleField = v.pipe(
  v.strictTuple([numberField, numberField], 'must be the lowest and the highest mark'),
  v.check(([lowest, highest]) => lowest < highest, 'must be the lowest and then the highest mark'),
);

const rowSchema = v.object({
  cluster: clusterField,
  ratings: ratingsField,
  reference: v.nullish(numberField),
  scale: v.optional(scaleField),
});

type RatingRow = v.InferOutput<typeof rowSchema>;

/** What readers gave one thing. */
export interface SavedRatings {
  readonly cluster: string;
  /** Of each reader of the file, in their order, and then the reference where the file has one; null for a missing mark. */
  readonly marks: readonly (number | null)[];
}

/** A file of marks. */
export interface RatedItems {
  readonly rows: readonly SavedRatings[];
  /** In alphabetical order of code units. */
  readonly readers: readonly string[];
  readonly hasReference: boolean;
  /** What the rows say the scale is, else the lowest and highest mark; null without marks. */
  readonly scale: { readonly lowest: number; readonly highest: number } | null;
  readonly isScaleGiven: boolean;
}

/** Every mark of a row, with what a sentence calls it. */
function* marksOf({ ratings, reference }: RatingRow): Generator<[string, number]> {
  for (const [name, mark] of ratings) if (mark !== null) yield [name, mark];
  if (reference != null) yield [REFERENCE, reference];
}

/** The scale that rows give, which must be one; where none does, null. */
function givenScale(rows: readonly Placed<RatingRow>[], file: string) {
  let given: RatingRow['scale'];
  for (const { row, place } of rows) {
    const { scale } = row;
    if (scale === undefined) continue;
    if (given !== undefined && (given[0] !== scale[0] || given[1] !== scale[1]))
      return problem(
        'bad-field',
        `${file}, ${place}, field “scale”: is another than in the rows before. Give marks of different scales files of their own.`,
      );
    given = scale;
  }
  return { ok: true as const, value: given ?? null };
}

/** The first mark that is off the scale, as a sentence. */
function offScale(
  rows: readonly Placed<RatingRow>[],
  [lowest, highest]: readonly [number, number],
  file: string,
): Parsed<never> | null {
  for (const { row, place } of rows)
    for (const [name, mark] of marksOf(row))
      if (mark < lowest || mark > highest)
        return problem(
          'bad-field',
          `${file}, ${place}: the mark of “${quoted(name)}”, ${String(mark)}, is off the scale from ${String(lowest)} to ${String(highest)}. Mend the mark or the scale.`,
        );
  return null;
}

function wrongReaders(readers: ReadonlySet<string>, file: string, hasReference: boolean) {
  if (readers.size > MAX_READERS)
    return problem(
      'too-large',
      `${file} has more than ${String(MAX_READERS)} readers. Give some of them a file of their own.`,
    );
  if (hasReference && readers.has(REFERENCE))
    return problem(
      'bad-field',
      `${file}: a reader is called “${REFERENCE}”, as the reference marks are. Give the reader another name.`,
    );
  const echo = refuseEchoes(readers, file, 'reader');
  if (echo !== null) return echo;
  // Two pairs can spell alike: “a vs b” with “c”, and “a” with “b vs c”.
  const odd = [...readers].find((reader) => reader.includes(' vs '));
  return odd === undefined
    ? null
    : problem(
        'bad-field',
        `${file}: the reader “${quoted(odd)}” has “ vs ” in its name, which parts the names of two readers. Give it another name.`,
      );
}

function observedScale(rows: readonly Placed<RatingRow>[]) {
  let lowest = Infinity;
  let highest = -Infinity;
  for (const { row } of rows)
    for (const [, mark] of marksOf(row)) {
      lowest = Math.min(lowest, mark);
      highest = Math.max(highest, mark);
    }
  return lowest > highest ? null : { lowest, highest };
}

/** Reads the marks that several readers gave the same things. */
export function readRatings(text: string, file: string): Parsed<RatedItems> {
  const rows = readRows(text, file, rowSchema);
  if (!rows.ok) return rows;
  const hasReference = rows.value.some(({ row }) => row.reference !== undefined);
  const names = new Set(rows.value.flatMap(({ row }) => [...row.ratings.keys()]));
  const wrong = wrongReaders(names, file, hasReference);
  if (wrong !== null) return wrong;
  const given = givenScale(rows.value, file);
  if (!given.ok) return given;
  const off = given.value === null ? null : offScale(rows.value, given.value, file);
  if (off !== null) return off;
  const readers = [...names].sort();
  return {
    ok: true,
    value: {
      rows: rows.value.map(({ row, place }) => ({
        cluster: clusterOf(row, place),
        marks: [
          ...readers.map((reader) => row.ratings.get(reader) ?? null),
          ...(hasReference ? [row.reference ?? null] : []),
        ],
      })),
      readers,
      hasReference,
      scale:
        given.value === null
          ? observedScale(rows.value)
          : { lowest: given.value[0], highest: given.value[1] },
      isScaleGiven: given.value !== null,
    },
  };
}
