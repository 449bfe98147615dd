import { ProtoMessage } from './protobuf.ts';

/** Element types by their number in `onnx.TensorProto.DataType`. */
export const ELEMENT_TYPES = { float32: 1, uint8: 2, int32: 6, int64: 7, float16: 10 } as const;
export type ElementType = keyof typeof ELEMENT_TYPES;

export type Attribute =
  | { readonly kind: 'int'; readonly value: number }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'ints'; readonly values: readonly number[] }
  | { readonly kind: 'string'; readonly value: string };

export interface OnnxNode {
  readonly name: string;
  readonly opType: string;
  /** Empty for ONNX's own operators. */
  readonly domain?: string;
  /** Names of values; an empty name leaves an optional input or output out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, Attribute>>;
}

/**
 * A constant: weights, axes. `data` is row-major, as many values as the product of `dims`; 16-bit words are the bits of
 * float16 values.
 */
export interface OnnxConstant {
  readonly name: string;
  readonly dims: readonly number[];
  readonly data:
    | Float32Array<ArrayBuffer>
    | BigInt64Array<ArrayBuffer>
    | Uint16Array<ArrayBuffer>
    | Uint8Array<ArrayBuffer>;
}

/** An input or output of the graph; a dimension with a name is free. */
export interface OnnxValue {
  readonly name: string;
  readonly type: ElementType;
  readonly dims: readonly (number | string)[];
}

export interface OnnxGraph {
  readonly name: string;
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly constants: readonly OnnxConstant[];
  /** In an order in which each node's inputs exist. */
  readonly nodes: readonly OnnxNode[];
}

export interface OnnxModel {
  readonly graph: OnnxGraph;
  readonly producer: string;
  /** Version of each operator set the nodes use, by domain. */
  readonly opsets: Readonly<Record<string, number>>;
}

/** ONNX's file format version 8, the one that came with operator set 15. */
const IR_VERSION = 8;

/** The bytes of a `.onnx` file. Field numbers are those of onnx.proto in github.com/onnx/onnx. */
export function encodeOnnxModel(model: OnnxModel): Uint8Array<ArrayBuffer> {
  const message = new ProtoMessage()
    .int(1, IR_VERSION)
    .string(2, model.producer)
    .message(7, encodeGraph(model.graph));
  for (const [domain, version] of Object.entries(model.opsets)) {
    message.message(8, new ProtoMessage().string(1, domain).int(2, version));
  }
  return message.toBytes();
}

function encodeGraph(graph: OnnxGraph): ProtoMessage {
  const message = new ProtoMessage();
  for (const node of graph.nodes) message.message(1, encodeNode(node));
  message.string(2, graph.name);
  for (const constant of graph.constants) message.message(5, encodeConstant(constant));
  for (const value of graph.inputs) message.message(11, encodeValue(value));
  for (const value of graph.outputs) message.message(12, encodeValue(value));
  return message;
}

function encodeNode(node: OnnxNode): ProtoMessage {
  const message = new ProtoMessage();
  for (const name of node.inputs) message.string(1, name);
  for (const name of node.outputs) message.string(2, name);
  message.string(3, node.name).string(4, node.opType);
  for (const [name, attribute] of Object.entries(node.attributes ?? {})) {
    message.message(5, encodeAttribute(name, attribute));
  }
  return message.string(7, node.domain ?? '');
}

function encodeAttribute(name: string, attribute: Attribute): ProtoMessage {
  const message = new ProtoMessage().string(1, name);
  switch (attribute.kind) {
    case 'float':
      return message.float(2, attribute.value).int(20, 1);
    case 'int':
      return message.int(3, attribute.value).int(20, 2);
    case 'string':
      return message.string(4, attribute.value).int(20, 3);
    case 'ints':
      for (const value of attribute.values) message.int(8, value);
      return message.int(20, 7);
  }
}

function encodeConstant({ name, dims, data }: OnnxConstant): ProtoMessage {
  const message = new ProtoMessage();
  for (const size of dims) message.int(1, size);
  // raw_data is little-endian, and so is every platform that a browser runs on.
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return message.int(2, ELEMENT_TYPES[elementTypeOf(data)]).string(8, name).bytes(9, raw);
}

function elementTypeOf(data: OnnxConstant['data']): ElementType {
  if (data instanceof Float32Array) return 'float32';
  if (data instanceof BigInt64Array) return 'int64';
  return data instanceof Uint16Array ? 'float16' : 'uint8';
}

function encodeValue({ name, type, dims }: OnnxValue): ProtoMessage {
  const shape = new ProtoMessage();
  for (const size of dims) {
    const dimension = new ProtoMessage();
    shape.message(1, typeof size === 'number' ? dimension.int(1, size) : dimension.string(2, size));
  }
  const tensor = new ProtoMessage().int(1, ELEMENT_TYPES[type]).message(2, shape);
  return new ProtoMessage().string(1, name).message(2, new ProtoMessage().message(1, tensor));
}
