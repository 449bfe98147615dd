import * as v from 'valibot';
import { AXES } from './axes.ts';
import { lineOfText, shortId, textOfLines } from './fieldSchemas.ts';
import { shortened } from './itemView.ts';
import { parseJsonWith, type PackResult } from './packError.ts';
import type { PackKindInfo } from './packKind.ts';

const MAX_CRITERIA = 200;

const criterionSchema = v.strictObject({
  id: shortId,
  /** A statement about the answer, in the third person. */
  text: lineOfText(1000),
  /** Signed weight; a negative criterion is met when the bad thing is present. */
  points: v.pipe(
    v.number(),
    v.finite('must be a finite number'),
    v.minValue(-100, 'must be at least -100'),
    v.maxValue(100, 'must be at most 100'),
    v.check((points) => points !== 0, 'must not be 0'),
  ),
  axis: v.picklist(AXES, `must be one of ${AXES.join(', ')}`),
  /** About emergency, harm or overconfidence. */
  safety: v.optional(v.boolean()),
});

const referenceSchema = v.strictObject({
  text: textOfLines(20_000),
  /** Ids of the criteria that this answer meets. */
  met: v.pipe(v.array(shortId), v.maxLength(MAX_CRITERIA)),
});

const consultItemSchema = v.pipe(
  v.strictObject({
    id: shortId,
    theme: shortId,
    /** The month in which the consultation is set, `YYYY-MM`: what a split by time goes by. */
    month: v.optional(
      v.pipe(
        v.string(),
        v.regex(
          /^20\d{2}-(?:0[1-9]|1[0-2])$/,
          'must be a month written as YYYY-MM, such as 2026-03',
        ),
      ),
    ),
    messages: v.pipe(
      v.array(
        v.strictObject({
          role: v.picklist(['user', 'assistant'], 'must be user or assistant'),
          content: textOfLines(20_000),
        }),
      ),
      v.minLength(1, 'must hold at least one message'),
      v.maxLength(100, 'must hold at most 100 messages'),
      v.check((messages) => messages.at(-1)?.role === 'user', 'must end with a user message'),
    ),
    criteria: v.pipe(
      v.array(criterionSchema),
      v.minLength(1, 'must hold at least one criterion'),
      v.maxLength(MAX_CRITERIA, `must hold at most ${String(MAX_CRITERIA)} criteria`),
      v.check(
        (criteria) => new Set(criteria.map(({ id }) => id)).size === criteria.length,
        'must not use a criterion id twice',
      ),
      v.check(
        (criteria) => criteria.some(({ points }) => points > 0),
        'must hold a criterion with positive points',
      ),
    ),
    references: v.strictObject({ good: referenceSchema, flawed: referenceSchema }),
  }),
  v.forward(
    v.check(
      ({ references, criteria }) =>
        [...references.good.met, ...references.flawed.met].every((met) =>
          criteria.some(({ id }) => id === met),
        ),
      'must list ids of this item’s criteria only in met',
    ),
    ['references'],
  ),
);

/** One health question with its rubric and two reference answers. */
export type ConsultItem = v.InferOutput<typeof consultItemSchema>;

/** Reads one line of items.jsonl; `line` is 1-based and only names the place of an error. */
export function parseConsultItem(json: string, line: number): PackResult<ConsultItem> {
  return parseJsonWith(consultItemSchema, json, { file: 'items.jsonl', line });
}

export const consultKind: PackKindInfo<ConsultItem> = {
  parse: parseConsultItem,
  clusterOf: ({ id }) => id,
  stratumOf: ({ theme }) => theme,
  stratumWord: 'theme',
  asks: 'Answer a health question in your own words; a rubric says what a good answer holds.',
  criteriaOf: ({ criteria }) => criteria.length,
  view: ({ messages }) => ({
    title: shortened(messages.at(-1)?.content ?? ''),
    blocks: [{ kind: 'conversation', messages }],
    gold: null,
  }),
};
