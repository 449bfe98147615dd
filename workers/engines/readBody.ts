import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

export interface BodyProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number | null;
}

export interface Body {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** 64 hex digits; null unless asked for. */
  readonly sha256: string | null;
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
  { expectedBytes, hash }: { expectedBytes: number | null; hash: boolean },
  onProgress: (progress: BodyProgress) => void,
): Promise<Body> {
  const totalBytes = expectedBytes ?? lengthOf(response);
  const hasher = hash ? sha256.create() : null;
  let buffer = new Uint8Array(totalBytes ?? FIRST_GUESS_BYTES);
  let loadedBytes = 0;
  let reportedMs = -Infinity;
  const reader = response.body?.getReader();
  for (let chunk = await reader?.read(); chunk?.done === false; chunk = await reader?.read()) {
    const end = loadedBytes + chunk.value.length;
    if (end > buffer.length) buffer = grown(buffer, Math.max(end, buffer.length * 2));
    buffer.set(chunk.value, loadedBytes);
    hasher?.update(chunk.value);
    loadedBytes = end;
    const now = performance.now();
    if (now - reportedMs > REPORT_EVERY_MS) {
      reportedMs = now;
      onProgress({ loadedBytes, totalBytes });
    }
  }
  onProgress({ loadedBytes, totalBytes: loadedBytes });
  return {
    bytes: loadedBytes === buffer.length ? buffer : buffer.slice(0, loadedBytes),
    sha256: hasher === null ? null : bytesToHex(hasher.digest()),
  };
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
