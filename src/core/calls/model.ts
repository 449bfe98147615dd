import * as v from 'valibot';

/** Where a model's files (or its rule, for a baseline) come from. */
export const MODEL_SOURCES = ['bundled', 'hub', 'folder', 'baseline'] as const;
/** Number format of a model's weights, in the hub's words. */
export const DTYPES = ['fp32', 'fp16', 'q8', 'q4', 'q4f16'] as const;
/** What a model runs on. `none` is for baselines, which compute nothing. */
export const DEVICES = ['webgpu', 'wasm', 'none'] as const;

export type Dtype = (typeof DTYPES)[number];
export type Device = (typeof DEVICES)[number];

/**
 * A model as a call names it: everything that can change a reply and is not in the prompt.
 *
 * The device is part of it. The same weights on another device give log-probabilities that differ
 * in the last digits and, rarely, another verdict; a table that mixed them could neither compare
 * the two nor say which one a number came from.
 */
export const modelRefSchema = v.strictObject({
  source: v.picklist(MODEL_SOURCES),
  /** `student-small` for a bundled model, `owner/name` for one from the hub, the name of a folder. */
  id: v.pipe(v.string(), v.regex(/^[\w.-]{1,96}(\/[\w.-]{1,96})?$/)),
  /**
   * A commit hash, or `main`; for bundled models the SHA-256 of the weights file, for a folder that
   * over its files (`folderRevision`); for the majority baseline its one reply (`constantReply.ts`), which is what decides its answers.
   */
  revision: v.pipe(v.string(), v.regex(/^[\w./-]{1,300}$/)),
  dtype: v.picklist(DTYPES),
  device: v.picklist(DEVICES),
});
export type ModelRef = v.InferOutput<typeof modelRefSchema>;

/** Who plays a role that a protocol does not have: nobody, always written the same. */
export const NO_MODEL: ModelRef = {
  source: 'baseline',
  id: 'none',
  revision: '1',
  dtype: 'fp32',
  device: 'none',
};

/** Whether a role is played by nobody. */
export function isNoModel({ source, id }: Pick<ModelRef, 'source' | 'id'>): boolean {
  return source === NO_MODEL.source && id === NO_MODEL.id;
}

/** One string for a model on a device; equal exactly when the references are equal. */
export function modelKey(model: ModelRef): string {
  return `${model.source}:${model.id}@${model.revision}/${model.dtype}/${model.device}`;
}

/** The same, without the device: two runs that differ by it only are the same experiment. */
export function modelKeyAnyDevice(model: ModelRef): string {
  return `${model.source}:${model.id}@${model.revision}/${model.dtype}`;
}
