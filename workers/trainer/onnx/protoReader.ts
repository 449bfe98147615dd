/** A field of a protocol buffer message, as far as ONNX files use them. */
export type ProtoField =
  | { readonly number: number; readonly kind: 'int'; readonly value: bigint }
  | { readonly number: number; readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly number: number; readonly kind: 'fixed' };

/** Bytes of a varint at most: 64 bits, seven to a byte. */
const MOST_VARINT = 10;

/** Reads the fields of a message one after the other; see `ProtoMessage` for the other way and for why it is our own. */
export class ProtoReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** @throws RangeError for bytes that are no message. */
  *fields(): Generator<ProtoField> {
    while (this.#at < this.#bytes.length) {
      const tag = this.#varint();
      const number = Number(tag >> 3n);
      switch (Number(tag & 7n)) {
        case 0:
          yield { number, kind: 'int', value: BigInt.asIntN(64, this.#varint()) };
          break;
        case 1:
          this.#take(8);
          yield { number, kind: 'fixed' };
          break;
        case 2:
          yield { number, kind: 'bytes', bytes: this.#take(Number(this.#varint())) };
          break;
        case 5:
          this.#take(4);
          yield { number, kind: 'fixed' };
          break;
        default:
          throw new RangeError(`there is an unknown kind of field at byte ${String(this.#at)}.`);
      }
    }
  }

  #take(count: number): Uint8Array {
    const end = this.#at + count;
    if (end > this.#bytes.length)
      throw new RangeError(`a field of ${String(count)} bytes goes past the end.`);
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  #varint(): bigint {
    let value = 0n;
    for (let index = 0; index < MOST_VARINT; index++) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) throw new RangeError('a number goes past the end.');
      this.#at += 1;
      value |= BigInt(byte & 0x7f) << BigInt(7 * index);
      if (byte < 0x80) return value;
    }
    throw new RangeError('a number has more than 64 bits.');
  }
}
