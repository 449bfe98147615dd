import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Checksum } from './shelf.ts';

/** Takes a file's bytes in order, and says its checksum in the end. */
export interface FileHash {
  update(bytes: Uint8Array): void;
  digest(): Checksum;
}

export function sha256Hash(): FileHash {
  const hash = sha256.create();
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    digest: () => `sha256:${bytesToHex(hash.digest())}`,
  };
}

/**
 * The hash that a checksum was made with.
 *
 * @param bytes size of the file: git's blob ids begin with it ("blob 12\0" and the file, SHA-1;
 *   git-scm.com/book/en/v2/Git-Internals-Git-Objects), so a file of another size has another id.
 */
export function hashFor(checksum: Checksum, bytes: number): FileHash {
  if (checksum.startsWith('sha256:')) return sha256Hash();
  const hash = sha1.create().update(utf8ToBytes(`blob ${String(bytes)}\0`));
  return {
    update: (part) => {
      hash.update(part);
    },
    digest: () => `git:${bytesToHex(hash.digest())}`,
  };
}
