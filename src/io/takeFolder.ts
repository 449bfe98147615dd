import { bytesInWords } from '../core/bytesInWords.ts';
import type { Dtype } from '../core/calls/model.ts';
import {
  checkConfig,
  checkFile,
  generationSchema,
  tokenizerConfigSchema,
  tokenizerSchema,
} from '../core/models/configFiles.ts';
import { lineageSchema } from '../core/distill/lineage.ts';
import { asListing, keptListing } from '../core/models/fileListing.ts';
import { sha256Hash } from '../core/models/fileHash.ts';
import { findFolderLayout, missingData, type FolderLayout } from '../core/models/folderLayout.ts';
import { graphPath } from '../core/models/hubLayout.ts';
import { OnnxOutlineError, readOnnxOutline } from '../core/models/onnxOutline.ts';
import {
  BYTES_HEADER,
  CHECKSUM_HEADER,
  FILES_CACHE,
  FOLDER_HOST,
  folderRevision,
  LINEAGE_FILE,
  listingUrl,
  modelBase,
  type ListedFile,
} from '../core/models/shelf.ts';
import { problem, type Parsed } from '../core/share/parseBundle.ts';
import type { ChosenFile } from './droppedFiles.ts';
import { deleteKeptModels, openCache, storageRoom } from './keptModels.ts';

/** A model that was taken from a folder. */
export interface TakenFolder {
  readonly id: string;
  readonly revision: string;
  readonly formats: readonly Dtype[];
}

export interface TakeProgress {
  readonly file: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

type Layout = FolderLayout<ChosenFile>;

/**
 * Takes a model from a folder into this browser: finds its files, looks into each, and keeps them under the SHA-256 over
 * all of them. Nothing is kept of a folder that something is wrong with.
 *
 * @returns a sentence that names the file that is missing or broken.
 */
export async function takeFolder(
  chosen: readonly ChosenFile[],
  onProgress: (progress: TakeProgress) => void,
): Promise<Parsed<TakenFolder>> {
  const found = findFolderLayout(chosen);
  if (!found.ok) return found;
  const layout = found.value;
  try {
    const wrong = (await faultInTexts(layout)) ?? (await faultInGraphs(layout));
    if (wrong !== null) return problem('bad-field', wrong);
    const totalBytes = sizeOf(layout);
    const room = await storageRoom();
    if (room !== null && room.freeBytes < totalBytes) {
      return noRoom(layout.id, totalBytes, room.freeBytes);
    }
    const files = await hashFiles(layout, onProgress);
    return await keep(layout, files);
  } catch {
    return problem(
      'unavailable',
      `The folder ${layout.id} could not be read to its end: a file was moved or changed meanwhile. Choose it again.`,
    );
  }
}

async function faultInTexts({ id, files }: Layout): Promise<string | null> {
  const schemas = [
    ['tokenizer.json', tokenizerSchema],
    ['tokenizer_config.json', tokenizerConfigSchema],
    ['generation_config.json', generationSchema],
    [LINEAGE_FILE, lineageSchema],
  ] as const;
  const read = async (path: string): Promise<{ value: unknown } | string> => {
    const text = (await files.get(path)?.file.text()) ?? '';
    try {
      return { value: JSON.parse(text) };
    } catch {
      return `${path} of ${id} is not JSON.`;
    }
  };
  const config = await read('config.json');
  if (typeof config === 'string') return config;
  const checked = checkConfig(id, config.value);
  if (!checked.ok) return checked.message;
  for (const [path, schema] of schemas) {
    if (!files.has(path)) continue;
    const parsed = await read(path);
    if (typeof parsed === 'string') return parsed;
    const result = checkFile(id, path, schema, parsed.value);
    if (!result.ok) return result.message;
  }
  return null;
}

async function faultInGraphs(layout: Layout): Promise<string | null> {
  for (const dtype of layout.formats) {
    const path = graphPath(dtype);
    const file = layout.files.get(path)?.file;
    if (file === undefined) continue;
    const read = async (from: number, to: number): Promise<Uint8Array> =>
      new Uint8Array(await file.slice(from, to).arrayBuffer());
    try {
      const { dataFiles } = await readOnnxOutline(read, file.size);
      const lacks = missingData(layout, dtype, dataFiles);
      if (lacks !== null) return lacks;
    } catch (error) {
      if (error instanceof OnnxOutlineError) return `${path} of ${layout.id} ${error.message}.`;
      throw error;
    }
  }
  return null;
}

async function hashFiles(
  layout: Layout,
  onProgress: (progress: TakeProgress) => void,
): Promise<ListedFile[]> {
  const listed: ListedFile[] = [];
  const totalBytes = sizeOf(layout);
  let doneBytes = 0;
  for (const [path, { file }] of layout.files) {
    const hash = sha256Hash();
    const reader = file.stream().getReader();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      hash.update(chunk.value);
      doneBytes += chunk.value.length;
      onProgress({ file: path, doneBytes, totalBytes });
    }
    listed.push({ path, bytes: file.size, checksum: hash.digest() });
  }
  return listed.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function keep(
  { id, formats, files }: Layout,
  listed: readonly ListedFile[],
): Promise<Parsed<TakenFolder>> {
  const cache = await openCache(FILES_CACHE);
  if (cache === null) {
    return problem(
      'unavailable',
      'This browser keeps no files for this page: it is a private window, or the address begins with http. Open the page in a usual window over https.',
    );
  }
  const revision = folderRevision(listed);
  const base = modelBase(FOLDER_HOST, id, revision);
  try {
    for (const { path, bytes, checksum } of listed) {
      const headers = { [BYTES_HEADER]: String(bytes), [CHECKSUM_HEADER]: checksum ?? '' };
      await cache.put(base + path, new Response(files.get(path)?.file ?? null, { headers }));
    }
    // Last: without its listing a model is not there.
    const listing = keptListing(asListing(listed, true));
    const headers = { [BYTES_HEADER]: String(listing.length) };
    await cache.put(listingUrl(base), new Response(listing, { headers }));
  } catch {
    await deleteKeptModels([base]);
    const needed = listed.reduce((sum, { bytes }) => sum + bytes, 0);
    return noRoom(id, needed, (await storageRoom())?.freeBytes ?? 0);
  }
  return { ok: true, value: { id, revision, formats } };
}

function noRoom(id: string, needed: number, free: number): Parsed<never> {
  return problem(
    'too-large',
    `The folder ${id} has ${bytesInWords(needed)} of model files, and this browser has room for ${bytesInWords(free)}. Delete models that are kept here, or free space on this device, and choose it again.`,
  );
}

function sizeOf({ files }: Layout): number {
  return [...files.values()].reduce((sum, { size }) => sum + size, 0);
}
