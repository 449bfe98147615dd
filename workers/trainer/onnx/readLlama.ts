import {
  elementCount,
  type ModelShape,
  type Tensor,
  type Weights,
  weightSpecs,
} from '../../../src/core/models/shape.ts';
import { fromHalf } from './halfFloats.ts';
import { ProtoReader } from './protoReader.ts';

export type LlamaReadResult =
  { readonly ok: true; readonly weights: Weights } | { readonly ok: false; readonly error: string };

/** Field numbers and element types of onnx.proto in github.com/onnx/onnx. */
const MODEL_GRAPH = 7;
const GRAPH_CONSTANT = 5;
const TENSOR = { dims: 1, type: 2, name: 8, raw: 9 };
const FLOAT32 = 1;
const FLOAT16 = 10;

interface StoredTensor {
  readonly dims: readonly number[];
  readonly type: number;
  readonly raw: Uint8Array;
}

function readConstants(bytes: Uint8Array): Map<string, StoredTensor> {
  const constants = new Map<string, StoredTensor>();
  for (const model of new ProtoReader(bytes).fields()) {
    if (model.number !== MODEL_GRAPH || model.kind !== 'bytes') continue;
    for (const part of new ProtoReader(model.bytes).fields()) {
      if (part.number !== GRAPH_CONSTANT || part.kind !== 'bytes') continue;
      const dims: number[] = [];
      let [name, type]: [string, number] = ['', 0];
      let raw: Uint8Array = new Uint8Array();
      for (const field of new ProtoReader(part.bytes).fields()) {
        if (field.kind === 'int') {
          if (field.number === TENSOR.dims) dims.push(Number(field.value));
          if (field.number === TENSOR.type) type = Number(field.value);
        } else if (field.kind === 'bytes') {
          if (field.number === TENSOR.name) name = new TextDecoder().decode(field.bytes);
          if (field.number === TENSOR.raw) raw = field.bytes;
        }
      }
      constants.set(name, { dims, type, raw });
    }
  }
  return constants;
}

function toTensor({ dims, type, raw }: StoredTensor): Tensor | null {
  const size = elementCount(dims);
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  if (type === FLOAT32 && raw.byteLength === size * 4) {
    const read = (_: unknown, index: number): number => view.getFloat32(index * 4, true);
    return { shape: dims, data: Float32Array.from({ length: size }, read) };
  }
  if (type === FLOAT16 && raw.byteLength === size * 2) {
    const read = (_: unknown, index: number): number => fromHalf(view.getUint16(index * 2, true));
    return { shape: dims, data: Float32Array.from({ length: size }, read) };
  }
  return null;
}

/**
 * Reads the weights back out of an ONNX file that `writeLlamaOnnx` wrote as `fp32` or `fp16`, so that a training can begin from
 * a model that is shipped. What was rounded to 16 bits stays rounded. A 4-bit file does not hold the matrices as they are.
 */
export function readLlamaOnnx(shape: ModelShape, bytes: Uint8Array): LlamaReadResult {
  let constants: Map<string, StoredTensor>;
  try {
    constants = readConstants(bytes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ok: false, error: `The model's file is cut short or no ONNX file: ${error.message}` };
  }
  const weights: Weights = new Map();
  for (const spec of weightSpecs(shape)) {
    const stored = constants.get(spec.name) ?? constants.get(`${spec.name}.half`);
    const tensor = stored === undefined ? null : toTensor(stored);
    if (tensor?.shape.join() !== spec.shape.join()) {
      const where = `of [${spec.shape.join(', ')}] in 16 or 32 bits`;
      return {
        ok: false,
        error: `The model's file has no weight "${spec.name}" ${where}: only models of this site in fp16 or fp32 can be trained on.`,
      };
    }
    weights.set(spec.name, tensor);
  }
  return { ok: true, weights };
}
