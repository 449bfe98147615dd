import { Inflate, deflateSync, strFromU8, strToU8 } from 'fflate';
import { canonicalJson } from '../calls/canonicalJson.ts';
import { sha256Hex } from '../calls/identity.ts';
import type { ResultBundle } from './bundle.ts';
import { parseBundleText, problem, type Parsed } from './parseBundle.ts';

/** Longest link fragment; beyond it chat programs and mail cut links off. */
export const MAX_LINK_CHARS = 8_000;
/** Most bytes that a link may unfold to: a few kilobytes of link can hold megabytes of zeros. */
const MAX_UNFOLDED_BYTES = 2_000_000;
const VERSION = 'v1';
const CHECKSUM_DIGITS = 12;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url without padding (RFC 4648, section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const group = (a << 16) | (b << 8) | c;
    const digits = Math.min(4, bytes.length - at + 1);
    for (let digit = 0; digit < digits; digit += 1) {
      text += ALPHABET.charAt((group >> (18 - 6 * digit)) & 63);
    }
  }
  return text;
}

/** The bytes of a base64url text, or null when it is not one. */
export function fromBase64Url(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let at = 0;
  let buffer = 0;
  let bits = 0;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return null;
    buffer = ((buffer << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (buffer >> bits) & 255;
      at += 1;
    }
  }
  return bytes;
}

/** Inflates, and stops at the size cap. Null when the data are broken or too large. */
function inflateCapped(bytes: Uint8Array): Uint8Array | null {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((chunk) => {
    size += chunk.length;
    if (size > MAX_UNFOLDED_BYTES) throw new RangeError('too large');
    chunks.push(chunk);
  });
  try {
    // In small pieces, so that the cap is met long before the memory is.
    for (let at = 0; at < bytes.length; at += 512) {
      inflate.push(bytes.subarray(at, at + 512), at + 512 >= bytes.length);
    }
  } catch {
    return null;
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

export type EncodedLink = { kind: 'link'; payload: string } | { kind: 'too-long'; chars: number };

/** Packs a result into the text behind `#/shared/`: version, checksum, deflated JSON. */
export function encodeLink(bundle: ResultBundle): EncodedLink {
  const json = canonicalJson(bundle);
  const body = toBase64Url(deflateSync(strToU8(json), { level: 9 }));
  const payload = `${VERSION}.${sha256Hex(json).slice(0, CHECKSUM_DIGITS)}.${body}`;
  return payload.length > MAX_LINK_CHARS
    ? { kind: 'too-long', chars: payload.length }
    : { kind: 'link', payload };
}

/** Reads what `encodeLink` wrote. Every fault is one sentence; nothing is guessed. */
export function decodeLink(payload: string): Parsed<ResultBundle> {
  if (payload.length > MAX_LINK_CHARS) {
    return problem(
      'too-large',
      `The link is ${String(payload.length)} characters long; a Benchside link has at most ${String(MAX_LINK_CHARS)}.`,
    );
  }
  const [version, checksum, body, ...rest] = payload.split('.');
  if (version === undefined || checksum === undefined || body === undefined || rest.length > 0) {
    return problem(
      'bad-link',
      'The link is cut off or changed: it does not have three parts. Ask for it again.',
    );
  }
  if (version !== VERSION) {
    return problem(
      'bad-version',
      `The link has version “${version.slice(0, 16)}”; this page reads ${VERSION}. Reload the page to get its newest version.`,
    );
  }
  const bytes = fromBase64Url(body);
  const unfolded = bytes === null ? null : inflateCapped(bytes);
  if (unfolded === null) {
    return problem(
      'bad-link',
      'The link’s data cannot be unpacked: it was cut off or changed. Ask for it again.',
    );
  }
  const json = strFromU8(unfolded);
  if (sha256Hex(json).slice(0, CHECKSUM_DIGITS) !== checksum) {
    return problem(
      'bad-checksum',
      'The link’s checksum does not fit its data: it was changed on the way. Ask for it again.',
    );
  }
  return parseBundleText(json, 'The link');
}
