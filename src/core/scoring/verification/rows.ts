import * as v from 'valibot';
import type { Parsed } from '../../share/parseBundle.ts';
import { clusterOf, readRows } from '../readRows.ts';
import {
  booleanField,
  clusterField,
  countField,
  nameField,
  setOf,
  verdictField,
} from '../rowFields.ts';
import { unclearOriginal } from './originals.ts';

const VARIANTS = ['original', 'altering', 'preserving'] as const;
const REGISTERS = ['clinical', 'patient'] as const;

const sentencesField = setOf(countField(0));

const rowSchema = v.pipe(
  v.object({
    cluster: clusterField,
    stratum: v.nullish(nameField),
    gold: booleanField,
    predicted: v.nullish(verdictField),
    evidence_gold: v.nullish(sentencesField),
    evidence_predicted: v.nullish(sentencesField),
    pair: v.nullish(nameField),
    variant: v.optional(v.picklist(VARIANTS, `must be one of ${VARIANTS.join(', ')}`), 'original'),
    register: v.nullish(v.picklist(REGISTERS, `must be one of ${REGISTERS.join(', ')}`)),
  }),
  v.forward(
    v.check(
      ({ variant, register, pair }) => pair != null || (variant === 'original' && register == null),
      'must name the pair that a variant or a register belongs to',
    ),
    ['pair'],
  ),
);

/** A statement about a document, whether it holds, and what was said. */
export interface SavedVerification {
  readonly cluster: string;
  readonly stratum: string | null;
  readonly gold: boolean;
  readonly predicted: boolean | null;
  /** Numbers of the sentences that decide; null where the row has none. */
  readonly evidenceGold: readonly number[] | null;
  readonly evidencePredicted: readonly number[] | null;
  readonly pair: string | null;
  readonly variant: (typeof VARIANTS)[number];
  readonly register: (typeof REGISTERS)[number] | null;
}

/** Reads verdicts on statements, with evidence, altered copies and registers where rows have them. */
export function readVerifications(text: string, file: string): Parsed<SavedVerification[]> {
  const read = readRows(text, file, rowSchema);
  if (!read.ok) return read;
  const rows = read.value.map(({ row, place }) => ({ place, row: toSaved(row, place) }));
  const unclear = unclearOriginal(rows, file);
  return unclear === null
    ? { ok: true, value: rows.map(({ row }) => row) }
    : { ok: false, problem: unclear };
}

function toSaved(row: v.InferOutput<typeof rowSchema>, place: string): SavedVerification {
  return {
    // A pair is compared within itself, so its rows are drawn together.
    cluster: clusterOf({ cluster: row.cluster ?? row.pair }, place),
    stratum: row.stratum ?? null,
    gold: row.gold,
    predicted: row.predicted ?? null,
    evidenceGold: row.evidence_gold ?? null,
    evidencePredicted: row.evidence_predicted ?? null,
    pair: row.pair ?? null,
    variant: row.variant,
    register: row.register ?? null,
  };
}
