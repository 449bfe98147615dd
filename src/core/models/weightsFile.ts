import { utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { elementCount, type Tensor, type Weights } from './shape.ts';

/**
 * Tensors in the safetensors layout: a little-endian u64 with the header's length, a JSON header
 * `{name: {dtype: 'F32', shape, data_offsets: [start, end]}, __metadata__: {string: string}}` padded with spaces to a
 * multiple of 8, then the values, float32 little-endian, in the header's order. Offsets count from the end of the header.
 */
export interface WeightsFile {
  readonly weights: Weights;
  readonly metadata: Readonly<Record<string, string>>;
}

export type WeightsFileResult = { ok: true; file: WeightsFile } | { ok: false; error: string };

/** Ten thousand tensors fit; a longer header is no weights file. */
const MAX_HEADER = 1_000_000;

const entrySchema = v.strictObject({
  dtype: v.literal('F32'),
  shape: v.array(v.pipe(v.number(), v.integer(), v.minValue(1))),
  data_offsets: v.strictTuple([
    v.pipe(v.number(), v.integer(), v.minValue(0)),
    v.pipe(v.number(), v.integer(), v.minValue(0)),
  ]),
});
const headerSchema = v.objectWithRest(
  { __metadata__: v.optional(v.record(v.string(), v.string()), {}) },
  entrySchema,
);

export function encodeWeightsFile({ weights, metadata }: WeightsFile): Uint8Array<ArrayBuffer> {
  let offset = 0;
  const entries: Record<string, unknown> = { __metadata__: metadata };
  for (const [name, { shape, data }] of weights) {
    entries[name] = { dtype: 'F32', shape, data_offsets: [offset, offset + data.byteLength] };
    offset += data.byteLength;
  }
  const json = utf8ToBytes(JSON.stringify(entries));
  const headerLength = Math.ceil(json.length / 8) * 8;
  const bytes = new Uint8Array(8 + headerLength + offset);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(headerLength), true);
  bytes.fill(0x20, 8, 8 + headerLength);
  bytes.set(json, 8);
  let at = 8 + headerLength;
  for (const { data } of weights.values()) {
    for (const value of data) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  }
  return bytes;
}

function readTensor(bytes: Uint8Array, start: number, shape: readonly number[]): Tensor {
  const data = new Float32Array(elementCount(shape));
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, data.byteLength);
  for (let i = 0; i < data.length; i++) data[i] = view.getFloat32(i * 4, true);
  return { shape, data };
}

export function decodeWeightsFile(bytes: Uint8Array): WeightsFileResult {
  const fail = (error: string): WeightsFileResult => ({ ok: false, error });
  if (bytes.length < 8)
    return fail('A weights file starts with 8 bytes of length; this one is shorter.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = Number(view.getBigUint64(0, true));
  const dataStart = 8 + headerLength;
  if (headerLength > MAX_HEADER)
    return fail(`The header of the weights file is over ${String(MAX_HEADER)} bytes.`);
  if (dataStart > bytes.length)
    return fail('The header of the weights file is longer than the file.');
  let json: unknown;
  try {
    // Names and metadata are ASCII: each byte is a character.
    json = JSON.parse(
      Array.from(bytes.subarray(8, dataStart), (byte) => String.fromCharCode(byte)).join(''),
    );
  } catch {
    return fail('The header of the weights file is not JSON.');
  }
  const parsed = v.safeParse(headerSchema, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return fail(
      `The header of the weights file: ${v.getDotPath(issue) ?? 'root'}: ${issue.message}`,
    );
  }
  const { __metadata__: metadata, ...entries } = parsed.output;
  const weights: Weights = new Map();
  for (const [name, entry] of Object.entries(entries)) {
    const [start, end] = entry.data_offsets;
    if (end - start !== elementCount(entry.shape) * 4 || dataStart + end > bytes.length)
      return fail(
        `The weights file gives "${name}" offsets that do not fit its shape or the file.`,
      );
    weights.set(name, readTensor(bytes, dataStart + start, entry.shape));
  }
  return { ok: true, file: { weights, metadata } };
}
