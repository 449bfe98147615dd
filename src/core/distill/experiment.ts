import * as v from 'valibot';
import { armSchema } from './arm.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000));
const figure = v.pipe(v.number(), v.finite());
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(80));

/** Settings that all arms of an experiment share. */
export const settingsSchema = v.object({
  /** Steps of a training problem. */
  fewestSteps: v.pipe(count, v.minValue(2), v.maxValue(12)),
  mostSteps: v.pipe(count, v.minValue(2), v.maxValue(12)),
  /** Problems a training step, and texts over each. */
  problems: v.pipe(count, v.maxValue(256)),
  samples: v.pipe(count, v.maxValue(16)),
  /** Longest reply, tokens. */
  mostTokens: v.pipe(count, v.maxValue(512)),
  /** Temperature of sampling. */
  temperature: v.pipe(v.number(), v.minValue(0.05), v.maxValue(4)),
  /** AdamW's peak rate and the steps over which it is reached; then half a cosine down to a tenth of it at the last step. */
  rate: v.pipe(v.number(), v.minValue(1e-6), v.maxValue(0.1)),
  warmupSteps: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
  /** Training steps. */
  steps: v.pipe(count, v.maxValue(10_000)),
  /** Held-out problems are answered before the first step, every so many steps, and after the last. */
  evaluateEvery: count,
  heldOut: v.pipe(count, v.maxValue(2000)),
});
export type DistillSettings = v.InferOutput<typeof settingsSchema>;

const pinSchema = v.object({ id: name, revision: name });

export const designSchema = v.object({
  title: name,
  teacher: pinSchema,
  student: pinSchema,
  settings: settingsSchema,
  arms: v.pipe(v.array(v.object({ name, arm: armSchema })), v.minLength(1), v.maxLength(24)),
  seeds: v.pipe(v.array(name), v.minLength(1), v.maxLength(20)),
});
/** Which arms are trained with which seeds, and how. */
export type ExperimentDesign = v.InferOutput<typeof designSchema>;

export const flopsSchema = v.object({ sampling: figure, teacher: figure, training: figure });
/** Floating point operations by the stated formula, with the lengths that were really written. */
export type DistillFlops = v.InferOutput<typeof flopsSchema>;

/** A training at one moment. Shares and means are over the held-out problems; the rest is over the steps since the last. */
export const pointSchema = v.object({
  step: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Spent up to here, from the first step. */
  flops: flopsSchema,
  /** Wall clock of training up to here, evaluation left out. */
  seconds: figure,
  accuracy: figure,
  /** Share of held-out replies that ended before the limit, and their mean length in tokens, all replies. */
  ended: figure,
  length: figure,
  /** Mean of the loss, of KL(student || teacher) a token (null where the arm never asks the teacher), of written tokens a text. */
  loss: v.nullable(figure),
  kl: v.nullable(figure),
  written: v.nullable(figure),
});
export type TrainingPoint = v.InferOutput<typeof pointSchema>;

export const armRunSchema = v.object({
  /** Index of the arm in the design, and of the seed. */
  arm: v.pipe(v.number(), v.integer(), v.minValue(0)),
  seed: v.pipe(v.number(), v.integer(), v.minValue(0)),
  points: v.pipe(v.array(pointSchema), v.maxLength(2000)),
  /** `1` or `0` for each held-out problem after the last step, in their order; null while the training is not at its end. */
  marks: v.nullable(v.pipe(v.string(), v.regex(/^[01]*$/u), v.maxLength(2000))),
});
/** One arm trained with one seed. */
export type ArmRun = v.InferOutput<typeof armRunSchema>;

export const experimentSchema = v.object({
  format: v.literal('benchside-distillation'),
  formatVersion: v.literal(1),
  design: designSchema,
  /** Where it was trained: `wasm` or `webgpu`, and the adapter's name where there is one. */
  device: v.object({ backend: v.picklist(['wasm', 'webgpu']), adapter: v.nullable(name) }),
  /** ISO date-time of the first step. */
  startedAt: name,
  /** Marks of the student before any training, as `marks` of a run: what gains are counted from. */
  startMarks: v.optional(v.pipe(v.string(), v.regex(/^[01]*$/u), v.maxLength(2000))),
  runs: v.pipe(v.array(armRunSchema), v.maxLength(480)),
});
/** A design with what came of it, finished or not. */
export type Experiment = v.InferOutput<typeof experimentSchema>;
