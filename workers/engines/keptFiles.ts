import { isChecksum } from '../../src/core/models/fileListing.ts';
import type { KeptModel } from '../../src/core/models/shelf.ts';
import {
  BYTES_HEADER,
  type Checksum,
  CHECKSUM_HEADER,
  ETAG_HEADER,
  FILES_CACHE,
  PARTS_CACHE,
  partUrl,
} from '../../src/core/models/shelf.ts';

/** A whole file as it is kept. */
export interface KeptFile {
  readonly response: Response;
  readonly bytes: number;
  /** Null for a file that nobody had a checksum of. */
  readonly checksum: Checksum | null;
}

export interface KeptPart {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of the file that it is a part of; null where the server gave none. */
  readonly etag: string | null;
}

/** Bytes that are handed to the browser's store at once. */
const STORE_CHUNK_BYTES = 2 ** 20;

/**
 * What this browser keeps of models. Where it can keep nothing (a private window, an insecure context), every file is
 * simply not there. Nothing here throws: what cannot be kept is fetched again.
 */
export class KeptFiles {
  readonly #files: Cache | null;
  readonly #parts: Cache | null;

  private constructor(files: Cache | null, parts: Cache | null) {
    this.#files = files;
    this.#parts = parts;
  }

  static async open(): Promise<KeptFiles> {
    if (typeof caches === 'undefined') return new KeptFiles(null, null);
    const open = async (name: string): Promise<Cache | null> =>
      await caches.open(name).catch(() => null);
    return new KeptFiles(await open(FILES_CACHE), await open(PARTS_CACHE));
  }

  /** Whether anything can be kept. */
  get canKeep(): boolean {
    return this.#files !== null && this.#parts !== null;
  }

  async file(url: string): Promise<KeptFile | null> {
    const response = await this.#files?.match(url).catch(() => undefined);
    if (response === undefined) return null;
    const checksum = response.headers.get(CHECKSUM_HEADER);
    const bytes = Number(response.headers.get(BYTES_HEADER) ?? NaN);
    return Number.isInteger(bytes)
      ? { response, bytes, checksum: isChecksum(checksum) ? checksum : null }
      : null;
  }

  /** @returns whether it is kept. Copied in small pieces: a model must not be in memory twice. */
  async keepFile(
    url: string,
    bytes: Uint8Array<ArrayBuffer>,
    checksum: Checksum | null,
  ): Promise<boolean> {
    const headers = new Headers({ [BYTES_HEADER]: String(bytes.length) });
    if (checksum !== null) headers.set(CHECKSUM_HEADER, checksum);
    return await put(this.#files, url, new Response(streamOf(bytes), { headers }));
  }

  async dropFile(url: string): Promise<void> {
    await this.#files?.delete(url).catch(() => undefined);
  }

  /** Writes down that a model was loaded, for whoever lists what is kept. */
  async noteUse(base: string): Promise<void> {
    const note: Pick<KeptModel, 'usedAt'> = { usedAt: Date.now() };
    const body = JSON.stringify(note);
    const headers = { [BYTES_HEADER]: String(body.length) };
    await put(this.#files, base, new Response(body, { headers }));
  }

  /** @param bytes the length that a part must have to count. */
  async part(url: string, index: number, bytes: number): Promise<KeptPart | null> {
    const response = await this.#parts?.match(partUrl(url, index)).catch(() => undefined);
    if (response === undefined) return null;
    const body = await response.arrayBuffer().catch(() => null);
    if (body?.byteLength !== bytes) return null;
    return { bytes: new Uint8Array(body), etag: response.headers.get(ETAG_HEADER) };
  }

  /** @returns whether it is kept; false where the browser has no room for it. */
  async keepPart(url: string, index: number, { bytes, etag }: KeptPart): Promise<boolean> {
    const headers = new Headers({ [BYTES_HEADER]: String(bytes.length) });
    if (etag !== null) headers.set(ETAG_HEADER, etag);
    return await put(this.#parts, partUrl(url, index), new Response(bytes, { headers }));
  }

  /** Bytes of the parts that are kept of a file. */
  async partBytes(url: string): Promise<number> {
    let sum = 0;
    for (const { headers } of await this.#partsOf(url)) {
      sum += Number(headers.get(BYTES_HEADER) ?? 0);
    }
    return sum;
  }

  async dropParts(url: string): Promise<void> {
    for (const { key } of await this.#partsOf(url)) {
      await this.#parts?.delete(key).catch(() => undefined);
    }
  }

  async #partsOf(url: string): Promise<{ key: string; headers: Headers }[]> {
    const keys = (await this.#parts?.keys().catch(() => [])) ?? [];
    const found: { key: string; headers: Headers }[] = [];
    for (const { url: key } of keys) {
      if (!key.startsWith(`${url}?part=`)) continue;
      const response = await this.#parts?.match(key).catch(() => undefined);
      if (response === undefined) continue;
      found.push({ key, headers: response.headers });
      // A body that nobody reads holds on to its room after the entry is deleted.
      await response.body?.cancel();
    }
    return found;
  }
}

/** A full store must not fail a load, so what goes wrong here is let go. */
async function put(cache: Cache | null, url: string, response: Response): Promise<boolean> {
  if (cache === null) return false;
  return await cache.put(url, response).then(
    () => true,
    () => false,
  );
}

function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) {
        controller.close();
        return;
      }
      controller.enqueue(bytes.slice(at, at + STORE_CHUNK_BYTES));
      at += STORE_CHUNK_BYTES;
    },
  });
}
