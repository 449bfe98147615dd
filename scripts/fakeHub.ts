import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, resolve, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Revisions that answer wrongly on purpose, about weights only. They name no commit: nothing else would be asked then. */
export const FAULTS = ['fault-bitflip', 'fault-cut', 'fault-slow', 'fault-500'] as const;

export interface FakeHub {
  /** Ends in a slash, like the address it stands for. */
  readonly url: string;
  /** Method and path of every request so far, oldest first. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

interface HubFile {
  readonly repository: string;
  readonly commit: string;
  readonly revision: string;
  readonly path: string;
  readonly file: string;
}

/** What the hub lets a page of another origin read of its answers. */
const EXPOSED =
  'X-Repo-Commit,X-Error-Code,X-Error-Message,ETag,Accept-Ranges,Content-Range,X-Linked-Size,X-Linked-ETag';
/** What the hub keeps in its large-file store and answers with a redirect. */
const LARGE_FILE = /\.(onnx|onnx_data|safetensors|bin)$/;
const SLOW_PARTS = 20;
const SLOW_PAUSE_MS = 100;

/**
 * Serves a folder of models (`owner/name/files`) under the addresses of huggingface.co:
 * `/{owner}/{name}/resolve/{revision}/{path}`, with its redirects for large files, entity tags, ranges, cross-origin
 * headers, and its answers for what is not there: 401 for a repository, 404 for a revision or a file.
 *
 * Every repository has the revision `main`, one commit (a hash of its paths and sizes) and those of FAULTS.
 *
 * @param port 0 for any that is free.
 */
export async function startFakeHub(folder: string, port = 0): Promise<FakeHub> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method ?? 'GET'} ${request.url ?? '/'}`);
    answer(folder, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${String(address.port)}/`,
    requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', EXPOSED);
  if (request.method === 'OPTIONS') {
    response.writeHead(204, {
      'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Headers': request.headers['access-control-request-headers'] ?? '',
    });
    response.end();
    return;
  }
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const found = /^(\/cdn)?\/([^/]+\/[^/]+)\/resolve\/([^/]+)\/(.+)$/.exec(pathname);
  if (found === null) {
    refuse(response, 404, 'EntryNotFound', 'Not found');
    return;
  }
  const [, cdn, repository = '', revision = '', path = ''] = found;
  const repositoryFolder = resolve(folder, repository);
  const file = resolve(repositoryFolder, decodeURIComponent(path));
  const commit = await commitOf(repositoryFolder);
  if (commit === null || !repositoryFolder.startsWith(resolve(folder) + sep)) {
    // The hub does not tell a stranger whether a repository is private or missing.
    refuse(response, 401, 'RepoNotFound', 'Invalid username or password.');
    return;
  }
  const isFault = FAULTS.some((fault) => fault === revision);
  if (revision !== 'main' && revision !== commit && !isFault) {
    refuse(response, 404, 'RevisionNotFound', `Invalid rev id: ${revision}`);
    return;
  }
  const stats = await stat(file).catch(() => null);
  if (stats?.isFile() !== true || !file.startsWith(repositoryFolder + sep)) {
    refuse(response, 404, 'EntryNotFound', 'Entry not found');
    return;
  }
  const hubFile: HubFile = { repository, commit, revision, path, file };
  if (LARGE_FILE.test(path) && cdn === undefined) redirect(response, hubFile, stats.size);
  else await send(request, response, hubFile);
}

/** A hash of every path and size below the folder, in the form of a commit's; null where there is no folder. */
async function commitOf(folder: string): Promise<string | null> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => null);
  if (entries === null) return null;
  const hash = createHash('sha1');
  const files = entries.filter((entry) => entry.isFile());
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(`${path.slice(folder.length)} ${String((await stat(path)).size)}\n`);
  }
  return hash.digest('hex');
}

function refuse(response: ServerResponse, status: number, code: string, error: string): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'X-Error-Code': code,
    'X-Error-Message': error,
  });
  response.end(JSON.stringify({ error }));
}

function commitHeader({ commit, revision }: HubFile): Record<string, string> {
  return FAULTS.some((fault) => fault === revision) ? {} : { 'X-Repo-Commit': commit };
}

function redirect(response: ServerResponse, file: HubFile, size: number): void {
  response.writeHead(302, {
    Location: `/cdn/${file.repository}/resolve/${file.revision}/${file.path}?Expires=4102444800`,
    ...commitHeader(file),
    'X-Linked-Size': String(size),
    'Accept-Ranges': 'bytes',
  });
  response.end();
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  hubFile: HubFile,
): Promise<void> {
  const { file, revision, path } = hubFile;
  const bytes = await readFile(file);
  const fault = LARGE_FILE.test(path) ? revision : 'none';
  if (fault === 'fault-500') {
    refuse(response, 500, 'InternalError', 'Internal Error - We are working hard to fix this');
    return;
  }
  if (fault === 'fault-bitflip') {
    const middle = bytes.length >> 1;
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  }
  const etag = `"${createHash('sha1').update(bytes).digest('hex')}"`;
  response.setHeader('ETag', etag);
  response.setHeaders(new Map(Object.entries(commitHeader(hubFile))));
  response.setHeader('Accept-Ranges', 'bytes');
  const isJson = path.endsWith('.json');
  response.setHeader('Content-Type', isJson ? 'application/json' : 'application/octet-stream');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const start = Number(range?.[1] ?? 0);
  const last = Math.min(
    Number(range?.[2] === '' ? Infinity : (range?.[2] ?? Infinity)),
    bytes.length - 1,
  );
  if (range !== null) {
    if (start > last) {
      response.writeHead(416, { 'Content-Range': `bytes */${String(bytes.length)}` }).end();
      return;
    }
    response.statusCode = 206;
    const place = `${String(start)}-${String(last)}/${String(bytes.length)}`;
    response.setHeader('Content-Range', `bytes ${place}`);
  }
  const body = bytes.subarray(start, last + 1);
  response.setHeader('Content-Length', String(body.length));
  if (request.method === 'HEAD') response.end();
  else if (fault === 'fault-slow') await sendSlowly(response, body);
  else if (fault === 'fault-cut') {
    response.write(body.subarray(0, body.length >> 1), () => response.destroy());
  } else response.end(body);
}

async function sendSlowly(response: ServerResponse, body: Buffer): Promise<void> {
  const part = Math.ceil(body.length / SLOW_PARTS);
  for (let at = 0; at < body.length && !response.destroyed; at += part) {
    response.write(body.subarray(at, at + part));
    await pause(SLOW_PAUSE_MS);
  }
  response.end();
}

if (import.meta.filename === process.argv[1]) {
  const [folder = 'e2e/fixtures/fakeHub/models', port = '0'] = process.argv.slice(2);
  console.log(`${folder} at ${(await startFakeHub(folder, Number(port))).url}`);
}
