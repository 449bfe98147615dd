import * as v from 'valibot';

/** Where a model's files (or its rule, for a baseline) come from. */
export const MODEL_SOURCES = ['bundled', 'hub', 'folder', 'baseline'] as const;
/** Number format of a model's weights, in the hub's words. */
export const DTYPES = ['fp32', 'fp16', 'q8', 'q4', 'q4f16'] as const;
/** What a model runs on. `none` is for baselines, which compute nothing. */
export const DEVICES = ['webgpu', 'wasm', 'none'] as const;
/** The same, and the machine behind an endpoint, of which nothing is known. */
export const PLACES = [...DEVICES, 'remote'] as const;

/** What a server calls a model: `qwen3:4b`, `owner/name`, the path of a file. */
export const MODEL_NAME = /^[\w./:@+-]{1,200}$/;

export type Dtype = (typeof DTYPES)[number];
export type Device = (typeof DEVICES)[number];

/** A model whose files, or whose rule, this browser has. */
export const localModelRefSchema = v.strictObject({
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

/**
 * A model behind an OpenAI-compatible endpoint. Which weights answer to the name, in what number
 * format and on what machine, only the server knows, and the reference says so. Its address and
 * its key are no part of it: they stay in the browser that was given them.
 */
const endpointModelRefSchema = v.strictObject({
  source: v.literal('endpoint'),
  /** What the server calls the model. */
  id: v.pipe(v.string(), v.regex(MODEL_NAME)),
  /** Host and port, with a fingerprint of the whole address (`endpointRevision`). */
  revision: v.pipe(v.string(), v.regex(/^[\w.:[\]-]{1,260}#[0-9a-f]{8}$/)),
  dtype: v.literal('unknown'),
  device: v.literal('remote'),
});

/**
 * A model as a call names it: everything that can change a reply and is not in the prompt, as far
 * as it can be known.
 *
 * The device is part of it. The same weights on another device give log-probabilities that differ
 * in the last digits and, rarely, another verdict; a table that mixed them could neither compare
 * the two nor say which one a number came from.
 */
export const modelRefSchema = v.variant('source', [localModelRefSchema, endpointModelRefSchema]);
export type LocalModelRef = v.InferOutput<typeof localModelRefSchema>;
export type EndpointModelRef = v.InferOutput<typeof endpointModelRefSchema>;
export type ModelRef = LocalModelRef | EndpointModelRef;

/** Who plays a role that a protocol does not have: nobody, always written the same. */
export const NO_MODEL: LocalModelRef = {
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
