import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';

/** Most JavaScript the first route may load, in bytes after gzip. */
export const FIRST_ROUTE_LIMIT_BYTES = 100_000;

const manifestSchema = v.record(
  v.string(),
  v.object({
    file: v.string(),
    isEntry: v.optional(v.boolean()),
    imports: v.optional(v.array(v.string())),
  }),
);

/** Vite's record of a build: for each source, the file it became and the sources that file imports statically. */
export type BuildManifest = v.InferOutput<typeof manifestSchema>;

/** The JavaScript files that the page's entry loads before anything is asked for dynamically. */
export function firstRouteFiles(manifest: BuildManifest): string[] {
  const files = new Set<string>();
  const waiting = Object.keys(manifest).filter((key) => manifest[key]?.isEntry === true);
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const chunk = manifest[key];
    if (chunk === undefined || files.has(chunk.file)) continue;
    files.add(chunk.file);
    waiting.push(...(chunk.imports ?? []));
  }
  return [...files].filter((file) => file.endsWith('.js')).sort();
}

/** Bytes after gzip of every JavaScript file of the first route. */
export async function measureFirstRoute(
  folder = 'dist',
): Promise<{ file: string; gzipBytes: number }[]> {
  const text = await readFile(join(folder, '.vite', 'manifest.json'), 'utf8');
  const manifest = v.parse(manifestSchema, JSON.parse(text));
  return Promise.all(
    firstRouteFiles(manifest).map(async (file) => ({
      file,
      gzipBytes: gzipSync(await readFile(join(folder, file))).length,
    })),
  );
}
