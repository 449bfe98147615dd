import { chromium, type Page } from '@playwright/test';
import type { RunState } from '../core/runs/state.ts';
import { ensureBuilt } from '../../scripts/buildSite.ts';
import { CHROMIUM_ARGS, ensureChromium, QUIET_ARGS } from '../../scripts/findChromium.ts';
import { startSiteServer } from '../../scripts/siteServer.ts';

/** The built site, open in a headless browser. */
export interface OpenSite {
  page: Page;
  /** Who hears of the running run's progress. */
  onProgress(listener: (state: RunState) => void): void;
  close(): Promise<void>;
}

/** Address of the profile's origin: a fixed port, because a browser's store belongs to an origin. */
const PORT = 4179;

async function serve(hubs: readonly string[]) {
  try {
    return await startSiteServer({ port: PORT, hubs });
  } catch (cause) {
    throw new Error(
      `Port ${String(PORT)} on 127.0.0.1 is taken, probably by another run of this command: wait for it to end.`,
      { cause },
    );
  }
}

/** Builds the site where needed, serves it on this machine alone and opens it. */
export async function openSite(options: {
  profile: string;
  hub: string | null;
  softwareGpu: boolean;
}): Promise<OpenSite> {
  await ensureBuilt();
  const executablePath = await ensureChromium();
  const hubs = options.hub === null ? [] : [new URL(options.hub).origin];
  const server = await serve(hubs);
  try {
    const context = await chromium.launchPersistentContext(options.profile, {
      executablePath,
      args: [...(options.softwareGpu ? CHROMIUM_ARGS : [...QUIET_ARGS, '--enable-unsafe-webgpu'])],
    });
    let listener: (state: RunState) => void = () => undefined;
    await context.exposeFunction('benchsideProgress', (state: RunState) => {
      listener(state);
    });
    const page = await context.newPage();
    const { hub } = options;
    if (hub !== null) {
      await page.addInitScript((address) => {
        localStorage.setItem('benchside-hub', address);
      }, hub);
    }
    page.on('pageerror', (error) => process.stderr.write(`page: ${error.message}\n`));
    await page.goto(server.url);
    await page.waitForFunction(() => 'benchside' in window);
    return {
      page,
      onProgress: (next) => {
        listener = next;
      },
      close: async () => {
        await context.close();
        await server.close();
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}
