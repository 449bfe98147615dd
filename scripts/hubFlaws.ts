/**
 * What a visit to the hub's imitation is to go through. A visit is everything under `/~{name}/`: its flaws are set by
 * `/~{name}/set?cutAfter=100000&noRange=1`, each time anew, and what was sent in it is told by `/~{name}/sent`.
 */
export interface Flaws {
  /** Bytes by which graphs are larger than they are on disk: an empty description, which every reader skips. */
  readonly pad: number;
  /** Bytes of large files, all together, after which every connection is cut. */
  readonly cutAfter: number;
  /** Bytes that large files are short of at their end. */
  readonly short: number;
  /** Ranges are ignored. */
  readonly noRange: boolean;
  /** Requests for ranges come to nothing, as where another origin may not ask for them. */
  readonly refuseRange: boolean;
  /** Stands in the entity tags of large files. */
  readonly etag: string;
  /** Large files have one wrong bit. */
  readonly flip: boolean;
  /** Every connection is cut at once. */
  readonly down: boolean;
  /** There is no listing of files, as on simple mirrors. */
  readonly noListing: boolean;
  /** Size that the listing says graphs have; 0 for the true one. */
  readonly listedSize: number;
  /** How many files of weights, of the same size, the listing says lie beside each graph. */
  readonly dataFiles: number;
}

/** One answer with a body, as it was sent. */
export interface Sent {
  readonly path: string;
  /** The header as it came, or null. */
  readonly range: string | null;
  readonly bytes: number;
}

export interface Visit {
  flaws: Flaws;
  readonly sent: Sent[];
  /** Bytes of large files sent since the flaws were set. */
  largeBytes: number;
}

export function flawsOf(query: URLSearchParams): Flaws {
  const number = (name: string): number => Number(query.get(name) ?? 0);
  return {
    pad: number('pad'),
    cutAfter: number('cutAfter'),
    short: number('short'),
    listedSize: number('listedSize'),
    dataFiles: number('dataFiles'),
    etag: query.get('etag') ?? '',
    noRange: query.has('noRange'),
    refuseRange: query.has('refuseRange'),
    flip: query.has('flip'),
    down: query.has('down'),
    noListing: query.has('noListing'),
  };
}

export function newVisit(): Visit {
  return { flaws: flawsOf(new URLSearchParams()), sent: [], largeBytes: 0 };
}

/** A graph made larger by a `doc_string` (field 6 of ModelProto) of spaces. */
export function padded(bytes: Buffer, pad: number): Buffer {
  if (pad === 0) return bytes;
  const length: number[] = [];
  for (let rest = pad; rest > 0; rest = Math.floor(rest / 128)) {
    length.push((rest % 128) + (rest >= 128 ? 128 : 0));
  }
  return Buffer.concat([bytes, Buffer.from([(6 << 3) | 2, ...length]), Buffer.alloc(pad, ' ')]);
}

export function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const middle = copy.length >> 1;
  copy.writeUInt8(copy.readUInt8(middle) ^ 1, middle);
  return copy;
}
