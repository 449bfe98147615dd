import { strFromU8 } from 'fflate';

/** What a look at an ONNX file finds out without reading its weights. */
export interface OnnxOutline {
  /** Names of the files that its weights are in, besides itself; relative to it. */
  readonly dataFiles: readonly string[];
}

/** What is wrong with a file that should be ONNX; ends a sentence that begins with its name. */
export class OnnxOutlineError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OnnxOutlineError';
  }
}

/** Fields of onnx.proto (github.com/onnx/onnx) on the way to where external weights are named. */
const MODEL_IR_VERSION = 1;
const MODEL_GRAPH = 7;
const GRAPH_INITIALIZER = 5;
const TENSOR_EXTERNAL_DATA = 13;
const ENTRY_KEY = 1;
const ENTRY_VALUE = 2;

/** A tensor whose values lie elsewhere has its name, sizes and three short entries. */
const MOST_EXTERNAL_TENSOR_BYTES = 4_096;
const WINDOW_BYTES = 65_536;
const LONGEST_VARINT = 10;

type Read = (from: number, to: number) => Promise<Uint8Array>;

interface Field {
  readonly number: number;
  readonly isMessage: boolean;
  readonly start: number;
  readonly end: number;
}

/**
 * Walks over the fields of an ONNX file: its lengths have to add up to its size, which those of a file that is cut short
 * do not.
 *
 * @param read gives the bytes from one offset up to another; called in ascending order, for little at a time.
 * @param size bytes of the file.
 * @throws OnnxOutlineError
 */
export async function readOnnxOutline(read: Read, size: number): Promise<OnnxOutline> {
  const source = windowed(read, size);
  const dataFiles = new Set<string>();
  let hasVersion = false;
  let hasGraph = false;
  for await (const field of fields(source, 0, size)) {
    hasVersion ||= field.number === MODEL_IR_VERSION;
    if (field.number !== MODEL_GRAPH || !field.isMessage) continue;
    hasGraph = true;
    for await (const { number, isMessage, start, end } of fields(source, field.start, field.end)) {
      if (number !== GRAPH_INITIALIZER || !isMessage) continue;
      if (end - start > MOST_EXTERNAL_TENSOR_BYTES) continue;
      const location = await externalLocation(source, start, end);
      if (location !== null) dataFiles.add(location);
    }
  }
  if (!hasVersion || !hasGraph) throw new OnnxOutlineError('is no ONNX file');
  return { dataFiles: [...dataFiles] };
}

async function externalLocation(read: Read, from: number, to: number): Promise<string | null> {
  for await (const entry of fields(read, from, to)) {
    if (entry.number !== TENSOR_EXTERNAL_DATA || !entry.isMessage) continue;
    let key = '';
    let value = '';
    for await (const { number, start, end } of fields(read, entry.start, entry.end)) {
      const text = strFromU8(await read(start, end));
      if (number === ENTRY_KEY) key = text;
      if (number === ENTRY_VALUE) value = text;
    }
    if (key === 'location') return value;
  }
  return null;
}

/** The fields of a message, by protobuf's encoding (protobuf.dev/programming-guides/encoding). */
async function* fields(read: Read, from: number, to: number): AsyncGenerator<Field> {
  let at = from;
  while (at < to) {
    const tag = await varint(read, at, to);
    const number = Math.floor(tag.value / 8);
    const wire = tag.value % 8;
    if (number === 0) throw new OnnxOutlineError('is no ONNX file');
    let start = tag.next;
    let end: number;
    if (wire === 2) {
      const length = await varint(read, tag.next, to);
      start = length.next;
      end = start + length.value;
    } else if (wire === 0) end = (await varint(read, tag.next, to)).next;
    else if (wire === 1) end = start + 8;
    else if (wire === 5) end = start + 4;
    else throw new OnnxOutlineError('is no ONNX file');
    if (end > to) throw new OnnxOutlineError('is cut short: it ends in the middle of its contents');
    yield { number, isMessage: wire === 2, start, end };
    at = end;
  }
}

async function varint(
  read: Read,
  at: number,
  to: number,
): Promise<{ value: number; next: number }> {
  const bytes = await read(at, Math.min(at + LONGEST_VARINT, to));
  let value = 0;
  for (const [index, byte] of bytes.entries()) {
    value += (byte & 127) * 128 ** index;
    if (byte < 128) return { value, next: at + index + 1 };
  }
  throw new OnnxOutlineError('is cut short: it ends in the middle of its contents');
}

/** Reads a stretch at a time, so that a thousand small fields are not a thousand reads. */
function windowed(read: Read, size: number): Read {
  let start = 0;
  let bytes: Uint8Array = new Uint8Array();
  return async (from, to) => {
    if (from < start || to > start + bytes.length) {
      start = from;
      bytes = await read(from, Math.min(size, Math.max(to, from + WINDOW_BYTES)));
    }
    return bytes.subarray(from - start, to - start);
  };
}
