import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ModelCall } from './call.ts';
import { canonicalJson } from './canonicalJson.ts';

/** SHA-256 of the UTF-8 bytes of a text, as 64 hex digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Identity of any plain value: SHA-256 of its canonical JSON, as 64 hex digits. */
export function identityOf(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}

/** Identity of a model call: the key of its reply in the memo table. */
export function callIdentity(call: ModelCall): string {
  return identityOf(call);
}
