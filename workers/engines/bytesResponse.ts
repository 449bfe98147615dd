/**
 * A Response that hands its bytes over instead of copying them; transformers.js reads it by `arrayBuffer`.
 */
export class BytesResponse extends Response {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  constructor(bytes: Uint8Array<ArrayBuffer>) {
    super(null, { status: 200, headers: { 'Content-Length': String(bytes.length) } });
    this.#bytes = bytes;
  }
  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(this.#bytes.buffer);
  }
}
