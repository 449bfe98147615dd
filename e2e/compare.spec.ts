import { expect, test, type Page } from '@playwright/test';
import { chooseRun, expectAccessible, expectNoSidewaysScroll } from './helpers/site.ts';

/** Compares the shipped runs of a pack under a protocol, both by title. */
async function compareShipped(page: Page, pack: string, protocol: string): Promise<void> {
  await page.goto('./#/compare');
  await page.getByLabel('Find runs').fill(pack);
  await page
    .getByRole('button', { name: new RegExp(`^Compare all .* of ${pack}.*, ${protocol}$`, 'i') })
    .click();
  await expect(page.getByText(/after Holm p/).first()).toBeVisible({ timeout: 60_000 });
}

function differences(page: Page) {
  return page.getByRole('table', { name: /^Every metric of each run less/ });
}

test('shipped runs are chosen, compared, and everything chosen is in the address', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await compareShipped(page, 'multiple choice', 'multiple choice');
  const letters = page.getByRole('list', { name: 'Runs that are compared' }).getByRole('listitem');
  await expect(letters).toHaveCount(5);
  await expect(differences(page)).toContainText('Accuracy');

  const before = page.url();
  await page.getByRole('link', { name: /^Remove E/ }).click();
  await expect(letters).toHaveCount(4);
  await page.goBack();
  await expect(letters).toHaveCount(5);
  expect(page.url()).toBe(before);

  await page.getByRole('radio', { name: /baseline is C/ }).check();
  await expect(page.getByRole('heading', { name: /^Differences from C/ })).toBeVisible();
  await expect(page.getByText(/after Holm p/).first()).toBeVisible({ timeout: 60_000 });

  await page.getByLabel('Show items where').selectOption({ index: 1 });
  await expect(page).toHaveURL(/show=over-0-2/);
  const items = page.getByRole('table', { name: /^Items with/ });
  await expect(items.getByRole('row').nth(1)).toContainText('right');
  await items.getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: /side by side/ })).toBeVisible();
  const first = page.url();
  await page.keyboard.press('j');
  await expect.poll(() => page.url()).not.toBe(first);
  await page.keyboard.press('k');
  await expect.poll(() => page.url()).toBe(first);
  await page.getByRole('link', { name: 'Back to the comparison' }).click();
  await expect(items).toBeVisible();

  const download = page.waitForEvent('download');
  await expect(page.getByRole('button', { name: 'Differences as CSV' })).toBeEnabled({
    timeout: 60_000,
  });
  await page.getByRole('button', { name: 'Differences as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('benchside-compare-multiple-choice.csv');
  await expect(page.getByText('shipped with the site, so whoever opens it')).toBeVisible();
});

test('runs of different packs are refused, and runs that are not here are named', async ({
  page,
}) => {
  await page.goto('./#/compare');
  const boxes = page.getByRole('checkbox');
  await expect(boxes.first()).toBeVisible();
  const ids = await page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('benchside');
      opening.onsuccess = () => {
        resolve(opening.result);
      };
    });
    return await new Promise<string[]>((resolve) => {
      const reading = opened.transaction('runs').objectStore('runs').getAllKeys();
      reading.onsuccess = () => {
        resolve(reading.result.map(String));
      };
    });
  });
  // Keys are hashes: two of sixty are hardly ever of one pack, so take until two packs are named.
  await page.goto(`./#/compare?runs=${ids.slice(0, 8).join(',')}`);
  await expect(page.getByRole('alert')).toContainText('different packs');
  await page.goto('./#/compare?runs=nobody-has-this,nor-that');
  await expect(page.getByRole('alert')).toContainText('nobody-has-this, nor-that');
  await expect(page.getByRole('alert')).toContainText('share links');
});

test('two judges of the same answers are held against each other', async ({ page }) => {
  test.setTimeout(240_000);
  for (const judge of ['random', 'rubric-judge']) {
    await page.goto('./#/boards');
    await page.goto('./#/run/concept-verification');
    await chooseRun(page, { student: 'random', judge, items: 8, device: 'wasm' });
    await page.getByRole('button', { name: 'Start the run' }).click();
    await expect(page.getByRole('link', { name: 'See every item' })).toBeVisible({
      timeout: 120_000,
    });
  }
  await page.getByRole('link', { name: 'See every item' }).click();
  await page.getByRole('link', { name: 'Compare with …' }).click();
  await page.getByLabel('Find runs').fill('this browser');
  await page.getByRole('checkbox').nth(1).check();
  await expect(page.getByText('the difference includes the judges')).toBeVisible();
  const judges = page.getByRole('table', { name: 'Agreement of judges over the same answers' });
  await expect(judges).toContainText(/\d\.\d\d \[/, { timeout: 60_000 });
  await expect(page.getByText(/not shipped with the site/)).toBeVisible();
  await page.getByLabel('Show items where').selectOption('all');
  await page
    .getByRole('table', { name: /^Items with/ })
    .getByRole('link')
    .first()
    .click();
  await expect(
    page.getByRole('table', { name: 'Marks of each criterion under each run' }),
  ).toBeVisible();
  await expectAccessible(page, 'an item compared');
});

test('the keyboard alone chooses runs and opens an item', async ({ page }) => {
  test.setTimeout(120_000);
  const { keyboard } = page;
  await page.goto('./#/compare');
  await page.getByLabel('Find runs').focus();
  await keyboard.type('numeric');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await expect(page.getByRole('checkbox').first()).toBeFocused();
  await keyboard.press('Space');
  await expect(page.getByRole('checkbox').first()).toBeChecked();
  await page.getByRole('checkbox').nth(1).focus();
  await keyboard.press('Space');
  await expect(page.getByRole('checkbox').nth(1)).toBeFocused();
  await expect(page.getByText(/after Holm p|same value/).first()).toBeVisible({ timeout: 60_000 });
  await page
    .getByRole('table', { name: /^Items with/ })
    .getByRole('link')
    .first()
    .focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /side by side/ })).toBeVisible();
});

test('axe finds nothing on a comparison, on a phone @phone', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('./#/compare');
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await expectAccessible(page, 'choosing');
  await compareShipped(page, 'concept verification', 'verification with evidence');
  await page.locator('summary', { hasText: 'Figures' }).click();
  await expect(page.getByRole('table', { name: /^Share of items/ })).not.toContainText('…');
  await expectAccessible(page, 'compared');
  await expectNoSidewaysScroll(page, 'compared');
  await page
    .getByRole('table', { name: /^Items with/ })
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByRole('heading', { name: /side by side/ })).toBeVisible();
  await expectAccessible(page, 'an item');
  await expectNoSidewaysScroll(page, 'an item');
});
