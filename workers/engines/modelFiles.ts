import { bytesInWords } from '../../src/core/bytesInWords.ts';
import type { ModelRef } from '../../src/core/calls/model.ts';
import { hashFor, type FileHash } from '../../src/core/models/fileHash.ts';
import {
  asListing,
  type FileListing,
  keptListing,
  parseKeptListing,
} from '../../src/core/models/fileListing.ts';
import type { ModelFile } from '../../src/core/models/modelFile.ts';
import { mostBytesOf } from '../../src/core/models/hubLayout.ts';
import { listingUrl, type ListedFile } from '../../src/core/models/shelf.ts';
import { BytesResponse } from './bytesResponse.ts';
import { checkDownload } from './checkDownload.ts';
import { failureError } from './failures.ts';
import { BadAnswerError, fetchInParts, NoRoomError, PART_BYTES } from './fetchInParts.ts';
import { fetchListing } from './fetchListing.ts';
import { KeptFiles } from './keptFiles.ts';
import type { LoadMeter } from './loadMeter.ts';
import { baseUrl, isFixed, type ModelAddress } from './modelAddress.ts';
import { FileFailures } from './fileFailures.ts';
import { readBody } from './readBody.ts';

/** Files above this are fetched part by part. */
const LARGE_BYTES = 16 * 2 ** 20;
export interface ModelFilesOptions {
  readonly model: ModelRef;
  readonly address: ModelAddress;
  /** The card's list; a file it does not list is not asked for. Null where there is no card. */
  readonly files: readonly ModelFile[] | null;
  /** Bytes that the reader has agreed to have fetched from a hub. */
  readonly agreedBytes: number;
  readonly meter: LoadMeter;
  readonly signal: AbortSignal;
}

/**
 * A model's files: fetched, checked and counted in one place, whoever asks. What comes from a hub commit is kept in the
 * browser's cache; a moving revision is pinned to the commit that the hub names with config.json. A folder's files are
 * there already, or nowhere.
 */
export class ModelFiles {
  /** Rejects with the first failure of a required file, and never resolves. */
  readonly failed: Promise<never>;
  readonly #fail: (error: unknown) => void;
  readonly #options: ModelFilesOptions;
  readonly #failures: FileFailures;
  #revision: string;
  #listing: Promise<FileListing | null> | null = null;
  #opened: Promise<KeptFiles> | null = null;
  readonly #ahead = new Map<string, Uint8Array<ArrayBuffer>>();
  #bytes = 0;

  constructor(options: ModelFilesOptions) {
    const { promise, reject } = withRejecter();
    // Whoever races against it hears of it; nobody has to.
    promise.catch(() => undefined);
    this.failed = promise;
    this.#fail = reject;
    this.#options = options;
    this.#failures = new FileFailures(options.model, options.files !== null);
    this.#revision = options.model.revision;
  }

  /** The reference's revision, or the commit it stood for. */
  get revision(): string {
    return this.#revision;
  }

  /** Bytes of all files read so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The value of a JSON file; null where an optional one is not there. @throws ModelFailureError */
  async readJson(path: string, { optional = false } = {}): Promise<unknown> {
    const text = await this.readText(path, { optional });
    if (text === null) return null;
    try {
      return JSON.parse(text);
    } catch {
      throw failureError('bad-config', `${path} of ${this.#options.model.id} is not JSON.`);
    }
  }

  /** @throws ModelFailureError */
  async readText(path: string, { optional = false } = {}): Promise<string | null> {
    const bytes = await this.#read(path, optional);
    return bytes === null ? null : new TextDecoder().decode(bytes);
  }

  /** How many data files a graph has beside it, by the listing; null where there is no listing to go by. */
  async dataFiles(graph: string): Promise<number | null> {
    const listing = await this.#list();
    if (listing?.isWhole !== true) return null;
    let count = 0;
    while (listing.files.has(`${graph}_data${count === 0 ? '' : `_${String(count)}`}`)) count += 1;
    return count;
  }

