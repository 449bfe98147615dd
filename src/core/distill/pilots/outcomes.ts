import * as v from 'valibot';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const id = v.pipe(v.string(), v.maxLength(200));
const tokens = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4096));

export const klRolloutSchema = v.strictObject({
  problem: id,
  cluster: id,
  /** KL(student || teacher) before each token that the student wrote, the end mark included; nats. */
  kl: v.pipe(v.array(v.pipe(v.number(), v.finite())), v.maxLength(4096)),
  /** Whether the reply ended by itself. */
  ended: v.boolean(),
  correct: v.nullable(v.boolean()),
});
/** One text that the student wrote, and how far its teacher was at each of its tokens. */
export type KlRollout = v.InferOutput<typeof klRolloutSchema>;

/** What stands before the student goes on: the teacher's beginning, its own, or the teacher's of another problem. */
export const PREFIX_ARMS = ['teacher', 'own', 'other'] as const;
export type PrefixArm = (typeof PREFIX_ARMS)[number];

const rungSchema = v.strictObject({
  /** Tokens of the beginning. */
  k: tokens,
  /** Why the problem is left out at k, the same for every arm; null where it is not. */
  leftOut: v.nullable(v.picklist(['short', 'gives-away'])),
  /** Share of continuations that are right, by what they began with; null where the problem is left out. */
  shares: v.nullable(v.strictObject({ teacher: share, own: share, other: share })),
});

export const prefixOutcomeSchema = v.strictObject({
  problem: id,
  cluster: id,
  /** Tokens of the whole reply each beginning was cut from. */
  lengths: v.strictObject({ teacher: tokens, own: tokens, other: tokens }),
  /** Whether the teacher's whole reply is right. */
  teacherCorrect: v.boolean(),
  /** Share right without any beginning. */
  alone: share,
  rungs: v.pipe(v.array(rungSchema), v.maxLength(12)),
});
/** One problem, continued from beginnings of every length. */
export type PrefixOutcome = v.InferOutput<typeof prefixOutcomeSchema>;
export type PrefixRung = PrefixOutcome['rungs'][number];
