import * as v from 'valibot';
import { lineOfText, shortId, wholeNumber } from './fieldSchemas.ts';
import type { ItemView } from './itemView.ts';
import { parseJsonWith, type PackResult } from './packError.ts';
import type { PackKindInfo } from './packKind.ts';

/** What an entity can be. */
export const ENTITY_TYPES = ['disorder', 'drug', 'procedure', 'lab'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** How hard a note is, and in which way. */
export const ENTITY_STRATA = ['seen', 'unseen', 'multiword', 'distractor'] as const;
export type EntityStratum = (typeof ENTITY_STRATA)[number];

const MAX_CHARACTERS = 2000;
const MAX_SPANS = 40;

const spanSchema = v.strictObject({
  /** UTF-16 offset of the first unit. */
  start: wholeNumber(0, MAX_CHARACTERS),
  /** UTF-16 offset behind the last unit. */
  end: wholeNumber(1, MAX_CHARACTERS),
  type: v.picklist(ENTITY_TYPES, `must be one of ${ENTITY_TYPES.join(', ')}`),
});

const entityItemSchema = v.pipe(
  v.strictObject({
    id: shortId,
    cluster: shortId,
    stratum: v.picklist(ENTITY_STRATA, `must be one of ${ENTITY_STRATA.join(', ')}`),
    text: lineOfText(MAX_CHARACTERS),
    spans: v.pipe(
      v.array(spanSchema),
      v.maxLength(MAX_SPANS, `must hold at most ${String(MAX_SPANS)} spans`),
    ),
  }),
  v.forward(
    v.check(
      ({ spans, text }) => spans.every(({ end }) => end <= text.length),
      'must end in the text',
    ),
    ['spans'],
  ),
  v.forward(
    v.check(
      ({ spans }) => spans.every(({ start }, index) => start >= (spans[index - 1]?.end ?? 0)),
      'must be in order and must not overlap',
    ),
    ['spans'],
  ),
  v.forward(
    v.check(({ spans, text }) => {
      const slices = spans.map(({ start, end }) => text.slice(start, end));
      return slices.every((slice) => slice !== '' && slice === slice.trim());
    }, 'must neither be empty nor begin or end with white space'),
    ['spans'],
  ),
);

/** One entity of a text, by UTF-16 offsets; `end` is exclusive. */
export type EntitySpan = v.InferOutput<typeof spanSchema>;

/** A short note with every entity in it. */
export type EntityItem = v.InferOutput<typeof entityItemSchema>;

/** Reads one line of items.jsonl; `line` is 1-based and only names the place of an error. */
export function parseEntityItem(json: string, line: number): PackResult<EntityItem> {
  return parseJsonWith(entityItemSchema, json, { file: 'items.jsonl', line });
}

function view({ text, spans }: EntityItem): ItemView {
  const gold = spans.map(({ start, end, type }) => `${type}: ${text.slice(start, end)}`);
  return {
    title: text.length <= 90 ? text : `${text.slice(0, 89)}…`,
    blocks: [
      {
        kind: 'spans',
        label: 'Note',
        text,
        spans: spans.map(({ start, end, type }) => ({ start, end, label: type })),
      },
    ],
    gold: gold.length === 0 ? 'none: the note names no entity' : gold.join('\n'),
  };
}

/** Short notes with typed spans. */
export const entitySpansKind: PackKindInfo<EntityItem> = {
  parse: parseEntityItem,
  clusterOf: ({ cluster }) => cluster,
  stratumOf: ({ stratum }) => stratum,
  stratumWord: 'stratum',
  asks: 'List every disorder, drug, procedure and lab of the note.',
  view,
};
