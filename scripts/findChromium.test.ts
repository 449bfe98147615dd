import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ChromiumMissingError, findChromium } from './findChromium.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'find-chromium-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function program(path: string): Promise<string> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, '');
  await chmod(file, 0o755);
  return file;
}

test('CHROMIUM_PATH comes before everything else', async () => {
  const chosen = await program('mine/browser');
  await program('bin/chromium');
  const env = { CHROMIUM_PATH: chosen, PATH: join(folder, 'bin') };
  expect(await findChromium(env, 'linux')).toBe(chosen);
});

test('a CHROMIUM_PATH that is no program is refused, not passed over', async () => {
  const env = { CHROMIUM_PATH: join(folder, 'nothing') };
  await expect(findChromium(env, 'linux')).rejects.toThrow(ChromiumMissingError);
});

test('a headless shell is refused, since it has no WebGPU', async () => {
  const env = { CHROMIUM_PATH: await program('chromium_headless_shell-1/headless_shell') };
  await expect(findChromium(env, 'linux')).rejects.toThrow(/no WebGPU/);
});

test('Linux: a browser on the PATH is found', async () => {
  const found = await program('bin/google-chrome');
  expect(await findChromium({ PATH: join(folder, 'bin') }, 'linux')).toBe(found);
});

test("Windows: Playwright's newest download is found where nothing else is installed", async () => {
  await program('cache/chromium-900/chrome-win/chrome.exe');
  await program('cache/chromium_headless_shell-1200/chrome-win/headless_shell.exe');
  const newest = await program('cache/chromium-1100/chrome-win64/chrome.exe');
  const env = { PLAYWRIGHT_BROWSERS_PATH: join(folder, 'cache') };
  expect(await findChromium(env, 'win32')).toBe(newest);
});

test('nothing installed: undefined', async () => {
  const env = { PLAYWRIGHT_BROWSERS_PATH: join(folder, 'cache'), LOCALAPPDATA: folder };
  expect(await findChromium(env, 'win32')).toBeUndefined();
});
