import * as v from 'valibot';
import { lineageSchema, MAX_LINEAGE_CHARS, type Lineage } from '../core/distill/lineage.ts';
import {
  BYTES_HEADER,
  FILES_CACHE,
  LINEAGE_FILE,
  parseKeptAddress,
  PARTS_CACHE,
  SHELF_LOCK,
  type KeptModel,
} from '../core/models/shelf.ts';
import { problem, type Parsed } from '../core/share/parseBundle.ts';

/** What this site may keep in this browser, by the browser's own account. */
export interface StorageRoom {
  readonly usedBytes: number;
  readonly freeBytes: number;
  /** Whether the browser has promised not to clear it on its own. */
  readonly isPersistent: boolean;
}

const noteSchema = v.object({ usedAt: v.number() });

interface Growing {
  bytes: number;
  partBytes: number;
  paths: string[];
  usedAt: number | null;
}

/** The models that this browser keeps, in the order of their ids. Empty where it can keep none. */
export async function listKeptModels(): Promise<KeptModel[]> {
  const models = new Map<string, KeptModel & Growing>();
  const shelves = [
    { name: FILES_CACHE, isPart: false },
    { name: PARTS_CACHE, isPart: true },
  ];
  for (const { name, isPart } of shelves) {
    const cache = await openCache(name);
    for (const { url } of (await cache?.keys()) ?? []) {
      const address = parseKeptAddress(url);
      const response = await cache?.match(url);
      if (address === null || response === undefined) continue;
      const { base, source, id, revision, path } = address;
      const model = models.get(base) ?? {
        ...{ base, source, id, revision },
        ...{ bytes: 0, partBytes: 0, paths: [], usedAt: null },
      };
      models.set(base, model);
      const bytes = Number(response.headers.get(BYTES_HEADER) ?? 0);
      model.bytes += bytes;
      if (isPart) model.partBytes += bytes;
      else if (path !== '') model.paths.push(path);
      else if (url === base) model.usedAt = await usedAt(response);
      // A body that nobody reads holds on to its room after the entry is deleted.
      if (!response.bodyUsed) await response.body?.cancel();
    }
  }
  for (const { paths } of models.values()) paths.sort();
  return [...models.values()].sort((a, b) => a.id.localeCompare(b.id));
}

/**
 * Deletes models for good, with the parts of what was not whole yet.
 *
 * @returns a problem where a model is being loaded, in this tab or another.
 */
export async function deleteKeptModels(bases: readonly string[]): Promise<Parsed<null>> {
  return await alone(async () => {
    for (const name of [FILES_CACHE, PARTS_CACHE]) {
      const cache = await openCache(name);
      for (const { url } of (await cache?.keys()) ?? []) {
        const base = parseKeptAddress(url)?.base;
        if (base !== undefined && bases.includes(base)) await cache?.delete(url);
      }
    }
    return { ok: true, value: null };
  });
}

/** How a kept student came about, by the file beside its others; null for a model that says nothing of it. */
export async function readLineage({ base, paths }: KeptModel): Promise<Lineage | null> {
  if (!paths.includes(LINEAGE_FILE)) return null;
  const cache = await openCache(FILES_CACHE);
  const text = await (await cache?.match(base + LINEAGE_FILE))?.text();
  if (text === undefined || text.length > MAX_LINEAGE_CHARS) return null;
  try {
    const parsed = v.safeParse(lineageSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Null where the browser does not say. */
export async function storageRoom(): Promise<StorageRoom | null> {
  if (!isSecureContext) return null;
  const { storage } = navigator;
  const nothing: StorageEstimate = {};
  const { usage, quota } = await storage.estimate().catch(() => nothing);
  if (usage === undefined || quota === undefined) return null;
  const isPersistent = await storage.persisted().catch(() => false);
  return { usedBytes: usage, freeBytes: Math.max(0, quota - usage), isPersistent };
}

/** Asks the browser not to clear what this site keeps; it may ask the reader, or say no. */
export async function askToPersist(): Promise<void> {
  if (isSecureContext) await navigator.storage.persist().catch(() => false);
}

/** Null in a private window or an insecure context. */
export async function openCache(name: string): Promise<Cache | null> {
  return typeof caches === 'undefined' ? null : await caches.open(name).catch(() => null);
}

async function usedAt(response: Response): Promise<number | null> {
  const note = v.safeParse(noteSchema, await response.json().catch(() => null));
  return note.success ? note.output.usedAt : null;
}

async function alone(task: () => Promise<Parsed<null>>): Promise<Parsed<null>> {
  if (!isSecureContext) return await task();
  return await navigator.locks.request(SHELF_LOCK, { ifAvailable: true }, async (lock) => {
    if (lock !== null) return await task();
    return problem(
      'unavailable',
      'A model is being loaded, here or in another tab. Pause that run, or wait until the model is there, and delete it then.',
    );
  });
}
