import * as v from 'valibot';
import { lineOfText, shortId, wholeNumber } from './fieldSchemas.ts';
import type { ItemView } from './itemView.ts';
import { parseJsonWith, type PackResult } from './packError.ts';
import type { PackKindInfo } from './packKind.ts';

/** What a wrong sentence can be wrong about. */
export const ERROR_KINDS = ['sex', 'side', 'dose', 'drug', 'day', 'age'] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];
const STRATA = ['none', ...ERROR_KINDS] as const;

const MAX_SENTENCES = 40;

const errorSchema = v.strictObject({
  /** 1-based number of the one wrong sentence; never the first, which is right by definition. */
  sentence: wholeNumber(2, MAX_SENTENCES),
  /** The sentence as it should be. */
  correction: lineOfText(500),
});

const noteErrorItemSchema = v.pipe(
  v.strictObject({
    id: shortId,
    cluster: shortId,
    stratum: v.picklist(STRATA, `must be one of ${STRATA.join(', ')}`),
    sentences: v.pipe(
      v.array(lineOfText(500)),
      v.minLength(2, 'must hold at least two sentences'),
      v.maxLength(MAX_SENTENCES, `must hold at most ${String(MAX_SENTENCES)} sentences`),
    ),
    error: v.nullable(errorSchema),
  }),
  v.forward(
    v.check(
      ({ error, sentences }) => error === null || error.sentence <= sentences.length,
      'must not point past the last sentence',
    ),
    ['error'],
  ),
  v.forward(
    v.check(
      ({ error, sentences }) =>
        error === null || sentences[error.sentence - 1] !== error.correction,
      'must correct the sentence to something else',
    ),
    ['error'],
  ),
  v.forward(
    v.check(
      ({ error, stratum }) => (error === null) === (stratum === 'none'),
      'must be none exactly when there is no error',
    ),
    ['stratum'],
  ),
);

/** A wrong sentence and what it should say. */
export type NoteError = v.InferOutput<typeof errorSchema>;

/** A note whose first sentence is right, and which of the others is wrong, if any. */
export type NoteErrorItem = v.InferOutput<typeof noteErrorItemSchema>;

/** Reads one line of items.jsonl; `line` is 1-based and only names the place of an error. */
export function parseNoteErrorItem(json: string, line: number): PackResult<NoteErrorItem> {
  return parseJsonWith(noteErrorItemSchema, json, { file: 'items.jsonl', line });
}

function view({ sentences, error }: NoteErrorItem): ItemView {
  const first = sentences[0] ?? '';
  return {
    title: first.length <= 90 ? first : `${first.slice(0, 89)}…`,
    blocks: [
      {
        kind: 'sentences',
        label: 'Note',
        sentences,
        gold: error === null ? [] : [error.sentence],
        goldWord: 'wrong',
      },
    ],
    gold:
      error === null
        ? 'none: no sentence contradicts the first'
        : `sentence ${String(error.sentence)} is wrong and should say: ${error.correction}`,
  };
}

/** Notes in which at most one sentence contradicts the first. */
export const noteErrorsKind: PackKindInfo<NoteErrorItem> = {
  parse: parseNoteErrorItem,
  clusterOf: ({ cluster }) => cluster,
  stratumOf: ({ stratum }) => stratum,
  stratumWord: 'stratum',
  asks: 'Which sentence contradicts the first, if any, and what should it say?',
  view,
};
