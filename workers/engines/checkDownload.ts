import { bytesInWords } from '../../src/core/bytesInWords.ts';
import { failureError } from './failures.ts';

export interface Download {
  /** The model, in words: `owner/name in q4`. */
  readonly what: string;
  /** Of all files. */
  readonly totalBytes: number;
  /** Of those that are not kept here. */
  readonly missingBytes: number;
  /** What the reader has agreed to have fetched. */
  readonly agreedBytes: number;
  /** Whether what is fetched takes room in this browser. */
  readonly isKept: boolean;
}

/**
 * Looks at a download before its first byte.
 *
 * @throws ModelFailureError `needs-consent` where the reader has to be asked, `no-room` where the browser has no room.
 */
export async function checkDownload(download: Download): Promise<void> {
  const { what, totalBytes, missingBytes, agreedBytes, isKept } = download;
  if (missingBytes === 0) return;
  const size = `${what} has ${bytesInWords(totalBytes)}`;
  const rest = missingBytes === totalBytes ? '' : `, of which ${bytesInWords(missingBytes)}`;
  if (isKept)
    await checkRoom(`${size}${rest === '' ? '' : `${rest} are not here yet`}`, missingBytes);
  if (missingBytes > agreedBytes) {
    const where = rest === '' ? ', which your browser' : `${rest} your browser`;
    throw failureError('needs-consent', `${size}${where} would fetch from the hub.`);
  }
}

async function checkRoom(size: string, missingBytes: number): Promise<void> {
  // Without an estimate, the browser's own limit decides while files come in.
  const estimate = await estimateStorage();
  if (estimate === null || missingBytes <= estimate.freeBytes) return;
  const free = bytesInWords(Math.max(0, estimate.freeBytes));
  const used = bytesInWords(estimate.usedBytes);
  throw failureError(
    'no-room',
    `${size}, and this browser has room for ${free} more: this site uses ${used} of ${bytesInWords(estimate.quotaBytes)}.`,
  );
}

const nothing: StorageEstimate = {};

async function estimateStorage(): Promise<{
  usedBytes: number;
  quotaBytes: number;
  freeBytes: number;
} | null> {
  if (!isSecureContext) return null;
  const { usage, quota } = await navigator.storage.estimate().catch(() => nothing);
  if (usage === undefined || quota === undefined) return null;
  return { usedBytes: usage, quotaBytes: quota, freeBytes: quota - usage };
}
