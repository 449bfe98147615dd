import { Inflate, deflateSync, strFromU8, strToU8 } from 'fflate';
import { fromBase64Url, toBase64Url } from '../base64Url.ts';
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
  return packText(canonicalJson(bundle));
}

/** Packs any JSON the way results are packed. */
export function packText(json: string): EncodedLink {
  const body = toBase64Url(deflateSync(strToU8(json), { level: 9 }));
  const payload = `${VERSION}.${sha256Hex(json).slice(0, CHECKSUM_DIGITS)}.${body}`;
  return payload.length > MAX_LINK_CHARS
    ? { kind: 'too-long', chars: payload.length }
    : { kind: 'link', payload };
}

/** Reads what `encodeLink` wrote. Every fault is one sentence; nothing is guessed. */
export function decodeLink(payload: string): Parsed<ResultBundle> {
  const json = unpackText(payload);
  return json.ok ? parseBundleText(json.value, 'The link') : json;
}

/** Reads what `packText` wrote, as it was: what the text says is not looked at. */
export function unpackText(payload: string): Parsed<string> {
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
  return { ok: true, value: json };
}
