import * as v from 'valibot';
import { DEVICES, PLACES } from '../calls/model.ts';
import { stampsSchema } from '../parity/stamp.ts';
import { MAX_UNITS, runSpecSchema } from '../runs/spec.ts';
import { usageSchema } from '../runs/usage.ts';

const shortText = v.pipe(v.string(), v.maxLength(400));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const finite = v.pipe(v.number(), v.finite());
/** Scores, labels, points and counts of one unit; no rubric comes near the bounds. */
const unitValue = v.pipe(v.number(), v.minValue(-1000), v.maxValue(1000));

/** What a model ran on. */
export const executionSchema = v.strictObject({
  device: v.picklist(PLACES),
  /** Adapter of a WebGPU run, or the thread count of a wasm run, in words. */
  hardware: shortText,
  runtime: shortText,
});
export type Execution = v.InferOutput<typeof executionSchema>;

/** A replay of part of a run with the memo table off, on a device named here. */
export const paritySchema = v.strictObject({
  device: v.picklist(DEVICES),
  hardware: shortText,
  units: count,
  calls: count,
  choices: count,
  flips: count,
  texts: count,
  textsChanged: count,
  maxAbsDeltaLogprob: v.nullable(finite),
  incomparable: count,
  checkedAt: v.pipe(v.string(), v.isoTimestamp()),
});
export type Parity = v.InferOutput<typeof paritySchema>;

/** Where a run's numbers come from. */
export const provenanceSchema = v.strictObject({
  appVersion: shortText,
  finishedAt: v.pipe(v.string(), v.isoTimestamp()),
  activeMs: count,
  callsMade: count,
  callsRemembered: count,
  student: executionSchema,
  judge: executionSchema,
  /** Left out by results of before there were stamps. */
  stamps: v.optional(stampsSchema),
  /** Left out by results of before tokens were counted, and where a reply was no longer there to count. */
  usage: v.optional(usageSchema),
  /** The last replay on each device; a run has two at most. */
  parity: v.pipe(
    v.array(paritySchema),
    v.maxLength(2),
    v.check(
      (checks) => new Set(checks.map(({ device }) => device)).size === checks.length,
      'names a device twice',
    ),
  ),
});
export type Provenance = v.InferOutput<typeof provenanceSchema>;

/**
 * A finished run as it travels: in a link, as a file, or shipped with the site.
 *
 * Values stand by column, one entry a unit, in the order of `plan(spec)`. Which items these are, and
 * which share a document, is not carried: the pack says so, and the spec names it by hash. Texts
 * do not travel either; playing the spec brings them back.
 */
export const resultBundleSchema = v.pipe(
  v.strictObject({
    format: v.literal('benchside-result'),
    formatVersion: v.literal(1),
    spec: runSpecSchema,
    provenance: provenanceSchema,
    units: v.pipe(count, v.minValue(1), v.maxValue(MAX_UNITS)),
    values: v.pipe(
      v.record(v.pipe(v.string(), v.regex(/^[\w:.-]{1,64}$/)), v.array(v.nullable(unitValue))),
      v.check((columns) => Object.keys(columns).length <= 64, 'has more than 64 columns'),
    ),
  }),
  v.check(
    ({ units, values }) => Object.values(values).every((column) => column.length === units),
    'has a column of values whose length is not the number of units',
  ),
);
export type ResultBundle = v.InferOutput<typeof resultBundleSchema>;

/** Digits after the point that a value keeps when it travels, and one that is close to 0 or to 1. */
const SHARED_DIGITS = 4;
const DIGITS_AT_AN_END = 7;

type Values = Readonly<Record<string, number | null>>;

/**
 * Three digits of the distance to 0 or to 1, whichever is nearer: the probabilities of a sure model crowd there, and figures that
 * rank them, such as AUROC, would otherwise meet ties that are none.
 */
function digitsOf(value: number): number {
  const fromEnd = Math.min(Math.abs(value), Math.abs(1 - value));
  const digits = fromEnd === 0 ? 0 : 2 - Math.floor(Math.log10(fromEnd));
  return Math.min(DIGITS_AT_AN_END, Math.max(SHARED_DIGITS, digits));
}

function rounded(value: number | null | undefined): number | null {
  // A minus before nothing would not come back from JSON.
  return value === null || value === undefined ? null : Number(value.toFixed(digitsOf(value))) + 0;
}

/** Turns the values of units into columns, rounded to four digits after the point, near 0 and 1 to as many as seven. */
export function toColumns(rows: readonly Values[]): Record<string, (number | null)[]> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].sort();
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => rounded(row[name]))]));
}

/** Turns columns back into the values of each unit. */
export function fromColumns(bundle: Pick<ResultBundle, 'units' | 'values'>): Values[] {
  const columns = Object.entries(bundle.values);
  return Array.from({ length: bundle.units }, (_, index) =>
    Object.fromEntries(columns.map(([name, column]) => [name, column[index] ?? null])),
  );
}
