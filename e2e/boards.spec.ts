import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './helpers/site.ts';

const BOARD = './#/boards/concept-verification';

/** The table stands below the figure, and is made when it comes near. */
async function boardTable(page: Page): Promise<Locator> {
  const heading = page.getByRole('heading', { name: 'Every run, column by column' });
  await heading.scrollIntoViewIfNeeded();
  const table = page.getByRole('region', { name: 'Every metric of every run' }).getByRole('table');
  await expect(table).toBeVisible();
  return table;
}

function names(table: Locator): Locator {
  return table.locator('tbody th a');
}

test('a sorted column is in the address, and back and forward go through it', async ({ page }) => {
  await page.goto(BOARD);
  const table = await boardTable(page);
  const best = await names(table).allTextContents();
  const student = table.getByRole('columnheader', { name: 'Student' });
  const f1 = table.getByRole('columnheader', { name: 'Verdict F1' });
  await expect(f1).toHaveAttribute('aria-sort', 'descending');

  await student.getByRole('button').click();
  await expect(student).toHaveAttribute('aria-sort', 'ascending');
  await expect(f1).not.toHaveAttribute('aria-sort', /./);
  await expect(names(table)).toHaveText([...best].sort());
  expect(page.url()).toContain('sort=run');

  await student.getByRole('button').click();
  await expect(student).toHaveAttribute('aria-sort', 'descending');
  expect(page.url()).toContain('dir=desc');

  await page.goBack();
  await expect(student).toHaveAttribute('aria-sort', 'ascending');
  await page.goBack();
  await expect(f1).toHaveAttribute('aria-sort', 'descending');
  await expect(names(table)).toHaveText(best);
  await page.goForward();
  await expect(student).toHaveAttribute('aria-sort', 'ascending');

  // The address alone brings the same view.
  await page.reload();
  const again = await boardTable(page);
  await expect(again.getByRole('columnheader', { name: 'Student' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
});

test('filters and the search narrow the board, the address says so, and it can be cleared', async ({
  page,
}) => {
  await page.goto(BOARD);
  const table = await boardTable(page);
  const all = await names(table).count();
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('checkbox', { name: /^student-large/ }).check();
  await expect(names(table)).toHaveText(['student-large']);
  await expect(page.getByRole('search').getByRole('status')).toContainText(
    `1 of ${String(all)} runs`,
  );
  expect(page.url()).toContain('model=student-large');
  await page.getByRole('checkbox', { name: /^random/ }).check();
  await expect(names(table)).toHaveCount(2);

  await page.getByLabel('Search the runs').fill('RAND');
  await expect(names(table)).toHaveText(['random']);
  await expect.poll(() => page.url()).toContain('q=RAND');
  await page.getByLabel('Search the runs').fill('nothing like it');
  await expect(page.getByText(/None of the \d+ runs/)).toBeVisible();
  await page.getByRole('button', { name: 'Clear search and filters' }).first().click();
  await expect(names(await boardTable(page))).toHaveCount(all);
  expect(page.url()).not.toContain('q=');
});

test('columns and row height are chosen, and part of the address', async ({ page }) => {
  await page.goto(BOARD);
  const table = await boardTable(page);
  await expect(table.getByRole('columnheader', { name: 'Pack hash' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Columns' }).click();
  const metrics = page.getByRole('group', { name: 'Metrics' }).getByRole('checkbox');
  // The panel is fetched when it is first opened.
  await expect(metrics.first()).toBeVisible();
  for (const box of await metrics.all()) await box.setChecked(false);
  await page.getByRole('checkbox', { name: 'Pack hash' }).check();
  await expect(table.getByRole('columnheader', { name: 'Pack hash' })).toBeVisible();
  await expect(table.getByRole('columnheader', { name: 'Evidence F1' })).toHaveCount(0);
  const tall = (await table.locator('tbody tr').first().boundingBox())?.height ?? 0;
  await page.getByRole('radio', { name: 'compact' }).check();
  await expect
    .poll(async () => (await table.locator('tbody tr').first().boundingBox())?.height ?? tall)
    .toBeLessThan(tall);
  expect(page.url()).toContain('density=compact');
  await page.getByRole('button', { name: 'Show the usual columns' }).click();
  await expect(table.getByRole('columnheader', { name: 'Evidence F1' }).first()).toBeVisible();
});

test('two chosen runs lead to their comparison', async ({ page }) => {
  await page.goto(BOARD);
  const table = await boardTable(page);
  await table.getByRole('checkbox').nth(0).check();
  await expect(page.getByText('choose another to compare')).toBeVisible();
  await table.getByRole('checkbox').nth(1).check();
  const link = page.getByRole('link', { name: 'Compare 2 runs' });
  await expect(link).toHaveAttribute('href', /^#\/compare\?runs=[\w-]+,[\w-]+$/);
  await page.goBack();
  await expect(link).toHaveCount(0);
  await expect(table.getByRole('checkbox').nth(0)).toBeChecked();
});

test('keys lead from row to row', async ({ page }) => {
  await page.goto(BOARD);
  const table = await boardTable(page);
  const links = names(table);
  const last = (await links.count()) - 1;
  await expect(table).toHaveAttribute('aria-rowcount', String(last + 2));
  await links.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(links.nth(last)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(last)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(links.first()).toBeFocused();
  await page.keyboard.press('PageDown');
  await expect(links.first()).not.toBeFocused();
});

test('junk in the address is passed over', async ({ page }) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(
    `${BOARD}?sort=<b>&dir=up&judge=nobody&runs=%3Cscript%3E,none&cols=%E0%A4%A&density=9&model=,,`,
  );
  const table = await boardTable(page);
  await expect(names(table).first()).toBeVisible();
  await expect(page.getByRole('link', { name: /Compare \d/ })).toHaveCount(0);
  expect(problems).toEqual([]);
});

test('parts of a score stand below the board, from summaries and from items', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('./#/boards/consult-rubrics');
  await boardTable(page);
  await page.getByRole('heading', { name: 'Someone sent you a result?' }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('heading', { name: 'By axis' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Completeness' })).toContainText('student-large');
  await expect(page.getByRole('heading', { name: 'Ranks on the same items' })).toBeVisible({
    timeout: 30_000,
  });
  await expectAccessible(page, 'a board with its parts');
});

test('the table scrolls inside its frame on a phone @phone', async ({ page }) => {
  await page.goto(BOARD);
  const table = await boardTable(page);
  const frame = page.getByRole('region', { name: 'Every metric of every run' });
  await expectNoSidewaysScroll(page, 'a board');
  await frame.evaluate((element) => {
    element.scrollLeft = element.scrollWidth;
  });
  await expect(table.getByRole('columnheader', { name: 'Date' })).toBeInViewport();
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('group', { name: 'Model' }).waitFor();
  await expectNoSidewaysScroll(page, 'a board with filters');
  await expectAccessible(page, 'a board with filters');
});
