import * as v from 'valibot';
import type { Parsed } from '../../share/parseBundle.ts';
import { clusterOf, readRows } from '../readRows.ts';
import { clusterField, countField, listOf, nameField, verdictField } from '../rowFields.ts';

/** Most answers to one question: more than any published evaluation draws. */
const MAX_SAMPLES = 10_000;

const sampleCount = (least: number) =>
  v.pipe(countField(least), v.maxValue(MAX_SAMPLES, `must be at most ${String(MAX_SAMPLES)}`));

const rowSchema = v.pipe(
  v.object({
    id: v.nullish(nameField),
    cluster: clusterField,
    n: v.optional(sampleCount(1)),
    c: v.optional(sampleCount(0)),
    correct: v.optional(v.pipe(listOf(verdictField), v.minLength(1, 'must not be empty'))),
  }),
  v.check(
    ({ n, c, correct }) => (correct === undefined) === (n !== undefined && c !== undefined),
    'needs either correct, a verdict an answer, or both n, the answers, and c, the right ones among them',
  ),
  v.check(
    ({ n, c, correct }) => correct === undefined || (n === undefined && c === undefined),
    'has n or c beside correct; give one or the other',
  ),
  v.forward(
    v.check(({ n = 0, c = 0 }) => c <= n, 'must be at most n, the number of answers'),
    ['c'],
  ),
);

/** Several answers that one model gave to one question. */
export interface SavedSamples {
  readonly cluster: string;
  readonly answers: number;
  /** Those with a verdict, and the right ones among them. */
  readonly read: number;
  readonly right: number;
}

/** Reads how many of the answers to each question are right. */
export function readSamples(text: string, file: string): Parsed<SavedSamples[]> {
  const rows = readRows(text, file, rowSchema);
  if (!rows.ok) return rows;
  return {
    ok: true,
    value: rows.value.map(({ row, place }) => {
      const { n = 0, c = 0, correct } = row;
      const cluster = clusterOf(row, place);
      if (correct === undefined) return { cluster, answers: n, read: n, right: c };
      const read = correct.filter((verdict) => verdict !== null);
      return {
        cluster,
        answers: correct.length,
        read: read.length,
        right: read.filter(Boolean).length,
      };
    }),
  };
}
