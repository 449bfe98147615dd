import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { createServer, type Plugin } from 'vite';
import * as v from 'valibot';
import { isSoftwareAdapter } from '../../core/parity/softwareAdapter.ts';
import { CHROMIUM_ARGS, ensureChromium, QUIET_ARGS } from '../../../scripts/findChromium.ts';
import { ISOLATION_HEADERS } from '../../../scripts/siteHeaders.ts';

const PAGE = `<!doctype html><meta charset="utf-8"><title>Measurements</title>
<script type="module" src="/workers/perf/page/page.ts"></script>`;

const pagePlugin: Plugin = {
  name: 'perf-page',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      // Isolated as the site is: the runtime has one thread otherwise.
      for (const [name, value] of Object.entries(ISOLATION_HEADERS))
        response.setHeader(name, value);
      if (pathname === '/perf') response.setHeader('Content-Type', 'text/html').end(PAGE);
      else next();
    });
  },
};

const processesSchema = v.object({
  processInfo: v.array(v.object({ type: v.string(), id: v.number() })),
});

/** The page that measures, in a headless browser over the site's own files. */
export interface PerfPage {
  readonly address: string;
  readonly browserVersion: string;
  /** Whether its adapter computes on the processor: the machine has no other. */
  readonly isSoftware: boolean;
  /** Calls a function of the page with plain values and gives its (awaited) result. */
  call(name: string, ...values: readonly unknown[]): Promise<unknown>;
  /** Memory of the page's process that is in use, bytes; null where the system does not tell. */
  memory(): Promise<number | null>;
  close(): Promise<void>;
}

/** Resident bytes of a process, as Linux tells them; null elsewhere. */
async function residentBytes(id: number): Promise<number | null> {
  const status = await readFile(`/proc/${String(id)}/status`, 'utf8').catch(() => '');
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

/** Launches a browser with the machine's own adapter, or with one in software where it has none. */
async function launch(address: string) {
  for (const isSoftware of [false, true]) {
    const browser = await chromium.launch({
      executablePath: await ensureChromium(),
      args: [...(isSoftware ? CHROMIUM_ARGS : [...QUIET_ARGS, '--enable-unsafe-webgpu'])],
    });
    const page = await browser.newPage();
    page.on('pageerror', (error) => process.stderr.write(`In the page: ${error.message}\n`));
    await page.goto(`${address}perf`);
    await page.waitForFunction('globalThis.perfPage !== undefined');
    const adapter: unknown = await page.evaluate('perfPage.adapter()');
    if (isSoftware || (typeof adapter === 'string' && !isSoftwareAdapter(adapter)))
      return { browser, page, isSoftware };
    await browser.close();
  }
  throw new Error('No browser was launched.');
}

/** Serves the measuring page on 127.0.0.1 and opens it. */
export async function openPerfPage(root: string): Promise<PerfPage> {
  const server = await createServer({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    plugins: [pagePlugin],
    server: { host: '127.0.0.1', port: 0, hmr: false, ws: false, watch: null },
  });
  await server.listen();
  const at = server.httpServer?.address();
  if (at === null || at === undefined || typeof at === 'string')
    throw new Error('The measuring page’s server has no port.');
  const address = `http://127.0.0.1:${String(at.port)}/`;
  const { browser, page, isSoftware } = await launch(address);
  const session = await browser.newBrowserCDPSession();
  return {
    address,
    isSoftware,
    browserVersion: browser.version(),
    call: async (name, ...values) =>
      await page.evaluate(
        `perfPage.${name}(${values.map((value) => JSON.stringify(value)).join(', ')})`,
      ),
    memory: async () => {
      const { processInfo } = v.parse(
        processesSchema,
        await session.send('SystemInfo.getProcessInfo'),
      );
      const renderers = processInfo.filter(({ type }) => type === 'renderer');
      const sizes = await Promise.all(renderers.map(async ({ id }) => await residentBytes(id)));
      const known = sizes.filter((size) => size !== null);
      return known.length === 0 ? null : Math.max(...known);
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
