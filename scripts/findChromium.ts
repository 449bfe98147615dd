import { execFile } from 'node:child_process';
import { access, constants, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Flags that keep Chromium from asking anything and from talking to any host of its own accord. */
export const QUIET_ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Flags for tests: quiet, and a WebGPU adapter in software (SwiftShader), the same on every machine. */
export const CHROMIUM_ARGS: readonly string[] = [
  ...QUIET_ARGS,
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
];

const WHAT_TO_DO =
  'No Chrome or Chromium was found: install one, or set CHROMIUM_PATH to the program of a full browser (a "headless shell" build has no WebGPU).';

/** There is no usable browser. `message` is one sentence that says what to do. */
export class ChromiumMissingError extends Error {
  override readonly name = 'ChromiumMissingError';
}

function isHeadlessShell(path: string): boolean {
  return /headless[-_]shell/i.test(path);
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
];

function linuxPlaces(env: NodeJS.ProcessEnv): string[] {
  const folders = new Set([
    ...(env['PATH'] ?? '').split(':'),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ]);
  folders.delete('');
  return [...folders].flatMap((folder) =>
    [...LINUX_NAMES, 'chrome'].map((name) => join(folder, name)),
  );
}

function macPlaces(): string[] {
  const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Google Chrome Canary'];
  return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
    apps.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
  );
}

function windowsPlaces(env: NodeJS.ProcessEnv): string[] {
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = env[name];
    return folder === undefined ? [] : [folder];
  });
  const programs = [
    join('Google', 'Chrome', 'Application', 'chrome.exe'),
    join('Chromium', 'Application', 'chrome.exe'),
    join('Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ];
  return folders.flatMap((folder) => programs.map((program) => join(folder, program)));
}

/** Programs inside one `chromium-NNNN` folder of Playwright's cache. */
const PLAYWRIGHT_PROGRAMS = [
  join('chrome-linux', 'chrome'),
  join('chrome-linux64', 'chrome'),
  ...['chrome-mac', 'chrome-mac-arm64', 'chrome-mac-x64'].flatMap((folder) => [
    join(folder, 'Chromium.app', 'Contents', 'MacOS', 'Chromium'),
    join(folder, 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'),
  ]),
  join('chrome-win', 'chrome.exe'),
  join('chrome-win64', 'chrome.exe'),
];

function playwrightCache(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  const chosen = env['PLAYWRIGHT_BROWSERS_PATH'];
  if (chosen !== undefined && chosen !== '' && chosen !== '0') return chosen;
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'ms-playwright');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? homedir(), 'ms-playwright');
  return join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'ms-playwright');
}

/** The programs Playwright has downloaded, newest first. */
async function playwrightPlaces(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): Promise<string[]> {
  const cache = playwrightCache(platform, env);
  const names = await readdir(cache).catch(() => []);
  const revision = (name: string): number => Number(name.slice('chromium-'.length));
  return names
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => revision(b) - revision(a))
    .flatMap((name) => PLAYWRIGHT_PROGRAMS.map((program) => join(cache, name, program)));
}

/**
 * The path of a full Chrome or Chromium: CHROMIUM_PATH where it is set, else the first found in the platform's usual
 * places and in Playwright's cache; undefined where there is none.
 *
 * @throws ChromiumMissingError where CHROMIUM_PATH names something that cannot be used.
 */
export async function findChromium(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<string | undefined> {
  const chosen = env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (isHeadlessShell(chosen)) {
      throw new ChromiumMissingError(
        `CHROMIUM_PATH is ${chosen}, a "headless shell" build, which has no WebGPU: name a full Chrome or Chromium instead.`,
      );
    }
    if (!(await isExecutable(chosen))) {
      throw new ChromiumMissingError(
        `CHROMIUM_PATH is ${chosen}, which is not a program that can be run: correct it, or unset it to search the usual places.`,
      );
    }
    return chosen;
  }
  const usual =
    platform === 'darwin'
      ? macPlaces()
      : platform === 'win32'
        ? windowsPlaces(env)
        : linuxPlaces(env);
  for (const place of [...usual, ...(await playwrightPlaces(platform, env))]) {
    if (!isHeadlessShell(place) && (await isExecutable(place))) return place;
  }
  return undefined;
}

async function installFromDebian(): Promise<void> {
  console.log('No Chrome or Chromium found; installing the chromium package.');
  await run('apt-get', ['update', '-qq']);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 64 * 1024 * 1024,
  });
}

async function downloadFromPlaywright(): Promise<void> {
  console.log("No Chrome or Chromium found; downloading Playwright's.");
  const options = { maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' };
  await run('npx', ['playwright', 'install', '--no-shell', 'chromium'], options);
}

/**
 * The path of a full Chrome or Chromium, installing one where there is none: Debian's package as root, else
 * Playwright's download.
 *
 * @throws ChromiumMissingError where none is found and none can be installed.
 */
export async function ensureChromium(): Promise<string> {
  const found = await findChromium();
  if (found !== undefined) return found;
  const isRoot = process.getuid?.() === 0;
  const installers =
    isRoot && (await isExecutable('/usr/bin/apt-get'))
      ? [installFromDebian, downloadFromPlaywright]
      : [downloadFromPlaywright];
  for (const install of installers) {
    try {
      await install();
    } catch (error) {
      console.warn(`That did not work: ${error instanceof Error ? error.message : String(error)}`);
      continue;
    }
    const installed = await findChromium();
    if (installed !== undefined) return installed;
  }
  throw new ChromiumMissingError(WHAT_TO_DO);
}
