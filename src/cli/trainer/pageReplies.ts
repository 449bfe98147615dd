import * as v from 'valibot';

/** What the trainer's page answers, checked where it enters the driver. */

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const progressSchema = v.object({
  step: count,
  tokens: count,
  seconds: v.pipe(v.number(), v.minValue(0)),
});
export type Progress = v.InferOutput<typeof progressSchema>;

export const openSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), parameters: count, progress: progressSchema }),
  v.object({ ok: v.literal(false), error: v.string() }),
]);

export const trainSchema = v.object({
  progress: progressSchema,
  loss: v.number(),
  norm: v.number(),
});

export const heldOutSchema = v.object({
  questions: count,
  metrics: v.record(v.string(), v.number()),
});

/** One line of a training's log. */
export const curveRowSchema = v.object({
  step: count,
  loss: v.number(),
  heldOut: v.optional(heldOutSchema),
});
export type CurveRow = v.InferOutput<typeof curveRowSchema>;
export const curveSchema = v.array(curveRowSchema);
