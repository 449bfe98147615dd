import * as v from 'valibot';
import { lineOfText, shortId, wholeNumber } from './fieldSchemas.ts';
import { STRATA } from './generators/dischargeNotes/generatedNote.ts';
import { parseJsonWith, type PackResult } from './packError.ts';

const MAX_SENTENCES = 100;

const conceptItemSchema = v.pipe(
  v.strictObject({
    id: shortId,
    /** Items of one note are not independent: intervals resample notes. */
    noteId: shortId,
    sentences: v.pipe(
      v.array(lineOfText(500)),
      v.minLength(1, 'must hold at least one sentence'),
      v.maxLength(MAX_SENTENCES, `must hold at most ${String(MAX_SENTENCES)} sentences`),
    ),
    concept: v.strictObject({ code: shortId, name: lineOfText(120) }),
    /** Whether the note supports the concept. */
    label: v.boolean(),
    stratum: v.picklist(STRATA, `must be one of ${STRATA.join(', ')}`),
    /** 1-based numbers of every sentence that supports the concept, ascending. */
    evidence: v.pipe(v.array(wholeNumber(1, MAX_SENTENCES)), v.maxLength(MAX_SENTENCES)),
  }),
  v.forward(
    v.check(
      ({ evidence }) => evidence.every((number, index) => number > (evidence[index - 1] ?? 0)),
      'must be in ascending order, each number once',
    ),
    ['evidence'],
  ),
  v.forward(
    v.check(
      ({ evidence, sentences }) => evidence.every((number) => number <= sentences.length),
      'must not point past the last sentence',
    ),
    ['evidence'],
  ),
  v.forward(
    v.check(
      ({ evidence, label }) => label === evidence.length > 0,
      'must be empty exactly when the label is false',
    ),
    ['evidence'],
  ),
  v.forward(
    v.check(
      ({ stratum, label }) => label === !stratum.endsWith('_neg'),
      'must be random_neg or confusable_neg exactly when the label is false',
    ),
    ['stratum'],
  ),
);

/** One question: does this note support this concept, and which sentences show it? */
export type ConceptItem = v.InferOutput<typeof conceptItemSchema>;

/** Reads one line of items.jsonl; `line` is 1-based and only names the place of an error. */
export function parseConceptItem(json: string, line: number): PackResult<ConceptItem> {
  return parseJsonWith(conceptItemSchema, json, { file: 'items.jsonl', line });
}
