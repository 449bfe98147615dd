import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { build } from 'vite';
import * as v from 'valibot';
import { ensureBuilt } from '../../../../scripts/buildSite.ts';
import { ensureChromium, QUIET_ARGS } from '../../../../scripts/findChromium.ts';
import { startSiteServer } from '../../../../scripts/siteServer.ts';
import { scrollBoard, timeChange, watchPage } from './inPage.ts';
import { BOARD_TARGETS } from './targets.ts';

/** Boards that are filled, with their shares of the runs; the first is the one that is measured. */
const BOARDS = [
  { packId: 'consult-generated', protocolId: 'weighted-rubric', share: 0.5 },
  { packId: 'trial-eligibility', protocolId: 'eligibility', share: 0.2 },
  { packId: 'preferences', protocolId: 'rate-answers', share: 0.15 },
  { packId: 'multistep-arithmetic', protocolId: 'worked-answer', share: 0.15 },
] as const;

const CHANGES = [
  { kind: 'sort', text: 'Student' },
  { kind: 'sort', text: 'Student' },
  { kind: 'sort', text: 'Rank' },
  { kind: 'sort', text: 'Rubric score' },
  { kind: 'search', text: 'model-0' },
  { kind: 'search', text: 'model-01' },
  { kind: 'search', text: '' },
  { kind: 'check', text: 'synthetic-judge-a' },
  { kind: 'check', text: 'wasm' },
  { kind: 'check', text: 'synthetic-judge-a' },
] as const;

/** Pixels a frame: a slow wheel, a fast one, and a hand on the scroll bar. */
const SCROLL_STEPS = [40, 300, 2000] as const;

export interface BoardFigures {
  readonly runs: number;
  readonly scores: number;
  readonly fillMs: number;
  readonly usableMs: readonly number[];
  /** Computing time of the main thread until the last visit was usable. */
  readonly openCpuMs: number;
  readonly changes: readonly {
    readonly what: string;
    readonly ms: number;
    readonly cpuMs: number;
  }[];
  readonly scrolls: readonly {
    readonly step: number;
    readonly frames: number;
    readonly longTasks: readonly number[];
    readonly cpuMs: number;
  }[];
  readonly memory: { readonly heapBytes: number; readonly pageBytes: number | null };
}

/** The code that fills the store, as one text that a page can run. */
async function bundleFill(root: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: join(root, 'src/lab/synthetic/fillBoards.ts'),
        formats: ['iife'],
        name: 'synthetic',
      },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!('output' in first)) throw new Error('The code that fills the store was not built.');
  return first.output[0].code;
}

/** Time that the page's main thread has computed, s: what a busy machine does not stretch. */
async function threadSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

async function usableMs(page: Page, address: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(address);
  await page.waitForFunction(() => window.usableAt !== null, undefined, { timeout: 60_000 });
  return await page.evaluate(() => window.usableAt ?? Number.NaN);
}

/** Bytes of JavaScript after a collection: the page's own heap, and all of the page as the browser tells where it does. */
async function memoryOf(page: Page): Promise<BoardFigures['memory']> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const whole: unknown = await page.evaluate(async () => {
    if (!('measureUserAgentSpecificMemory' in performance)) return null;
    const measure = performance.measureUserAgentSpecificMemory;
    if (typeof measure !== 'function') return null;
    const measured: unknown = await measure.call(performance);
    return measured;
  });
  const parsed = v.safeParse(v.object({ bytes: v.number() }), whole);
  return { heapBytes: usedSize, pageBytes: parsed.success ? parsed.output.bytes : null };
}

async function fill(
  browser: Browser,
  address: string,
  root: string,
  wanted: { runs: number; scores: number },
) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  // A file of the site’s origin without the site on it.
  await page.goto(`${address}data/packs/index.json`);
  await page.evaluate(await bundleFill(root));
  const request = { data: `${address}data/`, boards: BOARDS, ...wanted };
  const begun = Date.now();
  const written = v.parse(
    v.object({ runs: v.number(), scores: v.number() }),
    await page.evaluate(`fillBoards(${JSON.stringify(request)})`),
  );
  await page.close();
  return { context, written, fillMs: Date.now() - begun };
}

