import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import * as v from 'valibot';
import { createServer, type Plugin } from 'vite';
import { ensureChromium } from '../../../scripts/findChromium.ts';
import { ISOLATION_HEADERS } from '../../../scripts/siteHeaders.ts';
import { heldOutSchema, openSchema, trainSchema } from './pageReplies.ts';
import { TRAINING_FILE, type Trainer } from './trainer.ts';

const PAGE = `<!doctype html><meta charset="utf-8"><title>Trainer</title>
<script type="module" src="/workers/trainer/page/page.ts"></script>`;

/** Where the page reads and writes files of the driver's folder. */
const FILES = '/trainer-files/';

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    // A request without an encoding gives bytes; its type does not say so.
    const bytes: unknown = chunk;
    if (bytes instanceof Buffer) chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Answers GET and PUT of files in `folder`. A PUT replaces the file in one step, so that a crash leaves the old one. */
async function answerFile(
  folder: string,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!TRAINING_FILE.test(name)) {
    response.writeHead(400).end();
    return;
  }
  const file = join(folder, name);
  if (request.method === 'PUT') {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.part`, await readBody(request));
    await rename(`${file}.part`, file);
    response.writeHead(204).end();
    return;
  }
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) response.writeHead(404).end();
  else response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(bytes);
}

function pagePlugin({ folder, allThreads }: TrainingPageOptions): Plugin {
  return {
    name: 'trainer-page',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        if (allThreads) {
          for (const [name, value] of Object.entries(ISOLATION_HEADERS))
            response.setHeader(name, value);
        }
        if (pathname === '/trainer') {
          response.setHeader('Content-Type', 'text/html').end(PAGE);
        } else if (pathname.startsWith(FILES)) {
          answerFile(folder, pathname.slice(FILES.length), request, response).catch(next);
        } else next();
      });
    },
  };
}

export interface TrainingPageOptions {
  /** Holds the files that the page reads and writes. */
  readonly folder: string;
  /**
   * Use every core for one training (the page is then cross-origin isolated), or one thread. Two trainings of one thread
   * each, side by side, get more done on two cores than one after the other on both.
   */
  readonly allThreads: boolean;
}

/** A headless page that can train. */
/** Serves the trainer on 127.0.0.1 and opens it in a headless browser. */
export async function openTrainingPage(
  root: string,
  options: TrainingPageOptions,
): Promise<Trainer> {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    cacheDir: join(options.folder, 'vite'),
    appType: 'custom',
    plugins: [pagePlugin(options)],
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { host: '127.0.0.1', port: 0, hmr: false, ws: false, watch: null },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (address === null || address === undefined || typeof address === 'string')
    throw new Error('The trainer’s server has no port.');
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: ['--no-sandbox'],
    // The driver stops the training itself, and then closes the browser.
    handleSIGINT: false,
  });
  const page = await browser.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(`In the page: ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    console.error(`In the page: ${error.message}`);
  });
  await page.goto(`http://127.0.0.1:${String(address.port)}/trainer`);
  await page.waitForFunction('globalThis.trainerPage !== undefined');
  const call = async (name: string, ...values: readonly unknown[]): Promise<unknown> =>
    page.evaluate(
      `trainerPage.${name}(${values.map((value) => JSON.stringify(value)).join(', ')})`,
    );
  const addressOf = (file: string): string => FILES + file;
  return {
    open: async (spec, checkpoint) =>
      v.parse(
        openSchema,
        await call('open', spec, checkpoint === null ? null : addressOf(checkpoint)),
      ),
    train: async (steps) => v.parse(trainSchema, await call('train', steps)),
    evaluate: async (batches) => v.parse(heldOutSchema, await call('evaluate', batches)),
    saveCheckpoint: async (file) => {
      await call('saveCheckpoint', addressOf(file));
    },
    saveOnnx: async (file, format) => {
      await call('saveOnnx', addressOf(file), format);
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
