import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium } from './scripts/findChromium.ts';
import { freePort } from './scripts/freePort.ts';

// Workers read this file again: what the first reading chose reaches them through the environment.
const executablePath = (process.env['CHROMIUM_PATH'] ??= await ensureChromium());
const port = (process.env['BENCHSIDE_E2E_PORT'] ??= String(await freePort()));
const hubPort = (process.env['BENCHSIDE_E2E_HUB_PORT'] ??= String(await freePort()));

const baseURL = `http://127.0.0.1:${port}/`;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // A second browser would share the two cores and the one adapter.
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  reporter: 'list',
  // A picture that is missing is a failure, here and in CI; `--update-snapshots` alone writes them.
  updateSnapshots: 'none',
  // Fonts come with the site, so one set of pictures serves every Linux machine.
  snapshotPathTemplate: '{testDir}/golden/{arg}{ext}',
  expect: {
    // The five seconds that are usual fail on a slow day: a page that compares five runs has much to read first.
    timeout: 20_000,
    // A button 3 px lower differs in 50 pixels, a block 8 px lower in some 2,000, and nothing at all between two runs.
    toHaveScreenshot: { animations: 'disabled', caret: 'hide', maxDiffPixelRatio: 0.0005 },
  },
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    launchOptions: { executablePath, args: [...CHROMIUM_ARGS] },
    screenshot: 'only-on-failure',
    trace: 'off',
  },
  projects: [
    { name: 'desktop', grepInvert: /@phone/ },
    { name: 'phone', grep: /@phone/, use: { viewport: { width: 360, height: 740 } } },
  ],
  webServer: {
    // The hub is an imitation that a spec may start on this port; the page's policy must name it beforehand.
    command: `node --import tsx scripts/serve.ts --port ${port} --hub http://127.0.0.1:${hubPort}`,
    url: baseURL,
    stdout: 'ignore',
    timeout: 120_000,
  },
});
