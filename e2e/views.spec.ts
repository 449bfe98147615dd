import { expect, test, type Locator, type Page } from '@playwright/test';
import { chooseRun, expectAccessible, expectNoSidewaysScroll } from './helpers/site.ts';

/** Every view with something in it: name, and how to get there. */
async function visitEveryView(page: Page, look: (what: string) => Promise<void>): Promise<void> {
  const open = async (hash: string, heading: RegExp): Promise<void> => {
    await page.goto(`./${hash}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(heading);
    await page.waitForLoadState('networkidle');
  };
  await open('#/boards', /./);
  await expect(page.getByRole('table').first()).toContainText('student-large');
  await look('boards');
  await open('#/boards/consult-rubrics', /./);
  await look('board of the consult pack');
  await open('#/packs', /./);
  await look('packs');
  await open('#/packs/consult-rubrics', /./);
  await look('a pack');
  await open('#/models', /./);
  await look('models');
  await open('#/models/student-large', /./);
  await look('a model');
  await open('#/run', /./);
  await look('run, before');
  await chooseRun(page, { student: 'random', judge: 'random', items: 3, device: 'wasm' });
  await page.getByRole('button', { name: 'Start the run' }).click();
  await expect(page.getByRole('link', { name: 'See every item' })).toBeVisible();
  await look('run, finished');
  await page.getByRole('link', { name: 'See every item' }).click();
  const items = page.getByRole('table', { name: 'Items of this run' });
  await expect(items).toBeVisible();
  await look('result');
  const link = await page.getByLabel('Share link').inputValue();
  await items.getByRole('link').first().click();
  await expect(page.getByRole('main')).toContainText('Concept:');
  await look('item');
  await page.goto(link);
  await expect(page.getByRole('link', { name: 'Run it here' })).toBeVisible();
  await look('shared');
  await open('#/nowhere', /No such page/);
  await look('no such page');
}

test('axe finds nothing on any view, light or dark', async ({ page }) => {
  test.setTimeout(180_000);
  await visitEveryView(page, async (what) => {
    await expectAccessible(page, what);
  });
});

test('axe finds nothing on a phone, and nothing scrolls sideways @phone', async ({ page }) => {
  test.setTimeout(180_000);
  await visitEveryView(page, async (what) => {
    await expectAccessible(page, what);
    await expectNoSidewaysScroll(page, what);
  });
});

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, 'reached with Tab').toBeFocused();
}

test('the keyboard alone reaches the board, the run and an item', async ({ page }) => {
  const { keyboard } = page;
  await page.goto('./');
  await keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await tabTo(page, page.getByRole('link', { name: 'Run a model' }).first());
  await keyboard.press('Enter');

  await tabTo(page, page.getByLabel('Items', { exact: true }));
  await keyboard.type('1');
  for (const label of ['Student', 'Judge']) {
    const field = page.getByLabel(label, { exact: true });
    await tabTo(page, field);
    await keyboard.type('random');
    await expect(field).toHaveValue('baseline:random');
  }
  await tabTo(page, page.getByRole('radio', { name: /^Auto/ }));
  const wasm = page.getByRole('radio', { name: /^wasm/ });
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await expect(wasm).toBeChecked();
  await tabTo(page, page.getByRole('button', { name: 'Start the run' }));
  await keyboard.press('Enter');

  await tabTo(page, page.getByRole('link', { name: 'See every item' }));
  await keyboard.press('Enter');
  const items = page.getByRole('table', { name: 'Items of this run' });
  await tabTo(page, items.getByRole('link').first());
  await keyboard.press('Enter');
  await expect(page.getByRole('main')).toContainText('Concept:');
});