/** Fills a browser's store with made-up runs and measures a board over it. */
export async function measureBoards(
  root: string,
  wanted: { runs: number; scores: number },
  print: (text: string) => void,
): Promise<BoardFigures> {
  await ensureBuilt();
  const server = await startSiteServer({ port: 0, hubs: [], folder: join(root, 'dist') });
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: [...QUIET_ARGS, '--enable-blink-features=ForceEagerMeasureMemory'],
  });
  try {
    print(
      `Chromium ${browser.version()}, ${String(cpus().length)} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    );
    const { context, written, fillMs } = await fill(browser, server.url, root, wanted);
    print(
      `Wrote ${String(written.runs)} synthetic runs and ${String(written.scores)} item scores in ${(fillMs / 1000).toFixed(0)} s.`,
    );
    const page = await context.newPage();
    page.on('pageerror', (error) => process.stderr.write(`In the page: ${error.message}\n`));
    // What compiles this file names functions by a helper of its own, which the page does not have.
    await page.addInitScript('globalThis.__name = (value) => value;');
    await page.addInitScript(watchPage);
    const address = `${server.url}#/boards/${BOARDS[0].packId}?protocol=${BOARDS[0].protocolId}`;
    // The first visit also puts the shipped runs into the store.
    await usableMs(page, address);
    await page.waitForLoadState('networkidle');
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const opened = [];
    for (let visit = 0; visit < 3; visit += 1) opened.push(await usableMs(page, address));
    const openCpuMs = (await threadSeconds(session)) * 1000;
    await page.getByRole('heading', { name: 'Every run' }).scrollIntoViewIfNeeded();
    await page.locator('tr[data-index]').first().waitFor();
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.locator('fieldset').first().waitFor();
    await page.evaluate(() => {
      document.querySelector('table[aria-rowcount]')?.scrollIntoView();
    });
    const changes = [];
    for (const change of CHANGES) {
      await page.waitForTimeout(400);
      const before = await threadSeconds(session);
      const ms = await page.evaluate(timeChange, change);
      const cpuMs = ((await threadSeconds(session)) - before) * 1000;
      changes.push({ what: `${change.kind} ${change.text}`, ms, cpuMs });
    }
    await page.goto(address);
    const scrolls = [];
    for (const step of SCROLL_STEPS) {
      const before = await threadSeconds(session);
      const scrolled = await page.evaluate(scrollBoard, step);
      scrolls.push({ step, ...scrolled, cpuMs: ((await threadSeconds(session)) - before) * 1000 });
    }
    const memory = await memoryOf(page);
    return { ...written, fillMs, usableMs: opened, openCpuMs, changes, scrolls, memory };
  } finally {
    await browser.close();
    await server.close();
  }
}

function line(what: string, value: number, unit: string, most: number): string {
  const verdict = value <= most ? 'met' : 'not met';
  return `${what}: ${value.toFixed(0)} ${unit} (at most ${String(most)} ${unit}: ${verdict})`;
}

/** The figures beside their targets, a line each. */
export function describeBoardFigures(figures: BoardFigures): string {
  const { usableMs: opened, changes, scrolls, memory } = figures;
  const sorts = changes.filter(({ what }) => what.startsWith('sort'));
  const others = changes.filter(({ what }) => !what.startsWith('sort'));
  const worst = (some: readonly { readonly ms: number }[]): number =>
    Math.max(...some.map(({ ms }) => ms));
  const longest = Math.max(0, ...scrolls.flatMap(({ longTasks }) => longTasks));
  const bytes = Math.max(memory.heapBytes, memory.pageBytes ?? 0);
  return [
    line('Usable after opening, slowest of 3', Math.max(...opened), 'ms', BOARD_TARGETS.usableMs),
    `    the page computed ${figures.openCpuMs.toFixed(0)} ms`,
    line('Sort to next paint, slowest', worst(sorts), 'ms', BOARD_TARGETS.paintMs),
    line('Search or filter to next paint, slowest', worst(others), 'ms', BOARD_TARGETS.paintMs),
    ...changes.map(
      ({ what, ms, cpuMs }) =>
        `    ${what}: ${ms.toFixed(0)} ms, of which the page computed ${cpuMs.toFixed(0)} ms`,
    ),
    line('Longest task while scrolling', longest, 'ms', BOARD_TARGETS.longTaskMs),
    ...scrolls.map(
      ({ step, frames, longTasks, cpuMs }) =>
        `    ${String(step)} px a frame, ${String(frames)} frames: ${String(longTasks.length)} tasks over 50 ms; the page computed ${(cpuMs / frames).toFixed(0)} ms a frame`,
    ),
    line('JavaScript memory', bytes / 1e6, 'MB', BOARD_TARGETS.memoryBytes / 1e6),
    `    heap ${(memory.heapBytes / 1e6).toFixed(0)} MB; whole page ${memory.pageBytes === null ? 'not told' : `${(memory.pageBytes / 1e6).toFixed(0)} MB`}`,
  ].join('\n');
}

/** Writes the figures with their targets as JSON. */
export async function writeBoardFigures(file: string, figures: BoardFigures): Promise<void> {
  const report = {
    format: 'benchside-perf-boards',
    formatVersion: 1,
    cores: cpus().length,
    targets: BOARD_TARGETS,
    ...figures,
  };
  await writeFile(file, `${JSON.stringify(report, null, 1)}\n`);
}
