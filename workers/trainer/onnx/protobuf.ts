/**
 * Writes protocol buffer messages, as much of the wire format as ONNX needs.
 *
 * Our own because the page only ever writes, and writes few message types: protobufjs compiles its codecs with
 * `Function()`, which the site's content security policy refuses, and @bufbuild/protobuf wants a generated file many
 * times the size of this one. Source: protobuf.dev/programming-guides/encoding.
 */
export class ProtoMessage {
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  /** Encoded bytes so far. */
  get length(): number {
    return this.#length;
  }

  /** An int64 or enum; negative numbers take ten bytes, as the format has it. */
  int(field: number, value: number | bigint): this {
    this.#add(varint(tag(field, 0)));
    return this.#add(varint(BigInt.asUintN(64, BigInt(value))));
  }

  /** A 32-bit float. */
  float(field: number, value: number): this {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value, true);
    this.#add(varint(tag(field, 5)));
    return this.#add(bytes);
  }

  /** Bytes are kept by reference until `toBytes`, so that large weights are copied once. */
  bytes(field: number, value: Uint8Array): this {
    this.#add(varint(tag(field, 2)));
    this.#add(varint(BigInt(value.length)));
    return this.#add(value);
  }

  string(field: number, value: string): this {
    return this.bytes(field, new TextEncoder().encode(value));
  }

  /** Embeds a message; what is added to it afterwards is not seen. */
  message(field: number, value: ProtoMessage): this {
    this.#add(varint(tag(field, 2)));
    this.#add(varint(BigInt(value.length)));
    for (const part of value.#parts) this.#add(part);
    return this;
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    const out = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      out.set(part, at);
      at += part.length;
    }
    return out;
  }

  #add(part: Uint8Array): this {
    this.#parts.push(part);
    this.#length += part.length;
    return this;
  }
}

function tag(field: number, wireType: number): bigint {
  return BigInt(field) * 8n + BigInt(wireType);
}

function varint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}
