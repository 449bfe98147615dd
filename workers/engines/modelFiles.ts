import type { ModelRef } from '../../src/core/calls/model.ts';
import type { ModelFile } from '../../src/core/models/modelFile.ts';
import { errorText, failureError } from './failures.ts';
import { baseUrl, isCommit, type ModelAddress } from './modelAddress.ts';
import { type Body, type BodyProgress, readBody } from './readBody.ts';

/** Name of the browser cache that keeps hub files of pinned commits. */
const CACHE_NAME = 'benchside-models';

export interface ModelFilesOptions {
  readonly model: ModelRef;
  readonly address: ModelAddress;
  /** The card's list; a file it does not list is not asked for. Null where there is no card. */
  readonly files: readonly ModelFile[] | null;
  readonly onProgress: (file: string, progress: BodyProgress) => void;
  readonly signal: AbortSignal;
}

/**
 * A Response that hands its bytes over instead of copying them; transformers.js reads it by `arrayBuffer`.
 */
class BytesResponse extends Response {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  constructor(bytes: Uint8Array<ArrayBuffer>) {
    super(null, { status: 200, headers: { 'Content-Length': String(bytes.length) } });
    this.#bytes = bytes;
  }
  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(this.#bytes.buffer);
  }
}

/**
 * A model's files: fetched, checked and counted in one place, whoever asks. Files of a hub commit are kept in the
 * browser's cache; those of a moving revision are pinned to the commit that the hub names with config.json.
 */
export class ModelFiles {
  /** Rejects with the first failure of a required file, and never resolves. */
  readonly failed: Promise<never>;
  readonly #fail: (error: unknown) => void;
  readonly #options: ModelFilesOptions;
  #revision: string;
  readonly #ahead = new Map<string, Uint8Array<ArrayBuffer>>();
  #bytes = 0;

  constructor(options: ModelFilesOptions) {
    const { promise, reject } = withRejecter();
    // Whoever races against it hears of it; nobody has to.
    promise.catch(() => undefined);
    this.failed = promise;
    this.#fail = reject;
    this.#options = options;
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
    const base = baseUrl(this.#options.address, this.#options.model.id, this.#revision);
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

  async #read(path: string, optional: boolean): Promise<Uint8Array<ArrayBuffer> | null> {
    const { files } = this.#options;
    const listed = files?.find((file) => file.path === path);
    if (files !== null && listed === undefined) return this.#missing(path, optional);
    const url = baseUrl(this.#options.address, this.#options.model.id, this.#revision) + path;
    const cache = await this.#openCache();
    const kept = await cache?.match(url);
    const response = kept ?? (await this.#request(url));
    if (!response.ok || isPageInstead(response, path))
      return this.#missing(path, optional, response);
    this.#pinTo(response.headers.get('x-repo-commit'));
    // A clone that nobody reads would keep the whole file in memory beside the one that is read.
    const storing =
      cache !== null && kept === undefined ? store(cache, url, response.clone()) : null;
    const body = await this.#body(response, path, listed).catch(async (error: unknown) => {
      await storing;
      await cache?.delete(url);
      throw error;
    });
    await storing;
    this.#check(body, path, listed);
    this.#bytes += body.bytes.length;
    return body.bytes;
  }

  async #request(url: string): Promise<Response> {
    try {
      // What can move is asked for again; the hub's entity tags make that cheap.
      const cache = isCommit(this.#revision) ? 'default' : 'no-cache';
      return await fetch(url, { signal: this.#options.signal, cache });
    } catch (error) {
      throw this.#networkFailure(error, url);
    }
  }

  async #body(response: Response, path: string, listed: ModelFile | undefined): Promise<Body> {
    const wanted = { expectedBytes: listed?.bytes ?? null, hash: listed !== undefined };
    try {
      return await readBody(response, wanted, (progress) => {
        this.#options.onProgress(path, progress);
      });
    } catch (error) {
      if (error instanceof RangeError) {
        throw failureError(
          'does-not-fit',
          `There is no memory for ${path} of ${this.#options.model.id}.`,
        );
      }
      throw this.#networkFailure(error, path);
    }
  }

  #check(body: Body, path: string, listed: ModelFile | undefined): void {
    if (listed === undefined || body.sha256 === listed.sha256) return;
    const { id } = this.#options.model;
    const what =
      body.bytes.length === listed.bytes
        ? `its SHA-256 is ${String(body.sha256)}, not ${listed.sha256}`
        : `it has ${String(body.bytes.length)} bytes, not ${String(listed.bytes)}`;
    throw failureError('checksum', `${path} of ${id} is not the file its card lists: ${what}.`);
  }

  #missing(path: string, optional: boolean, response?: Response): null {
    const { model, files } = this.#options;
    const status = response?.ok === false ? response.status : 404;
    const isAbsent = status === 401 || status === 403 || status === 404;
    if (!isAbsent) {
      throw failureError(
        'network',
        `The server answered ${String(status)} for ${path} of ${model.id}.`,
      );
    }
    if (optional) return null;
    if (files !== null) {
      const where =
        response === undefined ? 'its card does not list it' : 'the site has no such file';
      throw failureError('file-missing', `${model.id} needs ${path}, but ${where}.`);
    }
    if (path === 'config.json') {
      const where = model.source === 'hub' ? 'The hub has' : 'The site has';
      const what = `${where} no model ${model.id} at ${model.revision} that it shows to everyone.`;
      throw failureError('model-not-found', what);
    }
    const use = path.startsWith('onnx/') ? `, which ${model.dtype} needs` : '';
    throw failureError('file-missing', `${model.id} has no ${path}${use}.`);
  }

  #networkFailure(error: unknown, what: string): Error {
    if (this.#options.signal.aborted) return failureError('aborted', 'The loading was stopped.');
    const text = errorText(error);
    return failureError('network', `Fetching ${what} broke off: ${text}.`);
  }

  #pinTo(commit: string | null): void {
    const isHub = this.#options.model.source === 'hub';
    if (isHub && !isCommit(this.#revision) && commit !== null && isCommit(commit)) {
      this.#revision = commit;
    }
  }

  async #openCache(): Promise<Cache | null> {
    if (this.#options.model.source !== 'hub' || !isCommit(this.#revision)) return null;
    // No cache in a private window or an insecure context: then the file is fetched again.
    return typeof caches === 'undefined' ? null : await caches.open(CACHE_NAME).catch(() => null);
  }
}

/** A full cache must not fail a load, so what goes wrong here is let go. */
async function store(cache: Cache, url: string, response: Response): Promise<void> {
  await cache.put(url, response).catch(() => undefined);
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
