import { bytesInWords } from '../bytesInWords.ts';
import type { Dtype } from '../calls/model.ts';
import { problem, type Parsed } from '../share/parseBundle.ts';
import { formatsOf, graphPath, isGraphData, mostBytesOf, TEXT_FILES } from './hubLayout.ts';
import { LINEAGE_FILE } from './shelf.ts';

const MOST_NAME_CHARS = 96;

/** A file of a folder that someone chose: its path from that folder's parent, and its size. */
export interface FolderFile {
  readonly path: string;
  readonly size: number;
}

/** What of a folder is a model's, under the paths of a hub. */
export interface FolderLayout<F extends FolderFile> {
  /** The folder's name, of letters that a model's id may have. */
  readonly id: string;
  readonly formats: readonly Dtype[];
  readonly files: ReadonlyMap<string, F>;
}

/**
 * Finds a model in a folder: the layout of a hub's repository, or the same files side by side. What belongs to no model is
 * left where it is.
 */
export function findFolderLayout<F extends FolderFile>(
  chosen: readonly F[],
): Parsed<FolderLayout<F>> {
  const files = new Map<string, F>();
  const configs = chosen.filter(({ path }) => lastName(path) === 'config.json');
  const root = shortest(configs.map(({ path }) => path.slice(0, -'config.json'.length)));
  const name = nameOf(root ?? chosen[0]?.path ?? '');
  if (chosen.length === 0) return problem('unavailable', 'The folder has no files.');
  if (root === null) return missing(name, 'config.json', 'which says what kind of model it is');
  for (const file of chosen) {
    if (!file.path.startsWith(root)) continue;
    const path = hubPath(file.path.slice(root.length));
    // A file in its place goes before one of the same name beside config.json.
    if (path !== null && (!files.has(path) || file.path === root + path)) files.set(path, file);
  }
  if (!files.has('tokenizer.json')) {
    return missing(name, 'tokenizer.json', 'without which no text can be given to it');
  }
  const formats = formatsOf([...files.keys()]);
  if (formats.length === 0) {
    const names = 'onnx/model.onnx, or model_fp16, model_quantized, model_q4 or model_q4f16';
    return missing(name, 'weights', `which are looked for as ${names}`);
  }
  for (const [path, { size }] of files) {
    const most = mostBytesOf(path);
    if (size > most) {
      const what = `${path} of the folder ${name} has ${bytesInWords(size)}`;
      return problem('too-large', `${what}; a page can take ${bytesInWords(most)} in one file.`);
    }
  }
  return { ok: true, value: { id: name, formats, files } };
}

/** A sentence where a graph's weights lie in a file that is not there, or has another name than loads look for. */
export function missingData(
  { id, files }: Pick<FolderLayout<FolderFile>, 'id' | 'files'>,
  dtype: Dtype,
  dataFiles: readonly string[],
): string | null {
  const graph = graphPath(dtype);
  for (const name of dataFiles) {
    const path = `onnx/${name}`;
    if (!path.startsWith(`${graph}_data`)) {
      return `${graph} of the folder ${id} has its weights in “${name.slice(0, 80)}”; it can be loaded where that file is called ${lastName(graph)}_data.`;
    }
    if (!files.has(path)) return `${graph} of the folder ${id} needs ${path}, which is not there.`;
  }
  return null;
}

function missing(name: string, what: string, why: string): Parsed<never> {
  return problem(
    'unavailable',
    `The folder ${name} has no ${what}, ${why}. Add it and choose the folder again.`,
  );
}

/** The path of a hub's layout that a file has, or would have there; null for what is none of a model's. */
function hubPath(path: string): string | null {
  if (path === LINEAGE_FILE || TEXT_FILES.some((name) => name === path)) return path;
  const graph = path.startsWith('onnx/') ? path : `onnx/${path}`;
  return formatsOf([graph]).length > 0 || isGraphData(graph) ? graph : null;
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function shortest(texts: readonly string[]): string | null {
  return [...texts].sort((a, b) => a.length - b.length)[0] ?? null;
}

/** The last folder of a path in letters of a model's id: `my model/` gives `my-model`. */
function nameOf(path: string): string {
  const folders = path.split('/').filter((part) => part !== '');
  const last = path.endsWith('/') ? folders.at(-1) : folders.at(-2);
  const letters = (last ?? '').replaceAll(/[^\w.-]+/g, '-').slice(0, MOST_NAME_CHARS);
  return /\w/.test(letters) ? letters : 'folder';
}
