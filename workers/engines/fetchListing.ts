import * as v from 'valibot';
import { asListing, type FileListing } from '../../src/core/models/fileListing.ts';
import type { Checksum, ListedFile } from '../../src/core/models/shelf.ts';
import { readBody } from './readBody.ts';

/** Most bytes of a listing; a thousand files take about 300 kB. */
const MOST_BYTES = 5_000_000;

const size = v.pipe(v.number(), v.integer(), v.minValue(0));
/** What the hub's `/api/models/{id}/tree/{revision}` gives, as far as it is read. */
const treeSchema = v.array(
  v.looseObject({
    type: v.string(),
    path: v.string(),
    size: v.optional(size),
    oid: v.optional(v.string()),
    lfs: v.nullish(v.looseObject({ oid: v.string(), size: v.optional(size) })),
  }),
);

/**
 * Asks a hub for the files of a model with their sizes and checksums. A file in the hub's large-file store has its SHA-256
 * (`lfs.oid`), any other its git blob id. The store's own entity tag is no SHA-256, though it looks like one, and the
 * header that has it (`X-Linked-ETag`) is on a redirect, which a page never sees: hence the listing.
 *
 * @returns null where the hub, or a mirror of it, has no listing to give.
 */
export async function fetchListing(
  hub: string,
  id: string,
  revision: string,
  signal: AbortSignal,
): Promise<FileListing | null> {
  const url = `${hub}api/models/${id}/tree/${encodeURIComponent(revision)}?recursive=true`;
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) return null;
    const wanted = { expectedBytes: null, mostBytes: MOST_BYTES, hash: null };
    const bytes = await readBody(response, wanted, () => undefined);
    const tree = v.safeParse(treeSchema, JSON.parse(new TextDecoder().decode(bytes)));
    if (!tree.success) return null;
    const files = tree.output.filter(({ type }) => type === 'file').map(listed);
    const hasMore = /rel="?next/.test(response.headers.get('link') ?? '');
    return asListing(files, !hasMore);
  } catch {
    // A mirror may refuse other origins, or answer with a page: loading goes on without sizes and checksums.
    return null;
  }
}

function listed(file: v.InferOutput<typeof treeSchema>[number]): ListedFile {
  const { path, oid, lfs } = file;
  const bytes = lfs?.size ?? file.size ?? 0;
  return { path, bytes, checksum: checksumOf(lfs?.oid ?? null, oid ?? null) };
}

function checksumOf(sha256: string | null, blob: string | null): Checksum | null {
  // Some tools write the algorithm in front.
  const hex = sha256?.replace(/^sha256:/, '') ?? '';
  if (/^[0-9a-f]{64}$/.test(hex)) return `sha256:${hex}`;
  return sha256 === null && blob !== null && /^[0-9a-f]{40}$/.test(blob) ? `git:${blob}` : null;
}
