import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4096));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/**
 * Who writes the texts that are learned from: the training problems' worked answers, the teacher, the student as it is now,
 * or the student as it was at the start (written once, with the teacher's log-probabilities kept).
 */
const sourceSchema = v.picklist(['gold', 'teacher', 'student', 'cached']);

/** How many tokens of each text are written and learned from. Growing: `start` at the first step, `add` more at each. */
const prefixSchema = v.variant('kind', [
  v.object({ kind: v.literal('full') }),
  v.object({ kind: v.literal('fixed'), length: count }),
  v.object({
    kind: v.literal('growing'),
    start: count,
    add: v.pipe(v.number(), v.minValue(0), v.maxValue(4096)),
  }),
]);

const objectiveSchema = v.variant('kind', [
  /** Negative log-likelihood of the text. */
  v.object({ kind: v.literal('likelihood') }),
  /** A divergence of the whole distributions at each token; `beta` is the teacher's share of the mixture in `jsd`. */
  v.object({
    kind: v.literal('divergence'),
    divergence: v.picklist(['reverse', 'forward', 'jsd']),
    beta: share,
  }),
  /**
   * Policy gradient with the advantage of the written token alone. `baseline` is vOPD's, `lambda` G-OPD's (1 is plain OPD),
   * whose reference is the student at the start; `margin` is Uni-OPD's, in nats, null for none.
   */
  v.object({
    kind: v.literal('policy-gradient'),
    baseline: v.picklist(['none', 'kl']),
    lambda: v.pipe(v.number(), v.minValue(0), v.maxValue(10)),
    margin: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(10))),
  }),
  /** SCOPE: right texts by weighted likelihood, wrong ones by weighted reverse KL; `tau` sharpens the weights. */
  v.object({
    kind: v.literal('two-path'),
    tau: v.pipe(v.number(), v.minValue(0.01), v.maxValue(100)),
  }),
  /**
   * CaOPD's targets: replies by reverse KL, the confidence line behind each by its likelihood. The line says how many of the
   * texts over the problem are right.
   */
  v.object({ kind: v.literal('calibration') }),
]);

/** Which tokens count: all, TIP's most important, TIP's quadrant, or those of highest entropy. `keep` is a share. */
const selectionSchema = v.variant('kind', [
  v.object({ kind: v.literal('all') }),
  v.object({ kind: v.literal('tip'), keep: share, winsorise: v.boolean() }),
  v.object({ kind: v.literal('quadrant'), quadrant: v.picklist([1, 2, 3, 4]) }),
  v.object({ kind: v.literal('entropy'), keep: share }),
]);

export const armSchema = v.object({
  source: sourceSchema,
  prefix: prefixSchema,
  objective: objectiveSchema,
  selection: selectionSchema,
  /**
   * `exchanged`: another teacher reads the texts, as able as the bundled one, with a habit of its own: it exchanges two marks
   * (`exchange.ts`). It breaks the condition of Lightning OPD that one teacher made the fine-tuning data and reads the texts.
   */
  teacher: v.optional(v.literal('exchanged')),
});

/** A way to train a student: where texts come from, how much of them, what is minimised, over which tokens. */
export type Arm = v.InferOutput<typeof armSchema>;
export type Prefix = Arm['prefix'];
export type ArmObjective = Arm['objective'];
export type Selection = Arm['selection'];
export type Divergence = Extract<ArmObjective, { kind: 'divergence' }>['divergence'];
