import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './helpers/site.ts';

const PATIENCE = { timeout: 120_000 };

async function open(page: Page, hash: string): Promise<void> {
  await page.goto(`./${hash}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 30_000 });
}

test('a text is read token by token with the keyboard, and the link shows it again', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await open(page, '#/distill/tokens?device=wasm');
  await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('Distill');
  await page.getByRole('button', { name: 'Read the text with both' }).click();
  const strip = page.getByRole('listbox', { name: /Tokens, coloured by/ });
  await expect(strip).toBeVisible(PATIENCE);
  await strip.getByRole('option').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByLabel('The token that is looked at')).toContainText('Token 2 of');
  await page.keyboard.press('End');
  await expect(strip.getByRole('option').last()).toBeFocused();
  await page.getByLabel('Colour by').selectOption('TIP quadrant');
  await expect(page).toHaveURL(/by=quadrant/);
  await page.getByText('Every number of every token').click();
  const numbers = page.locator('details', { hasText: 'Every number of every token' });
  const rows = await numbers.getByRole('row').count();
  expect(rows).toBe((await strip.getByRole('option').count()) + 1);
  await expectAccessible(page, 'tokens');
  await expectNoSidewaysScroll(page, 'tokens');
});

test('a pilot is planned, played to its end, kept and opened again', async ({ page }) => {
  test.setTimeout(240_000);
  await open(page, '#/distill/pilots?device=wasm');
  await page.getByLabel('Problems', { exact: true }).fill('3');
  await page.getByLabel('Rollouts a problem').fill('1');
  await page.getByLabel('Longest reply').fill('30');
  await page.getByRole('button', { name: 'Plan the pilot' }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByText('Rollouts done: finished')).toBeVisible(PATIENCE);
  await expect(page.getByRole('figure').first()).toContainText('KL(student ‖ teacher) by position');
  await expectAccessible(page, 'pilots');
  await expectNoSidewaysScroll(page, 'pilots');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save all outcomes as JSON' }).click();
  expect((await download).suggestedFilename()).toBe('pilot-kl.json');
  await page.reload();
  await expect(page.getByText('Rollouts done: finished')).toBeVisible(PATIENCE);
});
