import * as v from 'valibot';
import type { Checksum, ListedFile } from './shelf.ts';

/** The files of a model, as whoever has them lists them. */
export interface FileListing {
  readonly files: ReadonlyMap<string, ListedFile>;
  /** False where the hub had more files than it lists at once: then a file that is not listed may still be there. */
  readonly isWhole: boolean;
}

const CHECKSUM = /^(sha256:[0-9a-f]{64}|git:[0-9a-f]{40})$/;

/** A listing as it is kept in this browser. */
const keptSchema = v.strictObject({
  isWhole: v.boolean(),
  files: v.array(
    v.strictObject({
      path: v.string(),
      bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
      checksum: v.nullable(v.custom<Checksum>(isChecksum)),
    }),
  ),
});

export function isChecksum(text: unknown): text is Checksum {
  return typeof text === 'string' && CHECKSUM.test(text);
}

export function asListing(files: readonly ListedFile[], isWhole: boolean): FileListing {
  return { files: new Map(files.map((file) => [file.path, file])), isWhole };
}

/** @returns null where the text is no listing. */
export function parseKeptListing(text: string): FileListing | null {
  try {
    const parsed = v.safeParse(keptSchema, JSON.parse(text));
    return parsed.success ? asListing(parsed.output.files, parsed.output.isWhole) : null;
  } catch {
    return null;
  }
}

/** The text that `parseKeptListing` reads. */
export function keptListing({ files, isWhole }: FileListing): string {
  return JSON.stringify({ isWhole, files: [...files.values()] });
}
