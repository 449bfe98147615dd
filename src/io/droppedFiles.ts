/** A file that a reader chose or dropped, with its path from the folder's parent. */
export interface ChosenFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly file: File;
}

/** A model's folder has a dozen files; more than this was dropped by mistake. */
const MOST_FILES = 5_000;
const MOST_DEPTH = 4;

/** The files of an `<input type="file">`, with or without folders. */
export function chosenFiles(files: readonly File[]): ChosenFile[] {
  return files.map((file) => {
    const path = file.webkitRelativePath === '' ? file.name : file.webkitRelativePath;
    return { path, size: file.size, file };
  });
}

/** The files of what was dropped, folders included. */
export async function droppedFiles(entries: readonly FileSystemEntry[]): Promise<ChosenFile[]> {
  const found: ChosenFile[] = [];
  for (const entry of entries) await collect(entry, 0, found);
  return found;
}

async function collect(entry: FileSystemEntry, depth: number, found: ChosenFile[]): Promise<void> {
  if (found.length >= MOST_FILES || depth > MOST_DEPTH) return;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject);
    });
    found.push({ path: entry.fullPath.replace(/^\//, ''), size: file.size, file });
    return;
  }
  // A version control's own folder holds thousands of files, none of them a model's.
  if (!isDirectory(entry) || entry.name.startsWith('.')) return;
  const reader = entry.createReader();
  for (;;) {
    // It gives a hundred at a time, and none at the end.
    const children = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (children.length === 0) return;
    for (const child of children) await collect(child, depth + 1, found);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
