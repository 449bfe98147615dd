import * as v from 'valibot';
import { armSchema } from './arm.ts';
import { flopsSchema, settingsSchema } from './experiment.ts';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(120));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** Most characters of it. */
export const MAX_LINEAGE_CHARS = 20_000;

const originSchema = v.object({ id: name, revision: name });

export const lineageSchema = v.object({
  format: v.literal('benchside-lineage'),
  formatVersion: v.literal(1),
  /** What it was before, and who taught it; revisions are SHA-256 of the weights file. */
  base: originSchema,
  teacher: originSchema,
  armName: name,
  arm: armSchema,
  settings: settingsSchema,
  seed: name,
  backend: v.picklist(['wasm', 'webgpu']),
  /** Training steps taken, which may be fewer than the settings say. */
  steps: v.pipe(v.number(), v.integer(), v.minValue(0)),
  flops: flopsSchema,
  /** On the held-out problems of the training, at its last evaluation; null before the first. */
  accuracy: v.nullable(v.object({ step: v.pipe(v.number(), v.integer()), share, n: v.number() })),
  /** Title and id of the experiment that it was trained in; null outside of one. */
  experiment: v.nullable(v.object({ id: name, title: name })),
  /** ISO date-time. */
  savedAt: name,
});
/** Where a trained student came from: enough to train it again. */
export type Lineage = v.InferOutput<typeof lineageSchema>;
