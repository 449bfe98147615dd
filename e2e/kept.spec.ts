import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import * as v from 'valibot';
import { startFakeHub } from '../scripts/fakeHub.ts';
import { expectAccessible } from './helpers/site.ts';

const BUNDLED = new URL('../static-data/models/student-small', import.meta.url).pathname;
const HUB_PORT = Number(process.env['BENCHSIDE_E2E_HUB_PORT']);
const sentSchema = v.array(v.object({ path: v.string(), bytes: v.number() }));
const ID = 'onnx-community/student-small-ONNX';

async function chooseTwoItems(page: Page): Promise<void> {
  await page.getByLabel('Judge', { exact: true }).selectOption('baseline:random');
  await page.getByLabel('Items', { exact: true }).fill('2');
  await page.getByRole('radio', { name: /^wasm/ }).check();
}

test('a large model is asked about, survives a lost connection, is listed and deleted', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const models = await mkdtemp(join(tmpdir(), 'benchside-hub-'));
  await cp(BUNDLED, join(models, ID), { recursive: true });
  const hub = await startFakeHub(models, HUB_PORT);
  const visit = `${hub.url}~large/`;
  const weights = (): string[] => hub.requests.filter((request) => request.includes('/cdn/'));
  try {
    // The same graph, made larger than what a browser may fetch unasked.
    await fetch(`${visit}set?pad=52000000&cutAfter=20000000`);
    await page.addInitScript((address) => {
      localStorage.setItem('benchside-hub', address);
    }, visit);
    await page.goto('./#/run');
    await page.getByLabel('Student', { exact: true }).selectOption('hub');
    await page.getByLabel('Hub id').fill(ID);
    await page.getByLabel('Number format').selectOption('fp32');
    await chooseTwoItems(page);
    await page.getByRole('button', { name: 'Start the run' }).click();
    const question = page.getByRole('alert');
    await expect(question).toContainText(`${ID} in fp32 has 53.`, { timeout: 60_000 });
    await expect(question).toContainText('MB, which your browser would fetch from the hub');
    expect(weights()).toEqual([]);
    await expectAccessible(page, 'the question before a download');

    await page.getByRole('button', { name: 'Download it and go on' }).click();
    await expect(page.getByRole('alert')).toContainText('16.8 MB of 53.1 MB are kept', {
      timeout: 60_000,
    });
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(page.getByRole('alert')).toContainText(
      /offline, and onnx\/model\.onnx .* is not here yet\. 16\.8 MB of 53\.1 MB are kept/,
      { timeout: 60_000 },
    );
    await context.setOffline(false);
    await fetch(`${visit}set?pad=52000000`);
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(page.getByRole('link', { name: 'See every item' })).toBeVisible({
      timeout: 150_000,
    });
    const sent = v.parse(sentSchema, await (await fetch(`${visit}sent`)).json());
    const graph = sent.filter(({ path }) => path === 'onnx/model.onnx');
    // Two parts of 8 MiB were there already.
    expect(graph.map(({ bytes }) => bytes).slice(0, -1)).toEqual(Array(4).fill(8 * 2 ** 20));

    await page.goto('./#/models');
    const kept = page.getByRole('table').filter({ hasText: 'Last loaded' });
    const row = kept.getByRole('row').filter({ hasText: ID });
    await expect(row).toContainText(/hub\s*[0-9a-f]{12}\s*fp32\s*53\.\d MB/);
    await expectAccessible(page, 'models that are kept');
    await page.getByRole('button', { name: `Delete ${ID}` }).click();
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(row).toBeVisible();
    await page.getByRole('button', { name: `Delete ${ID}` }).click();
    await page.getByRole('button', { name: 'Delete the model' }).click();
    await expect(page.getByText(/is deleted\./)).toBeVisible();
    await expect(row).toHaveCount(0);
    const left = await page.evaluate(async () => {
      const counts = await Promise.all(
        (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length),
      );
      return counts.reduce((sum, count) => sum + count, 0);
    });
    expect(left).toBe(0);
  } finally {
    await hub.close();
    await rm(models, { recursive: true });
  }
});

test('a model from a folder is checked, kept and run', async ({ page }) => {
  test.setTimeout(180_000);
  const folder = join(await mkdtemp(join(tmpdir(), 'benchside-folder-')), 'my-student');
  await cp(BUNDLED, folder, { recursive: true });
  try {
    await page.goto('./#/models');
    await rm(join(folder, 'tokenizer.json'));
    await page.getByLabel('Choose a folder').setInputFiles(folder);
    await expect(page.getByRole('alert')).toContainText('my-student has no tokenizer.json');
    await cp(join(BUNDLED, 'tokenizer.json'), join(folder, 'tokenizer.json'));
    await page.getByLabel('Choose a folder').setInputFiles(folder);
    await expect(page.getByText(/my-student is kept here, in fp32/)).toBeVisible();
    // The same folder by another way: dropped on the page's heading, as from a file manager.
    const heading = page.getByRole('heading', { level: 1 });
    await heading.scrollIntoViewIfNeeded();
    const { x, y } = (await heading.boundingBox()) ?? { x: 0, y: 0 };
    const cdp = await page.context().newCDPSession(page);
    const renamed = join(folder, '..', 'dropped-student');
    await cp(folder, renamed, { recursive: true });
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      const data = { items: [], files: [renamed], dragOperationsMask: 1 };
      await cdp.send('Input.dispatchDragEvent', { type, x: x + 5, y: y + 5, data });
    }
    await expect(page.getByText(/dropped-student is kept here, in fp32/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Delete all' })).toBeVisible();
    await page.getByRole('link', { name: 'Run it' }).click();
    const student = page.getByLabel('Student', { exact: true });
    const option = student.locator('option', { hasText: 'my-student, from a folder' });
    await expect(option).toHaveCount(1);
    await student.selectOption((await option.getAttribute('value')) ?? '');
    await chooseTwoItems(page);
    await page.getByRole('button', { name: 'Start the run' }).click();
    await expect(page.getByRole('link', { name: 'See every item' })).toBeVisible({
      timeout: 120_000,
    });
    await expect(
      page.getByText(/my-student came from a folder and are on no server/),
    ).toBeVisible();
  } finally {
    await rm(join(folder, '..'), { recursive: true });
  }
});
