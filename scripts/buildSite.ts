import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runNode } from './runCommand.ts';

/** What the build is made from. */
const SOURCES = [
  ...['src', 'workers', 'public', 'static-data', 'scripts'],
  ...['index.html', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'],
] as const;

/** Written by every build, last of its files to matter. */
const BUILT = join('dist', '.vite', 'manifest.json');

/** The build of the site failed; what Vite said has been printed. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}

/** Time of the newest change below a path in milliseconds since 1970; 0 where there is nothing. */
async function newestChangeMs(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  const times = await Promise.all(
    entries.map(async (entry) => {
      const file = await stat(join(entry.parentPath, entry.name)).catch(() => undefined);
      return file?.mtimeMs ?? 0;
    }),
  );
  return times.reduce((newest, time) => Math.max(newest, time), found.mtimeMs);
}

async function isBuildStale(): Promise<boolean> {
  const built = await newestChangeMs(BUILT);
  const changes = await Promise.all(SOURCES.map(newestChangeMs));
  return changes.some((time) => time > built);
}

/**
 * Builds the site into dist/.
 *
 * @throws BuildError where Vite fails.
 */
export async function buildSite(): Promise<void> {
  const { exitCode } = await runNode(['node_modules/vite/bin/vite.js', 'build'], { echo: true });
  if (exitCode !== 0) {
    throw new BuildError('The site could not be built: correct what Vite reports above.');
  }
}

/** Builds the site where dist/ is missing or older than a source. */
export async function ensureBuilt(): Promise<void> {
  if (await isBuildStale()) await buildSite();
}
