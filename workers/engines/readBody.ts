import type { FileHash } from '../../src/core/models/fileHash.ts';

export interface BodyProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number | null;
}

export interface BodyWanted {
  /** As the listing says; null to go by the response. */
  readonly expectedBytes: number | null;
  /** Reading stops above this; what was read is given back, too long. */
  readonly mostBytes: number;
  /** Is given every byte in order. */
  readonly hash: FileHash | null;
}

const REPORT_EVERY_MS = 100;
const FIRST_GUESS_BYTES = 65_536;

/**
 * Reads a response into one buffer, as large as the server said from the start: a model must not be in memory twice.
 *
 * @throws what the stream throws: TypeError where the connection breaks, AbortError where the fetch was aborted.
 */
export async function readBody(
  response: Response,
  { expectedBytes, mostBytes, hash }: BodyWanted,
  onProgress: (progress: BodyProgress) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const totalBytes = expectedBytes ?? lengthOf(response);
  // A server may say any length; memory is taken for what may come.
  let buffer = new Uint8Array(Math.min(totalBytes ?? FIRST_GUESS_BYTES, mostBytes));
  let loadedBytes = 0;
  let reportedMs = -Infinity;
  const reader = response.body?.getReader();
  for (let chunk = await reader?.read(); chunk?.done === false; chunk = await reader?.read()) {
    const end = loadedBytes + chunk.value.length;
    if (end > buffer.length) buffer = grown(buffer, Math.max(end, buffer.length * 2));
    buffer.set(chunk.value, loadedBytes);
    hash?.update(chunk.value);
    loadedBytes = end;
    if (loadedBytes > mostBytes) {
      await reader?.cancel();
      break;
    }
    const now = performance.now();
    if (now - reportedMs > REPORT_EVERY_MS) {
      reportedMs = now;
      onProgress({ loadedBytes, totalBytes });
    }
  }
  onProgress({ loadedBytes, totalBytes: loadedBytes });
  return loadedBytes === buffer.length ? buffer : buffer.slice(0, loadedBytes);
}

/** The length the server gave; null where it gave none, or that of a compressed form. */
function lengthOf(response: Response): number | null {
  const text = response.headers.get('content-length');
  if (text === null || response.headers.get('content-encoding') !== null) return null;
  return Number(text);
}

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}
