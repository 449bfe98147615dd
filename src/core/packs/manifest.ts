import * as v from 'valibot';
import { lineOfText, sha256Field, shortId, textOfLines, wholeNumber } from './fieldSchemas.ts';
import { packError, parseJsonWith, type PackResult } from './packError.ts';

/** Kinds of pack, each with its own shape of item (`kinds.ts`). */
export const PACK_KINDS = [
  'concept-verification',
  'trial-eligibility',
  'consult-rubrics',
  'multiple-choice',
  'numeric-answers',
  'stepwise-errors',
  'preferences',
  'entity-spans',
  'note-errors',
  'multistep-arithmetic',
] as const;
export type PackKind = (typeof PACK_KINDS)[number];

/** Manifests are small; anything longer is not one. */
export const MAX_MANIFEST_CHARACTERS = 100_000;
/** Items of one pack, at most. */
export const MAX_ITEMS = 20_000;
/** Bytes of items.jsonl, at most. */
export const MAX_ITEMS_BYTES = 30_000_000;

const manifestSchema = v.strictObject({
  format: v.literal('benchside-pack', 'must be "benchside-pack"'),
  formatVersion: v.literal(1, 'must be 1, the only version this page reads'),
  id: shortId,
  title: lineOfText(100),
  kind: v.picklist(PACK_KINDS, `must be one of ${PACK_KINDS.join(', ')}`),
  version: v.pipe(v.string(), v.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/, 'must look like 1.0.0')),
  licence: lineOfText(60),
  authors: v.pipe(v.array(lineOfText(100)), v.minLength(1), v.maxLength(100)),
  description: textOfLines(2000),
  language: v.pipe(
    v.string(),
    v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/, 'must be a language tag such as en'),
  ),
  split: shortId,
  counts: v.strictObject({
    items: wholeNumber(1, MAX_ITEMS),
    /** Criteria over all items; only where items have criteria. */
    criteria: v.optional(wholeNumber(1, 1_000_000)),
    /** Items by stratum or theme. */
    byStratum: v.record(shortId, wholeNumber(1, MAX_ITEMS)),
  }),
  items: v.strictObject({
    file: v.literal('items.jsonl', 'must be "items.jsonl"'),
    sha256: sha256Field,
    bytes: wholeNumber(1, MAX_ITEMS_BYTES),
  }),
  /** Where the items came from, when a program wrote them: its path in the repository and its seed. */
  generator: v.optional(v.strictObject({ path: lineOfText(200), seed: lineOfText(100) })),
  /**
   * The commonest right reply of the training split: what the majority baseline says to every item. Left out where there is
   * no training split.
   */
  majorityReply: v.optional(textOfLines(200)),
  /** One sentence: what a reader of scores on this pack should doubt. */
  doubt: lineOfText(500),
});

/** What a pack says of itself: the contents of its manifest.json. */
export type PackManifest = v.InferOutput<typeof manifestSchema>;

/** Reads the text of a manifest.json. */
export function parseManifest(json: string): PackResult<PackManifest> {
  const place = { file: 'manifest.json', line: null } as const;
  if (json.length > MAX_MANIFEST_CHARACTERS) {
    const most = String(MAX_MANIFEST_CHARACTERS);
    return packError({ ...place, field: null }, `it has more than ${most} characters`);
  }
  return parseJsonWith(manifestSchema, json, place);
}
