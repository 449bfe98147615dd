import { sha256Hex } from '../calls/identity.ts';

/**
 * How models are kept in a browser's caches: names that the page, which lists and deletes, and the worker, which loads,
 * both go by. Every entry of a model begins with its base, `{host}{id}/resolve/{revision}/`.
 */

/** Cache of whole files, of each model's listing and of the note when it was last used. */
export const FILES_CACHE = 'benchside-models';
/** Cache of parts of files that are under way. */
export const PARTS_CACHE = 'benchside-model-parts';
/** Stands in for a hub's address where a model came from a folder. Nothing is ever fetched from it (RFC 2606). */
export const FOLDER_HOST = 'https://folder.invalid/';
/** Name of the Web Lock: loads share it, and who deletes has it alone. */
export const SHELF_LOCK = 'benchside-models';

/** Name of the file beside a trained student's others that says how it came about (`core/distill/lineage.ts`). */
export const LINEAGE_FILE = 'benchside-lineage.json';

/** The reader is asked before more than this is fetched from a hub. */
export const ASK_ABOVE_BYTES = 50_000_000;

/** Header of a kept entry: its size. The browser's own Content-Length may be that of a compressed form. */
export const BYTES_HEADER = 'X-Benchside-Bytes';
/** Header of a kept file: what it is checked against each time it is read, a `Checksum`. */
export const CHECKSUM_HEADER = 'X-Benchside-Checksum';
/** Header of a part: the entity tag of the file that it is a part of. */
export const ETAG_HEADER = 'X-Benchside-ETag';

/** `sha256:` or `git:` (a git blob's SHA-1), and hex digits. */
export type Checksum = `sha256:${string}` | `git:${string}`;

/** A file as a listing names it. */
export interface ListedFile {
  /** Relative to the model's folder, e.g. `onnx/model.onnx`. */
  readonly path: string;
  readonly bytes: number;
  /** Null where the listing says none. */
  readonly checksum: Checksum | null;
}

export function modelBase(host: string, id: string, revision: string): string {
  return `${host}${id}/resolve/${encodeURIComponent(revision)}/`;
}

/** Where a model's listing is kept. */
export function listingUrl(base: string): string {
  return `${base}?listing`;
}

/** Where the n-th part of a file is kept, counted from 0. */
export function partUrl(fileUrl: string, index: number): string {
  return `${fileUrl}?part=${String(index)}`;
}

/** What a kept entry's address says. */
export interface KeptAddress {
  readonly base: string;
  readonly source: 'hub' | 'folder';
  readonly id: string;
  readonly revision: string;
  /** Empty for the note itself and the listing. */
  readonly path: string;
}

/** Null for an address that is none of a kept model's. */
export function parseKeptAddress(url: string): KeptAddress | null {
  const source = url.startsWith(FOLDER_HOST) ? 'folder' : 'hub';
  const pattern =
    source === 'folder'
      ? /^(https:\/\/folder\.invalid\/([^/]+)\/resolve\/([^/]+)\/)(.*)$/
      : /^(https?:\/\/.+?\/([^/]+\/[^/]+)\/resolve\/([^/]+)\/)(.*)$/;
  const [, base, id, revision, path] = pattern.exec(url) ?? [];
  if (base === undefined || id === undefined || revision === undefined) return null;
  return {
    base,
    source,
    id,
    revision: decodeURIComponent(revision),
    path: (path ?? '').replace(/\?.*$/, ''),
  };
}

/**
 * The revision of a model from a folder: SHA-256 over the path, size and SHA-256 of each file, in the order of paths. Two
 * folders with the same files are the same model, whatever they are called.
 */
export function folderRevision(files: readonly ListedFile[]): string {
  const lines = files.map(
    ({ path, bytes, checksum }) => `${path} ${String(bytes)} ${checksum ?? ''}\n`,
  );
  return sha256Hex(lines.sort().join(''));
}

/** A model that this browser keeps, in whole or in part. */
export interface KeptModel {
  readonly base: string;
  readonly source: 'hub' | 'folder';
  readonly id: string;
  readonly revision: string;
  /** Of everything kept of it. */
  readonly bytes: number;
  /** Of those, the bytes of files that are not whole yet. */
  readonly partBytes: number;
  /** Whole files, sorted by path. */
  readonly paths: readonly string[];
  /** Milliseconds since the epoch; null where it was never loaded. */
  readonly usedAt: number | null;
}
