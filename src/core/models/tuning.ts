import * as v from 'valibot';

/** Raised with every change of what is measured: figures of another version are not compared with these. */
export const TUNING_VERSION = 1;
/** Replies written side by side that are tried, smallest first. */
export const BATCH_SIZES = [1, 2, 4, 8, 16, 32] as const;
/** A batch, or a device, is preferred only where it is more than 5 % faster: less is noise. */
const MARGIN = 0.05;
/** The work that devices are compared by: one verdict and a reply of so many tokens. */
const REPLY_TOKENS = 32;

const shortText = v.pipe(v.string(), v.maxLength(400));
const rate = v.pipe(v.number(), v.finite(), v.gtValue(0));

const writingSchema = v.strictObject({
  /** Replies side by side. */
  batch: v.picklist(BATCH_SIZES),
  /** Tokens of all replies together, a second, after their prompts. */
  tokensPerSecond: rate,
});

export const tuningFiguresSchema = v.strictObject({
  /** Verdicts on criteria over one shared text, a second; null where the time ran out before one was measured. */
  verdictsPerSecond: v.nullable(rate),
  /** Tokens of a prompt read, a second. */
  prefillTokensPerSecond: v.nullable(rate),
  /** Sizes that were measured within the time, smallest first. */
  writing: v.pipe(v.array(writingSchema), v.maxLength(BATCH_SIZES.length)),
  /** What measuring took, warm-up and all, in milliseconds. */
  tookMs: v.pipe(v.number(), v.finite(), v.minValue(0)),
});
/** How fast a model is on a device: medians of a few repeats. */
export type TuningFigures = v.InferOutput<typeof tuningFiguresSchema>;

/** Figures of a model, which its key names with revision, number format and device, and what they were measured on. */
export const deviceTuningSchema = v.strictObject({
  modelKey: v.pipe(v.string(), v.maxLength(600)),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** The model's name, for a table. */
  id: shortText,
  dtype: v.pipe(v.string(), v.maxLength(20)),
  device: v.picklist(['wasm', 'webgpu']),
  /** Adapter, or threads over wasm, in words. */
  hardware: shortText,
  runtime: shortText,
  figures: tuningFiguresSchema,
  measuredAt: v.pipe(v.string(), v.isoTimestamp()),
});
export type DeviceTuning = v.InferOutput<typeof deviceTuningSchema>;

/** Reads a stored record; null for one that is none, as of a version to come. */
export function parseTuning(value: unknown): DeviceTuning | null {
  const parsed = v.safeParse(deviceTuningSchema, value);
  return parsed.success ? parsed.output : null;
}

/** What a model runs on now. Null is what is not known yet. */
export interface TunedMachine {
  readonly hardware: string | null;
  readonly runtime: string | null;
}

/**
 * Why figures no longer hold, in words; null where they do. Another revision or number format is another model key, so that its
 * figures are not found at all.
 */
export function staleReason(tuning: DeviceTuning, machine: TunedMachine): string | null {
  if (tuning.version !== TUNING_VERSION) return 'what is measured has changed since';
  if (machine.hardware !== null && machine.hardware !== tuning.hardware)
    return `it was measured on ${tuning.hardware}, and this is ${machine.hardware}`;
  if (machine.runtime !== null && machine.runtime !== tuning.runtime)
    return `it was measured with ${tuning.runtime}`;
  return null;
}

/**
 * How many replies to write side by side: the smallest batch within 5 % of the fastest, so that noise does not choose a larger
 * one that takes more memory and lets the first reply wait longer. Null where no batch was measured.
 */
export function bestBatch({ writing }: Pick<TuningFigures, 'writing'>): number | null {
  const most = Math.max(...writing.map(({ tokensPerSecond }) => tokensPerSecond));
  const near = writing.filter(({ tokensPerSecond }) => tokensPerSecond >= most * (1 - MARGIN));
  return near.length === 0 ? null : Math.min(...near.map(({ batch }) => batch));
}

/** Tokens a second at the batch that runs use; null where none was measured. */
export function writingRate(figures: Pick<TuningFigures, 'writing'>): number | null {
  const batch = bestBatch(figures);
  return figures.writing.find((one) => one.batch === batch)?.tokensPerSecond ?? null;
}

/**
 * Seconds that a verdict and a reply of 32 tokens take: `1 / verdicts a second + 32 / tokens a second`. Null where either was
 * not measured.
 */
export function workSeconds(figures: TuningFigures): number | null {
  const written = writingRate(figures);
  if (figures.verdictsPerSecond === null || written === null) return null;
  return 1 / figures.verdictsPerSecond + REPLY_TOKENS / written;
}

/** A device as it is weighed against the other. */
export interface WeighedDevice {
  readonly device: 'wasm' | 'webgpu';
  /** `workSeconds`, summed over a run's models. */
  readonly seconds: number;
  /** Whether its numbers are those of wasm, by the parity probe; wasm itself is the reference. */
  readonly passed: boolean;
}

/**
 * The fastest device whose numbers count; wasm unless another is more than 5 % faster, because wasm is what others are compared
 * with. Null where none passed.
 */
export function bestDevice(devices: readonly WeighedDevice[]): WeighedDevice | null {
  const [first, ...rest] = devices
    .filter(({ passed }) => passed)
    .sort((a, b) => Number(b.device === 'wasm') - Number(a.device === 'wasm'));
  if (first === undefined) return null;
  return rest.reduce(
    (best, next) => (next.seconds < best.seconds * (1 - MARGIN) ? next : best),
    first,
  );
}
