import type { FileHash } from '../../src/core/models/fileHash.ts';
import type { KeptFiles } from './keptFiles.ts';
import { type BodyProgress, readBody } from './readBody.ts';

/** A lost connection, a reload or Cancel costs at most this much of a large file. */
export const PART_BYTES = 8 * 2 ** 20;

/** A server that answers with what is no part of the file: its status, or what was wrong with it. */
export class BadAnswerError extends Error {
  readonly response: Response;
  constructor(response: Response) {
    super(`status ${String(response.status)}`);
    this.name = 'BadAnswerError';
    this.response = response;
  }
}

/** The browser takes no more. Its estimate is no promise: it may tell every site the same round number. */
export class NoRoomError extends Error {
  constructor() {
    super('no room');
    this.name = 'NoRoomError';
  }
}

export interface PartsWanted {
  readonly url: string;
  /** As the listing says. */
  readonly totalBytes: number;
  readonly partBytes: number;
  readonly kept: KeptFiles;
  /** Opens the file's hash; more than once where the file has to be begun again. */
  readonly openHash: () => FileHash | null;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: BodyProgress) => void;
}

export interface WholeFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly hash: FileHash | null;
}

/** Begun again once: a file that changes while it is fetched twice over is no file to wait for. */
const MOST_BEGINNINGS = 2;

/**
 * Fetches a large file part by part. Each part is kept as it comes, so that the next attempt fetches those alone that are
 * not there. A server that ignores ranges sends the whole file at once; parts of a file whose entity tag has changed since
 * are thrown away.
 *
 * A range of the form `bytes=a-b` needs no permission of another origin's server (a safelisted header of the Fetch
 * standard). `If-Range` would, so entity tags are compared here.
 *
 * @throws BadAnswerError, NoRoomError, or what fetching and reading throw.
 */
export async function fetchInParts(wanted: PartsWanted): Promise<WholeFile> {
  for (let beginning = 1; ; beginning++) {
    const file = await attempt(wanted);
    if (file !== null) return file;
    await wanted.kept.dropParts(wanted.url);
    if (beginning === MOST_BEGINNINGS) throw new TypeError('the file changes while it is fetched');
  }
}

/** Null where a part is of another state of the file than those before it. */
async function attempt(wanted: PartsWanted): Promise<WholeFile | null> {
  const { url, totalBytes, partBytes, kept, signal, onProgress } = wanted;
  const buffer = new Uint8Array(totalBytes);
  const hash = wanted.openHash();
  let etag: string | null | undefined;
  let hasParts = false;
  for (let index = 0, from = 0; from < totalBytes; index++, from += partBytes) {
    const length = Math.min(partBytes, totalBytes - from);
    let part = await kept.part(url, index, length);
    if (part === null) {
      const response = await askForPart(wanted, from, length, hasParts);
      if (response.status === 200) return await wholeAtOnce(wanted, response);
      part = {
        bytes: await readPart(response, length, (loadedBytes) => {
          onProgress({ loadedBytes: from + loadedBytes, totalBytes });
        }),
        etag: response.headers.get('etag'),
      };
      if (etag !== undefined && part.etag !== etag) return null;
      // A download that cannot be kept would be one for every load.
      if (!(await kept.keepPart(url, index, part))) throw new NoRoomError();
      signal.throwIfAborted();
    } else if (etag !== undefined && part.etag !== etag) return null;
    hasParts = true;
    etag = part.etag;
    buffer.set(part.bytes, from);
    hash?.update(part.bytes);
    onProgress({ loadedBytes: from + length, totalBytes });
  }
  return { bytes: buffer, hash };
}

async function askForPart(
  { url, totalBytes, signal }: PartsWanted,
  from: number,
  length: number,
  hasParts: boolean,
): Promise<Response> {
  const place = `${String(from)}-${String(from + length - 1)}`;
  let response: Response;
  try {
    // Not in the HTTP cache as well: that would take the room twice.
    response = await fetch(url, {
      signal,
      cache: 'no-store',
      headers: { Range: `bytes=${place}` },
    });
  } catch (error) {
    if (signal.aborted || hasParts) throw error;
    // A server that lets no other origin ask for ranges is asked for everything.
    return await fetch(url, { signal, cache: 'no-store' });
  }
  if (response.status === 200) return response;
  const said = response.headers.get('content-range');
  const isPart = response.status === 206;
  if (isPart && (said === null || said === `bytes ${place}/${String(totalBytes)}`)) return response;
  await response.body?.cancel();
  throw new BadAnswerError(response);
}

/** @throws TypeError where it ends early. */
async function readPart(
  response: Response,
  length: number,
  onProgress: (loadedBytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const wanted = { expectedBytes: length, mostBytes: length, hash: null };
  const bytes = await readBody(response, wanted, ({ loadedBytes }) => {
    onProgress(loadedBytes);
  });
  if (bytes.length === length) return bytes;
  throw new TypeError(`${String(length)} bytes were asked for and ${String(bytes.length)} came`);
}

async function wholeAtOnce(
  { totalBytes, openHash, onProgress }: PartsWanted,
  response: Response,
): Promise<WholeFile> {
  const hash = openHash();
  const wanted = { expectedBytes: totalBytes, mostBytes: totalBytes, hash };
  return { bytes: await readBody(response, wanted, onProgress), hash };
}
