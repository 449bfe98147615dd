import { expect, test } from '@playwright/test';
import * as v from 'valibot';
import { referenceIndexSchema } from '../src/core/share/referenceRuns.ts';
import { chooseRun, readMemo, readTable } from './helpers/site.ts';

const HOSTILE = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>yes 1';

test('a broken link says what is wrong and changes nothing', async ({ page }) => {
  await page.goto('./#/shared/v1.000000000000.AAAA');
  await expect(page.getByRole('alert')).toContainText('The link');
  await page.goto('./#/shared/v9.000000000000.AAAA');
  await expect(page.getByRole('alert')).toContainText('version “v9”');
  const runs = await readTable<{ origin: string }>(page, 'runs');
  expect(runs.filter(({ origin }) => origin === 'imported')).toEqual([]);
});

test('a broken result file names the field, and the same file mended is taken', async ({
  page,
}) => {
  await page.goto('./');
  const index = v.parse(
    referenceIndexSchema,
    await (await page.request.get('data/runs/index.json')).json(),
  );
  const good = await (await page.request.get(`data/runs/${index.runs[0]?.file ?? ''}`)).text();
  const bad = good.replace(/"packHash":"[0-9a-f]+"/, '"packHash":"zz"');
  const give = async (text: string): Promise<void> => {
    await page.locator('input[type=file]').setInputFiles({
      name: 'result.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  };
  await give(bad);
  await expect(page.getByRole('alert')).toContainText('spec.packHash');
  await give('{"half');
  await expect(page.getByRole('alert')).toContainText('not JSON');
  const before = await readTable<{ origin: string }>(page, 'runs');
  expect(before.filter(({ origin }) => origin === 'imported')).toEqual([]);
  await give(good);
  await expect
    .poll(async () =>
      (await readTable<{ origin: string }>(page, 'runs')).some(
        ({ origin }) => origin === 'imported',
      ),
    )
    .toBe(true);
});

test('a bad mirror of the hub is named in the console and leaves the page whole', async ({
  page,
}) => {
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  await page.addInitScript(() => {
    localStorage.setItem('benchside-hub', 'javascript:alert(1)');
  });
  await page.goto('./');
  await expect(page.getByRole('link', { name: /^Run a model/ }).first()).toBeVisible();
  expect(warnings).toContainEqual(expect.stringContaining('“javascript:alert(1)”'));
});

test('a view that fails to draw says so, and the next page is whole', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('link', { name: /^Run a model/ }).first()).toBeVisible();
  await page.evaluate(() => {
    const format = Object.getOwnPropertyDescriptor(Intl.NumberFormat.prototype, 'format') ?? {};
    const fail = (): never => {
      throw new Error('made to fail');
    };
    Object.defineProperty(Intl.NumberFormat.prototype, 'format', { ...format, get: fail });
    addEventListener('mend', () => {
      Object.defineProperty(Intl.NumberFormat.prototype, 'format', format);
    });
  });
  await page.getByRole('navigation').getByRole('link', { name: 'Packs' }).click();
  await expect(page.getByRole('alert')).toContainText('Nothing was lost');
  await page.evaluate(() => dispatchEvent(new Event('mend')));
  await page.getByRole('link', { name: 'Go to the boards' }).click();
  await expect(page.getByRole('link', { name: /^Run a model/ }).first()).toBeVisible();
});

test('a file dropped beside the target does not replace the page', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('link', { name: /^Run a model/ }).first()).toBeVisible();
  const prevented = await page.evaluate(() =>
    ['dragover', 'drop'].map((name) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['{}'], 'result.json'));
      const event = new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true });
      document.querySelector('h1')?.dispatchEvent(event);
      return event.defaultPrevented;
    }),
  );
  expect(prevented).toEqual([true, true]);
});

test('a model file with one flipped bit is refused, and the run goes on once it is whole', async ({
  page,
}) => {
  test.setTimeout(180_000);
  let flips = true;
  await page.route('**/models/student-small/onnx/model.onnx', async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    const at = Math.floor(body.length / 2);
    if (flips) body.writeUInt8(body.readUInt8(at) ^ 1, at);
    await route.fulfill({ response, body });
  });
  await page.goto('./#/run');
  await chooseRun(page, {
    student: 'student-small',
    judge: 'rubric-judge',
    items: 2,
    device: 'wasm',
  });
  await page.getByRole('button', { name: 'Start the run' }).click();
  await expect(page.getByRole('alert')).toContainText(/SHA-256|checksum/i, { timeout: 60_000 });
  expect(await readMemo(page)).toEqual([]);
  flips = false;
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByRole('link', { name: 'See every item' })).toBeVisible({
    timeout: 120_000,
  });
});

test('what a model wrote is shown as text, never as markup', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('./#/run');
  await chooseRun(page, { student: 'random', judge: 'random', items: 2, device: 'wasm' });
  await page.getByRole('button', { name: 'Start the run' }).click();
  await page.getByRole('link', { name: 'See every item' }).click();
  // The stored answers are replaced by hostile ones, as a hostile model would have written them.
  await page.evaluate(async (text) => {
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('benchside');
      opening.onsuccess = () => {
        const database = opening.result;
        const transaction = database.transaction('scores', 'readwrite');
        const store = transaction.objectStore('scores');
        const walking = store.openCursor();
        walking.onsuccess = () => {
          const cursor = walking.result;
          if (cursor === null) return;
          const row: unknown = cursor.value;
          if (typeof row === 'object' && row !== null && 'detail' in row && row.detail) {
            const criterion = { id: 'x', text, points: 1, axis: text, note: text };
            const verdict = { verdict: 'met', probability: 0.5 };
            Object.assign(row.detail, { answer: text, criteria: [{ ...criterion, ...verdict }] });
            cursor.update(row);
          }
          cursor.continue();
        };
        transaction.oncomplete = () => {
          database.close();
          resolve();
        };
        transaction.onerror = () => {
          reject(new Error('the scores cannot be changed'));
        };
      };
    });
  }, HOSTILE);
  await page.reload();
  await expect(page.getByRole('table', { name: 'Items of this run' })).toContainText('<img src=x');
  await page.getByRole('table', { name: 'Items of this run' }).getByRole('link').first().click();
  await expect(page.getByRole('main')).toContainText('<script>window.hacked=1</script>');
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(await page.locator('main img').count()).toBe(0);
});
