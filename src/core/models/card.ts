import * as v from 'valibot';
import { PACK_KINDS } from '../packs/manifest.ts';
import { MODEL_ROLES } from './role.ts';

/** A bundled model's card: what it is, how it was made, and what was measured. */

const name = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be a short lower-case name'),
);
const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const size = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const finite = v.pipe(v.number(), v.finite());
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const filePath = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9_./-]*$/, 'must be a path inside the model folder'),
);

const shapeSchema = v.strictObject({
  vocabSize: size,
  hidden: size,
  layers: size,
  heads: size,
  kvHeads: size,
  headDim: size,
  mlp: size,
  maxPositions: size,
  ropeTheta: v.pipe(v.number(), v.minValue(1)),
  rmsEps: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
});

const heldOutSchema = v.strictObject({
  /** Questions asked. */
  n: count,
  /** Metric name -> value. */
  metrics: v.record(name, finite),
});

const cardSchema = v.strictObject({
  format: v.literal('benchside-model-card'),
  formatVersion: v.literal(1),
  id: name,
  title: text(80),
  role: v.picklist(MODEL_ROLES),
  /** Kinds of pack that it was taught; left out where these are all. */
  kinds: v.optional(v.array(v.picklist(PACK_KINDS))),
  /** Ids of the protocols whose questions it was taught; left out where these are all that play its packs. */
  protocols: v.optional(v.array(name)),
  summary: text(500),
  licence: text(40),
  parameters: size,
  shape: shapeSchema,
  /** Padding not counted. */
  tokensSeen: count,
  steps: count,
  trainingSeconds: v.pipe(v.number(), v.minValue(0)),
  seed: text(80),
  /** The recipe's settings in words and numbers. */
  recipe: v.record(v.pipe(v.string(), v.maxLength(40)), v.union([finite, text(400)])),
  data: v.strictObject({
    generator: text(200),
    /** What each split of the generated documents was used for. */
    splits: v.record(name, text(200)),
  }),
  heldOut: heldOutSchema,
  curve: v.pipe(
    v.array(
      v.strictObject({
        step: count,
        loss: finite,
        heldOut: v.optional(v.record(name, share)),
      }),
    ),
    v.maxLength(2000),
  ),
  files: v.pipe(
    v.array(
      v.strictObject({
        path: filePath,
        bytes: count,
        sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be 64 hex digits')),
      }),
    ),
    v.minLength(1),
    v.maxLength(50),
  ),
  limits: text(2000),
});

export type ModelCard = v.InferOutput<typeof cardSchema>;

export type ModelCardResult = { ok: true; card: ModelCard } | { ok: false; error: string };

/** Cards are small; anything longer is not one. */
export const MODEL_CARD_MAX_CHARACTERS = 500_000;

/** Reads a card from the text of card.json. The error names the field and what it should be. */
export function parseModelCard(json: string): ModelCardResult {
  if (json.length > MODEL_CARD_MAX_CHARACTERS)
    return {
      ok: false,
      error: `A model card has at most ${String(MODEL_CARD_MAX_CHARACTERS)} characters; this one has ${String(json.length)}.`,
    };
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return {
      ok: false,
      error: `The model card is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  const parsed = v.safeParse(cardSchema, value);
  if (parsed.success) return { ok: true, card: parsed.output };
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue) ?? 'the card itself';
  return { ok: false, error: `The model card's field "${field}" is wrong: ${issue.message}` };
}
