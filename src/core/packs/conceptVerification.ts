import * as v from 'valibot';
import { areAscending, lineOfText, shortId, wholeNumber } from './fieldSchemas.ts';
import { STRATA } from './generators/dischargeNotes/generatedNote.ts';
import { parseJsonWith, type PackResult } from './packError.ts';
import type { PackKindInfo } from './packKind.ts';

const MAX_SENTENCES = 100;
const MAX_PAIRS = 1000;
const CONTRAST_KINDS = ['altering', 'preserving'] as const;

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
    /** Number that an item and its copies have in common, of those of one note; left out where there are no copies. */
    pair: v.optional(wholeNumber(1, MAX_PAIRS)),
    /**
     * Left out of originals. A copy of the item `of`: `altering` where an edit turned the answer round, `preserving` where
     * the answer stayed the same in other words and another order.
     */
    contrast: v.optional(
      v.strictObject({
        of: shortId,
        kind: v.picklist(CONTRAST_KINDS, `must be one of ${CONTRAST_KINDS.join(', ')}`),
      }),
    ),
  }),
  v.forward(
    v.check(
      ({ evidence }) => areAscending(evidence),
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
  v.forward(
    v.check(
      ({ contrast, pair }) => contrast === undefined || pair !== undefined,
      'must be given for a copy',
    ),
    ['pair'],
  ),
  v.forward(
    v.check(({ contrast, id }) => contrast?.of !== id, 'must not be a copy of itself'),
    ['contrast'],
  ),
);

/** One question: does this note support this concept, and which sentences show it? */
export type ConceptItem = v.InferOutput<typeof conceptItemSchema>;

/** Reads one line of items.jsonl; `line` is 1-based and only names the place of an error. */
export function parseConceptItem(json: string, line: number): PackResult<ConceptItem> {
  return parseJsonWith(conceptItemSchema, json, { file: 'items.jsonl', line });
}

export const conceptKind: PackKindInfo<ConceptItem> = {
  parse: parseConceptItem,
  clusterOf: ({ noteId }) => noteId,
  stratumOf: ({ stratum }) => stratum,
  stratumWord: 'stratum',
  asks: 'Does the note support the concept, and which sentences show it?',
  view: ({ concept, sentences, evidence, label }) => ({
    title: `${concept.name} (${concept.code})`,
    blocks: [{ kind: 'sentences', label: 'Note', sentences, gold: evidence }],
    gold: label ? 'yes, the note supports it' : 'no, the note does not support it',
  }),
};
