import { elementCount, type Weights, type WeightSpec } from '../../src/core/models/shape.ts';
import { decodeWeightsFile, encodeWeightsFile } from '../../src/core/models/weightsFile.ts';

/** All that a training goes on from. Batches follow from the recipe's seed and the step, so there is no more to keep. */
export interface Checkpoint {
  /** The model's weights and the concept head's. */
  readonly weights: Weights;
  /** AdamW's running means of the gradient and of its square. */
  readonly first: Weights;
  readonly second: Weights;
  readonly progress: Progress;
}

export interface Progress {
  /** Steps taken. */
  readonly step: number;
  /** Tokens seen, padding not counted. */
  readonly tokens: number;
  /** Time spent on steps, seconds. */
  readonly seconds: number;
}

/** AdamW's means before the first step. */
export function zeroMoments(specs: readonly WeightSpec[]): Weights {
  return new Map(
    specs.map((spec) => [
      spec.name,
      { shape: spec.shape, data: new Float32Array(elementCount(spec.shape)) },
    ]),
  );
}

export type CheckpointResult =
  | { ok: true; checkpoint: Checkpoint; metadata: Readonly<Record<string, string>> }
  | { ok: false; error: string };

const PARTS = ['weights', 'first', 'second'] as const;

/** A weights file with `weights/`, `first/` and `second/` before the names, and the progress as metadata beside `more`. */
export function encodeCheckpoint(
  checkpoint: Checkpoint,
  more: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  const weights: Weights = new Map();
  for (const part of PARTS) {
    for (const [name, tensor] of checkpoint[part]) weights.set(`${part}/${name}`, tensor);
  }
  const { step, tokens, seconds } = checkpoint.progress;
  const metadata = {
    ...more,
    step: String(step),
    tokens: String(tokens),
    seconds: String(seconds),
  };
  return encodeWeightsFile({ weights, metadata });
}

function readCount(metadata: Readonly<Record<string, string>>, field: string): number | undefined {
  const value = Number(metadata[field]);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** Reads a checkpoint of a model that learns these weights. */
export function decodeCheckpoint(
  bytes: Uint8Array,
  specs: readonly WeightSpec[],
): CheckpointResult {
  const decoded = decodeWeightsFile(bytes);
  if (!decoded.ok) return decoded;
  const { weights, metadata } = decoded.file;
  const step = readCount(metadata, 'step');
  const tokens = readCount(metadata, 'tokens');
  const seconds = readCount(metadata, 'seconds');
  if (step === undefined || tokens === undefined || seconds === undefined)
    return { ok: false, error: 'The checkpoint does not say its step, tokens and seconds.' };
  const parts: Record<(typeof PARTS)[number], Weights> = {
    weights: new Map(),
    first: new Map(),
    second: new Map(),
  };
  for (const part of PARTS) {
    for (const spec of specs) {
      const tensor = weights.get(`${part}/${spec.name}`);
      if (tensor === undefined || tensor.shape.join() !== spec.shape.join()) {
        const found = tensor === undefined ? 'is missing' : `is [${tensor.shape.join()}]`;
        const error = `The checkpoint's "${part}/${spec.name}" ${found}; the recipe wants [${spec.shape.join()}].`;
        return { ok: false, error };
      }
      parts[part].set(spec.name, tensor);
    }
  }
  return { ok: true, checkpoint: { ...parts, progress: { step, tokens, seconds } }, metadata };
}
