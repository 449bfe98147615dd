import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, readTable } from './helpers/site.ts';

/** Small enough for a slow machine: sums of two steps, two texts a step. */
const TINY = {
  'Training steps': '4',
  'Problems a step': '1',
  'Longest reply': '24',
  'Shortest sum': '2',
  'Longest sum': '2',
  'Evaluate every': '2',
  'Held-out problems': '4',
};

async function fillSettings(page: Page, summary: string, change: Record<string, string> = {}) {
  await page.getByText(summary).click();
  for (const [label, value] of Object.entries({ ...TINY, ...change })) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
}

interface StoredTraining {
  trainingId: string;
  state: { step: number; facts: { step: number; loss: number }[] };
}

test('a training is paused, outlives a reload, and its student plays a pack', async ({ page }) => {
  test.setTimeout(400_000);
  await page.goto('./#/distill/train');
  await fillSettings(page, 'Settings, seed and device', { 'Training steps': '30' });
  await page.getByLabel('Learning rate', { exact: true }).fill('7');
  await page.getByRole('button', { name: 'Start training' }).click();
  await expect(page.getByRole('alert')).toContainText('A field of the form is not what it should');
  await expect(page.getByText('It must be a number from 0.000001 to 0.1.')).toBeVisible();
  await page.getByLabel('Learning rate', { exact: true }).fill('0.0003');
  await page.getByRole('button', { name: 'Start training' }).click();

  const bar = page.getByRole('progressbar');
  await expect(bar).toHaveAttribute('aria-valuenow', /^([3-9]|[12]\d)$/, {
    timeout: 240_000,
  });
  await page.getByRole('button', { name: 'Pause' }).click();
  const resume = page.getByRole('button', { name: 'Resume' });
  await expect(resume).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('One of the texts of step')).toBeVisible();
  const [before] = await readTable<StoredTraining>(page, 'trainings');
  const step = before?.state.step ?? 0;
  expect(step).toBeGreaterThanOrEqual(3);
  expect(step).toBeLessThan(30);
  await expectAccessible(page, 'a paused training');

  await page.reload();
  await expect(bar).toHaveAttribute('aria-valuenow', String(step));
  await resume.click();
  await expect(async () => {
    expect(Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThan(step);
  }).toPass({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(resume).toBeVisible({ timeout: 60_000 });
  const [after] = await readTable<StoredTraining>(page, 'trainings');
  // The steps of before the reload are kept as they were, and no step is missing or taken twice.
  expect(after?.state.facts.slice(0, step)).toEqual(before?.state.facts);
  expect(after?.state.facts.map((fact) => fact.step)).toEqual(
    Array.from({ length: after?.state.step ?? 0 }, (_, at) => at + 1),
  );

  await page.getByLabel('Name', { exact: true }).fill('my-student');
  await page.getByRole('button', { name: 'Save the trained student' }).click();
  await expect(page.getByText('my-student is kept here, in fp32.')).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole('link', { name: 'See its lineage' }).click();
  await page.getByText(/^my-student [0-9a-f]{12}$/).click();
  const lineage = page.locator('dl').filter({ hasText: 'Was before' });
  await expect(lineage).toContainText('arithmetic-student');
  await expect(lineage).toContainText(`${String(after?.state.step ?? 0)} of 30`);
  await expectAccessible(page, 'the lineage of a student');

  await page.goto('./#/run/multistep-arithmetic');
  const student = page.getByLabel('Student', { exact: true });
  const option = student.locator('option', { hasText: 'my-student, from a folder' });
  await expect(option).toHaveCount(1);
  await student.selectOption((await option.getAttribute('value')) ?? '');
  await page.getByLabel('Items', { exact: true }).fill('3');
  await page.getByRole('radio', { name: /^wasm/ }).check();
  await page.getByRole('button', { name: 'Start the run' }).click();
  await expect(page.getByRole('link', { name: 'See every item' })).toBeVisible({
    timeout: 120_000,
  });

  await page.goto('./#/distill/train');
  await page.getByRole('button', { name: /^Delete On-policy/ }).click();
  await page.getByRole('button', { name: 'Delete the training' }).click();
  await expect(page.getByText(/was deleted\.$/)).toBeVisible();
  expect(await readTable(page, 'trainings')).toEqual([]);
  expect(await readTable(page, 'trainingFiles')).toEqual([]);
});

test('an experiment runs to its end, is shared, and brought in again', async ({ page }) => {
  test.setTimeout(400_000);
  await page.goto('./#/distill/experiments');
  await page.getByLabel('Seeds', { exact: true }).fill('1, 2');
  await fillSettings(page, 'Settings that all arms share, and the device');
  await page.getByRole('button', { name: 'Start the experiment' }).click();
  await expect(page.getByText('4 of 4 trainings finished')).toBeVisible({ timeout: 300_000 });
  await expect(page.getByRole('figure', { name: /Accuracy against what was spent/ })).toBeVisible();
  await expectAccessible(page, 'a finished experiment');
  await expectNoSidewaysScroll(page, 'a finished experiment');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save the experiment as a file' }).click(),
  ]);
  const file = await download.path();
  await page.getByRole('link', { name: 'All experiments' }).click();
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText('It was brought in')).toBeVisible();
  await page.getByRole('link', { name: 'All experiments' }).click();
  await expect(page.getByText('brought in, 4 trainings of 2 arms')).toBeVisible();
});

test('a hostile experiment is refused, and shown as text alone', async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto('./#/distill/experiments');
  const target = page.locator('input[type=file]');
  const give = async (content: unknown): Promise<void> => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    await target.setInputFiles({
      name: '<img src=x onerror=alert(1)>.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  };
  const alert = page.getByRole('alert');
  await give('not json');
  await expect(alert).toContainText('<img src=x onerror=alert(1)>.json is not JSON');
  await give({ format: 'benchside-distillation', formatVersion: 1, runs: 'all' });
  await expect(alert).toContainText(/the field “\w+” is wrong/);
  await give(' '.repeat(5_000_001));
  await expect(alert).toContainText('larger than 5 MB');
  await page.goto('./#/distill/experiments?shared=v1.000000000000.AAAA');
  await expect(alert).toContainText(/link/);
  expect(await readTable(page, 'experiments')).toEqual([]);
  expect(dialogs).toEqual([]);
});
