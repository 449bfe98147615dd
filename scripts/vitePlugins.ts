import { createReadStream } from 'node:fs';
import { cp, readdir, stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { endpointOrigins, headersFile, ISOLATION_HEADERS } from './siteHeaders.ts';

/** A folder of this machine that the site shows under an address of its own. */
export interface StaticMount {
  /** Address under the site's base, without slashes at either end: `data`. */
  readonly at: string;
  readonly folder: string;
  /** Says of a path inside the folder (with `/` between names) whether the site shows it. */
  readonly includes: (path: string) => boolean;
}

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.jsonl': 'application/x-ndjson',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

function asUrlPath(path: string): string {
  return path.split(sep).join('/');
}

type Answer =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'notMounted' };

function findMounted(mounts: readonly StaticMount[], requestUrl: string): Answer {
  const path = decodeURIComponent(new URL(requestUrl, 'http://localhost').pathname);
  for (const mount of mounts) {
    const prefix = `/${mount.at}/`;
    if (!path.startsWith(prefix)) continue;
    const inside = path.slice(prefix.length);
    const file = resolve(mount.folder, inside);
    const leavesFolder = !file.startsWith(resolve(mount.folder) + sep);
    if (leavesFolder || !mount.includes(inside)) return { kind: 'missing' };
    return { kind: 'file', file };
  }
  return { kind: 'notMounted' };
}

/** Answers a development request with the mount's file, or with 404 where it has none such. */
async function answer(found: Answer, isHead: boolean, response: ServerResponse): Promise<void> {
  const file = found.kind === 'file' ? found.file : undefined;
  const stats = file === undefined ? undefined : await stat(file).catch(() => undefined);
  if (file === undefined || stats?.isFile() !== true) {
    // The development server would answer unknown paths with index.html; a missing data file must stay missing.
    response.statusCode = 404;
    response.end();
    return;
  }
  // The wasm runtime starts its threads from here: an isolated page refuses worker scripts without these.
  for (const [name, value] of Object.entries(ISOLATION_HEADERS)) response.setHeader(name, value);
  response.setHeader('Content-Type', MIME_TYPES[extname(file)] ?? 'application/octet-stream');
  response.setHeader('Content-Length', String(stats.size));
  if (isHead) response.end();
  else createReadStream(file).pipe(response);
}

/**
 * Serves the mounts while developing and copies them into the build. A plugin of our own because those on the
 * registry that know Vite 8 need a newer Node than the project does.
 */
export function staticMounts(mounts: readonly StaticMount[]): Plugin {
  let outDir = '';
  return {
    name: 'benchside:static-mounts',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const found = findMounted(mounts, request.url ?? '/');
        if (found.kind === 'notMounted') next();
        else void answer(found, request.method === 'HEAD', response);
      });
    },
    async writeBundle() {
      for (const mount of mounts) {
        const names = await readdir(mount.folder).catch(() => []);
        if (names.length === 0) continue;
        await cp(mount.folder, join(outDir, mount.at), {
          recursive: true,
          filter: (source) => {
            const inside = asUrlPath(relative(mount.folder, source));
            return inside === '' || mount.includes(inside);
          },
        });
      }
    },
  };
}

/**
 * Writes the `_headers` file from the same list of headers that the local server sends. The variable
 * BENCHSIDE_ENDPOINTS names further endpoints that the site's readers may ask, blanks between them.
 */
export function hostHeaders(): Plugin {
  return {
    name: 'benchside:host-headers',
    apply: 'build',
    generateBundle() {
      const named = process.env['BENCHSIDE_ENDPOINTS']?.split(/\s+/).filter(Boolean) ?? [];
      const origins = endpointOrigins(named);
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile(origins) });
    },
  };
}
