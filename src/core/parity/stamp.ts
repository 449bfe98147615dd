import * as v from 'valibot';

const shortText = v.pipe(v.string(), v.maxLength(400));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Null where some value was not a number. */
const nats = v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0)));

export const parityFiguresSchema = v.strictObject({
  prompts: count,
  /** Positions whose next-token distributions were compared. */
  positions: count,
  /** Largest |difference| of a log-probability at any of them, in nats. */
  maxAbsDeltaLogprob: nats,
  /** Mean Kullback-Leibler divergence of the device from wasm, in nats. */
  meanKl: nats,
  /** Positions where both hold the same token for likeliest. */
  topAgreed: count,
  greedyTokens: count,
  /** Of those, how many the device writes too before it first differs. */
  greedyAgreed: count,
});
/** How far a device's replies to the fixed prompts are from wasm's. */
export type ParityFigures = v.InferOutput<typeof parityFiguresSchema>;

/**
 * Whether a model's numbers on a device can stand beside those of other devices: the outcome of the parity probe.
 * `reference` is wasm itself, `not-applicable` what computes nothing here, `unknown` a device that could not be compared.
 */
export const parityStampSchema = v.variant('verdict', [
  v.strictObject({ verdict: v.picklist(['reference', 'not-applicable']) }),
  v.strictObject({ verdict: v.literal('unknown'), reason: shortText }),
  v.strictObject({
    verdict: v.picklist(['pass', 'fail']),
    /** `PROBE_VERSION` of the code that compared. */
    probe: count,
    hardware: shortText,
    runtime: shortText,
    figures: parityFiguresSchema,
    checkedAt: v.pipe(v.string(), v.isoTimestamp()),
  }),
]);
export type ParityStamp = v.InferOutput<typeof parityStampSchema>;

/** The stamp of each role's model; a role that the protocol does not have has none. */
export const stampsSchema = v.strictObject({
  student: v.optional(parityStampSchema),
  judge: v.optional(parityStampSchema),
});
export type Stamps = v.InferOutput<typeof stampsSchema>;
