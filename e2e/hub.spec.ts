import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startFakeHub } from '../scripts/fakeHub.ts';

const BUNDLED = new URL('../static-data/models/student-small', import.meta.url).pathname;
const HUB_PORT = Number(process.env['BENCHSIDE_E2E_HUB_PORT']);

test('a model is chosen by its hub id and loads from the hub by the same path', async ({
  page,
}) => {
  test.setTimeout(180_000);
  // A bundled model under a hub's address: it has the layout that hubs ship.
  const models = await mkdtemp(join(tmpdir(), 'benchside-hub-'));
  await cp(BUNDLED, join(models, 'onnx-community', 'student-small-ONNX'), { recursive: true });
  const hub = await startFakeHub(models, HUB_PORT);
  try {
    await page.addInitScript((address) => {
      localStorage.setItem('benchside-hub', address);
    }, hub.url);
    await page.goto('./#/run');
    await page.getByLabel('Student', { exact: true }).selectOption('hub');
    const hubId = page.getByLabel('Hub id');
    await page.getByLabel('Judge', { exact: true }).selectOption('baseline:random');
    await page.getByLabel('Items', { exact: true }).fill('2');
    await page.getByRole('radio', { name: /^wasm/ }).check();
    await page.getByLabel('Number format').selectOption('fp32');

    // Nothing was asked of the hub until the reader chose a model from it.
    expect(hub.requests).toEqual([]);
    await hubId.fill('not a hub id');
    await page.getByRole('button', { name: 'Start the run' }).click();
    await expect(page.getByRole('alert')).toContainText('owner/name');

    await hubId.fill('onnx-community/no-such-model');
    await page.getByRole('button', { name: 'Start the run' }).click();
    await expect(page.getByRole('alert')).toContainText('onnx-community/no-such-model', {
      timeout: 60_000,
    });

    await hubId.fill('onnx-community/student-small-ONNX');
    await page.getByRole('button', { name: 'Start the run' }).click();
    await expect(page.getByRole('link', { name: 'See every item' })).toBeVisible({
      timeout: 120_000,
    });
    expect(hub.requests.filter((request) => request.includes('student-small-ONNX'))).toEqual(
      expect.arrayContaining([
        expect.stringContaining('/onnx-community/student-small-ONNX/resolve/main/config.json'),
        // The commit that `main` stood for, so that every file is of one state of the repository.
        expect.stringMatching(
          /\/onnx-community\/student-small-ONNX\/resolve\/[0-9a-f]{40}\/onnx\/model\.onnx/,
        ),
      ]),
    );
  } finally {
    await hub.close();
    await rm(models, { recursive: true });
  }
});