  /**
   * Looks at what is to be fetched before the first byte of it.
   *
   * @throws ModelFailureError `too-large`, `no-room` or `needs-consent`.
   */
  async plan(paths: readonly string[]): Promise<void> {
    const { model, meter, agreedBytes } = this.#options;
    const sizes = new Map<string, number>();
    let missingBytes = 0;
    for (const path of paths) {
      const bytes = await this.#sizeOf(path);
      if (bytes === null) continue;
      sizes.set(path, bytes);
      this.#checkSize(path, bytes);
      missingBytes += Math.max(0, bytes - (await this.#keptBytes(path)));
    }
    meter.plan(sizes);
    if (model.source !== 'hub') return;
    const totalBytes = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
    const what = `${model.id} in ${model.dtype}`;
    const isKept = await this.#keeps();
    await checkDownload({ what, totalBytes, missingBytes, agreedBytes, isKept });
  }

  /**
   * Reads weights before transformers.js asks for them. It would leave one file's failure unheard while it waits for
   * another. @throws ModelFailureError
   */
  async readAhead(paths: readonly string[]): Promise<void> {
    await Promise.all(
      paths.map(async (path) => {
        const bytes = await this.#read(path, false);
        if (bytes !== null) this.#ahead.set(path, bytes);
      }),
    );
  }

  /** Stands in for `fetch` in transformers.js: the same files by their whole address. */
  readonly fetch = async (address: string | URL): Promise<Response> => {
    const base = this.#base;
    const url = String(address);
    const path = url.startsWith(base) ? url.slice(base.length) : null;
    try {
      if (path === null) {
        throw failureError('unknown', `The runtime asked for ${url}, outside the model's folder.`);
      }
      const ahead = this.#ahead.get(path);
      // Handed over for good: a model must not be in memory twice.
      this.#ahead.delete(path);
      const bytes = ahead ?? (await this.#read(path, path === 'generation_config.json'));
      return bytes === null ? new Response(null, { status: 404 }) : new BytesResponse(bytes);
    } catch (error) {
      this.#fail(error);
      throw error;
    }
  };

  /** Writes down that the model was loaded. */
  async noteUse(): Promise<void> {
    if (await this.#keeps()) await (await this.#kept()).noteUse(this.#base);
  }

  get #base(): string {
    return baseUrl(this.#options.address, this.#options.model.id, this.#revision);
  }

  async #read(path: string, optional: boolean): Promise<Uint8Array<ArrayBuffer> | null> {
    const { model } = this.#options;
    // Which commit there is to list comes with config.json.
    const isPinning = path === 'config.json' && model.source === 'hub' && !this.#isFixed;
    const listing = isPinning ? null : await this.#list();
    const listed = listing?.files.get(path);
    if (listing?.isWhole === true && listed === undefined) {
      if (optional) return null;
      throw this.#failures.notListed(path, [...listing.files.keys()]);
    }
    if (listed !== undefined) this.#checkSize(path, listed.bytes);
    const bytes =
      (await this.#readKept(path, listed)) ?? (await this.#readRemote(path, listed, optional));
    if (bytes !== null) this.#bytes += bytes.length;
    return bytes;
  }

  /** Null where it is not kept here, or not as it was. */
  async #readKept(
    path: string,
    listed: ListedFile | undefined,
  ): Promise<Uint8Array<ArrayBuffer> | null> {
    if (!(await this.#keeps())) return null;
    const kept = await this.#kept();
    const url = this.#base + path;
    const file = await kept.file(url);
    if (file === null) return null;
    const checksum = file.checksum ?? listed?.checksum ?? null;
    const hash = checksum === null ? null : hashFor(checksum, file.bytes);
    const wanted = { expectedBytes: file.bytes, mostBytes: file.bytes, hash };
    const bytes = await readBody(file.response, wanted, this.#hear(path)).catch(() => null);
    const isWhole = bytes?.length === file.bytes && (hash === null || hash.digest() === checksum);
    if (isWhole) return bytes;
    if (this.#options.model.source === 'folder') throw this.#failures.damaged(path);
    await kept.dropFile(url);
    return null;
  }

  async #readRemote(
    path: string,
    listed: ListedFile | undefined,
    optional: boolean,
  ): Promise<Uint8Array<ArrayBuffer> | null> {
    if (this.#options.model.source === 'folder') throw this.#failures.damaged(path);
    const isLarge = listed !== undefined && listed.bytes > LARGE_BYTES;
    const keeps = await this.#keeps();
    const fetched =
      isLarge && keeps
        ? await this.#fetchLarge(path, listed)
        : await this.#fetchSmall(path, listed, optional);
    if (fetched === null) return null;
    const { bytes, hash } = fetched;
    // Of a moving revision the listing is only there now.
    const known = listed ?? (await this.#list())?.files.get(path);
    const kept = await this.#kept();
    const url = this.#base + path;
    try {
      this.#failures.check(path, bytes, hash, known);
    } catch (error) {
      if (isLarge) await kept.dropParts(url);
      throw error;
    }
    // Looked at again: config.json may have pinned the revision.
    if (await this.#keeps()) {
      const isKept = await kept.keepFile(url, bytes, known?.checksum ?? null);
      // Where the browser has no room for both, the parts stay: they are the file too.
      if (isKept && isLarge) await kept.dropParts(url);
    }
    return bytes;
  }

  async #fetchSmall(path: string, listed: ListedFile | undefined, optional: boolean) {
    const { signal } = this.#options;
    // What is kept here need not be in the HTTP cache as well, and what can move is asked for again.
    const mode = (await this.#keeps()) ? 'no-store' : this.#isFixed ? 'default' : 'no-cache';
    const hash = hashOf(listed);
    try {
      const response = await fetch(this.#base + path, { signal, cache: mode });
      if (!response.ok || isPageInstead(response, path)) {
        await response.body?.cancel();
        this.#failures.missing(path, optional, response);
        return null;
      }
      this.#pinTo(response.headers.get('x-repo-commit'));
      const mostBytes = listed?.bytes ?? mostBytesOf(path);
      const wanted = { expectedBytes: listed?.bytes ?? null, mostBytes, hash };
      const bytes = await readBody(response, wanted, this.#hear(path));
      if (listed === undefined) this.#checkSize(path, bytes.length);
      return { bytes, hash };
    } catch (error) {
      throw this.#failures.fetching(path, error, signal, null);
    }
  }

  async #fetchLarge(path: string, listed: ListedFile) {
    const { signal } = this.#options;
    const kept = await this.#kept();
    const url = this.#base + path;
    try {
      return await fetchInParts({
        url,
        totalBytes: listed.bytes,
        partBytes: PART_BYTES,
        kept,
        openHash: () => hashOf(listed),
        signal,
        onProgress: this.#hear(path),
      });
    } catch (error) {
      if (error instanceof BadAnswerError) {
        const { status } = error.response;
        if (status === 206 || status === 416) throw this.#failures.otherSize(path, listed.bytes);
        this.#failures.missing(path, false, error.response);
      }
      if (error instanceof NoRoomError) {
        throw this.#failures.noRoom(path, listed.bytes, await kept.partBytes(url));
      }
      const here = `${bytesInWords(await kept.partBytes(url))} of ${bytesInWords(listed.bytes)}`;
      throw this.#failures.fetching(path, error, signal, here);
    }
  }

  async #list(): Promise<FileListing | null> {
    this.#listing ??= this.#findListing();
    return await this.#listing;
  }

  async #findListing(): Promise<FileListing | null> {
    const { model, files, address, signal } = this.#options;
    if (model.source === 'bundled' || model.source === 'baseline') {
      return files === null ? null : asListing(files.map(ofCard), true);
    }
    const url = listingUrl(this.#base);
    const kept = await this.#kept();
    const known = this.#isFixed ? await kept.file(url) : null;
    const text = await known?.response.text().catch(() => null);
    const listing = text == null ? null : parseKeptListing(text);
    if (listing !== null) return listing;
    if (model.source === 'folder') throw this.#failures.folderGone();
    const fetched = await fetchListing(address.host, model.id, this.#revision, signal);
    if (fetched !== null && this.#isFixed) {
      await kept.keepFile(url, new TextEncoder().encode(keptListing(fetched)), null);
    }
    return fetched;
  }

  /** Bytes of a file, by the listing or by asking for its head; null where nobody says. */
  async #sizeOf(path: string): Promise<number | null> {
    const listing = await this.#list();
    const listed = listing?.files.get(path);
    if (listed !== undefined || listing?.isWhole === true) return listed?.bytes ?? null;
    if (this.#options.model.source !== 'hub') return null;
    const request = { method: 'HEAD', signal: this.#options.signal };
    const response = await fetch(this.#base + path, request).catch(() => null);
    if (response?.ok !== true || response.headers.has('content-encoding')) return null;
    const length = response.headers.get('content-length');
    return length === null ? null : Number(length);
  }

  async #keptBytes(path: string): Promise<number> {
    if (!(await this.#keeps())) return 0;
    const kept = await this.#kept();
    const url = this.#base + path;
    const file = await kept.file(url);
    await file?.response.body?.cancel();
    return file?.bytes ?? (await kept.partBytes(url));
  }

  #checkSize(path: string, bytes: number): void {
    const most = mostBytesOf(path);
    if (bytes > most) throw this.#failures.tooLarge(path, bytes, most);
  }

  #hear(path: string) {
    return (progress: { loadedBytes: number; totalBytes: number | null }) => {
      this.#options.meter.note(path, progress);
    };
  }

  /** Whether the revision names the same files for ever. */
  get #isFixed(): boolean {
    return this.#options.model.source === 'folder' || isFixed(this.#revision);
  }

  async #keeps(): Promise<boolean> {
    const { source } = this.#options.model;
    if (source !== 'hub' && source !== 'folder') return false;
    return this.#isFixed && (await this.#kept()).canKeep;
  }

  async #kept(): Promise<KeptFiles> {
    this.#opened ??= KeptFiles.open();
    return await this.#opened;
  }

  #pinTo(commit: string | null): void {
    const isHub = this.#options.model.source === 'hub';
    if (isHub && !this.#isFixed && commit !== null && isFixed(commit)) this.#revision = commit;
  }
}

function hashOf(listed: ListedFile | undefined): FileHash | null {
  return listed?.checksum == null ? null : hashFor(listed.checksum, listed.bytes);
}

function ofCard({ path, bytes, sha256 }: ModelFile): ListedFile {
  return { path, bytes, checksum: `sha256:${sha256}` };
}

/** Many static hosts answer for a missing file with their start page. */
function isPageInstead(response: Response, path: string): boolean {
  const type = response.headers.get('content-type') ?? '';
  return type.startsWith('text/html') && !path.endsWith('.html');
}

function withRejecter(): { promise: Promise<never>; reject: (error: unknown) => void } {
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<never>((_, onReject) => {
    reject = onReject;
  });
  return { promise, reject };
}
