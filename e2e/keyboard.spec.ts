import { expect, test, type Locator, type Page } from '@playwright/test';
import * as v from 'valibot';
import { chooseRun, expectAccessible, openSettled, shippedResult } from './helpers/site.ts';

const noteSchema = v.looseObject({ sentences: v.array(v.string()) });
const specSchema = v.looseObject({
  packId: v.string(),
  protocol: v.looseObject({ id: v.string() }),
});
const indexSchema = v.looseObject({
  runs: v.array(v.looseObject({ file: v.string(), spec: specSchema })),
});
const runSchema = v.looseObject({ values: v.looseObject({ correct: v.array(v.number()) }) });

/** What Tab should reach on the page as it stands; run in the page. */
function listTabStops(): { name: string; isVisited: boolean }[] {
  const all = document.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary, [tabindex]',
  );
  return [...all].flatMap((element) => {
    if (element.tabIndex < 0 || element.matches(':disabled')) return [];
    if (!element.checkVisibility({ visibilityProperty: true })) return [];
    // The summary of a closed section shows; what is in the section does not.
    const closed = element.closest('details:not([open])');
    if (closed !== null && element !== closed.querySelector('summary')) return [];
    // Of radio buttons of one name, Tab reaches the chosen one.
    if (element instanceof HTMLInputElement && element.type === 'radio' && !element.checked)
      return [];
    const name = `${element.tagName} ${(element.textContent || element.ariaLabel || element.id).trim().slice(0, 60)}`;
    const cell = element.closest('[aria-colindex]')?.getAttribute('aria-colindex') ?? '';
    const row = element.closest('[aria-rowindex]')?.getAttribute('aria-rowindex') ?? '';
    const place = `|${row} ${cell} ${element.tagName}|`;
    const isVisited =
      element.dataset['visited'] === 'yes' ||
      (cell !== '' && (document.body.dataset['visitedCells'] ?? '').includes(place));
    return [{ name, isVisited }];
  });
}

/** What has the focus: whether it can be seen that it has; null for the page itself. */
function lookAtFocus(): { name: string; isMarked: boolean; isAgain: boolean } | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const isAgain = element.dataset['visited'] === 'yes';
  element.dataset['visited'] = 'yes';
  // A wide table draws the columns in view: what is visited there may be another element when it comes back.
  const cell = element.closest('[aria-colindex]')?.getAttribute('aria-colindex') ?? '';
  const row = element.closest('[aria-rowindex]')?.getAttribute('aria-rowindex') ?? '';
  if (cell !== '')
    document.body.dataset['visitedCells'] =
      `${document.body.dataset['visitedCells'] ?? ''}|${row} ${cell} ${element.tagName}|`;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const isOnScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0;
  const isOutlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
  return {
    name: `${element.tagName} ${(element.textContent || element.ariaLabel || element.id).trim().slice(0, 60)}`,
    isMarked: isOnScreen && isOutlined,
    isAgain,
  };
}

/** Presses Tab from the top of the page to its end: everything is reached, once, and shows it. */
async function walk(page: Page, what: string): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-visited]'))
      delete element.dataset['visited'];
    delete document.body.dataset['visitedCells'];
    // Tab begins at the top again.
    const top = document.createElement('span');
    top.tabIndex = -1;
    document.body.prepend(top);
    top.focus();
    top.remove();
  });
  const unmarked: string[] = [];
  let stops = 0;
  for (; stops < 900; stops += 1) {
    await page.keyboard.press('Tab');
    // As quick as a key that is held down, and no quicker: what comes into view is drawn in the next frame.
    await page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame += 1)
        await new Promise((resolve) => requestAnimationFrame(resolve));
    });
    await expect(page.getByRole('main')).not.toContainText('Loading');
    const focus = await page.evaluate(lookAtFocus);
    if (focus === null || focus.isAgain) break;
    if (!focus.isMarked) unmarked.push(focus.name);
  }
  expect(stops, `${what}: the focus comes to an end`).toBeLessThan(900);
  expect(unmarked, `${what}: where the focus is can be seen`).toEqual([]);
  const missed = (await page.evaluate(listTabStops)).filter(({ isVisited }) => !isVisited);
  expect(missed, `${what}: reached with Tab`).toEqual([]);
}

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, target: Locator, most = 400): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < most; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, 'reached with Tab').toBeFocused();
}

const VIEWS = [
  ['boards', '#/boards/multiple-choice'],
  ['packs', '#/packs'],
  ['a pack', '#/packs/multiple-choice'],
  ['models', '#/models'],
  ['a model', '#/models/student-large'],
  ['run form', '#/run'],
  ['items, nothing chosen', '#/items'],
  ['items of a pack', '#/items?pack=consult-rubrics&q=pain'],
  ['an item of a pack', '#/items?pack=consult-rubrics&item=consult-rubrics%2FITEM'],
  ['atlas', '#/atlas?q=healthbench'],
  ['published boards', '#/atlas/boards'],
  ['no such page', '#/nowhere'],
] as const;

for (const [what, hash] of VIEWS) {
  test(`the keyboard reaches all of ${what}, and axe finds nothing`, async ({ page }) => {
    test.setTimeout(180_000);
    let address: string = hash;
    if (hash.includes('ITEM')) {
      await openSettled(page, '#/items?pack=consult-rubrics');
      const first = page.locator('a[data-item]').first();
      address = (await first.getAttribute('href')) ?? '';
    }
    await openSettled(page, address);
    await walk(page, what);
    await expectAccessible(page, what);
  });
}

test('the keyboard reaches all of a result, its items and a shared link, and axe finds nothing', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const result = await shippedResult(page, 'multiple-choice', 'student-large');
  await openSettled(page, result);
  await expect(page.getByRole('table', { name: 'Items of this run' })).toBeVisible();
  await walk(page, 'a result');
  await expectAccessible(page, 'a result');
  const link = await page.getByLabel('Share link').inputValue();

  const item = page.getByRole('table', { name: 'Items of this run' }).getByRole('link').first();
  await tabTo(page, item);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What is asked' })).toBeVisible();
  await tabTo(page, page.getByText('The numbers of this item'));
  await page.keyboard.press('Enter');
  await walk(page, 'an item');
  await expectAccessible(page, 'an item');

  await page.goto(link);
  await expect(page.getByRole('link', { name: 'Run it here' })).toBeVisible();
  await walk(page, 'a shared link');
  await expectAccessible(page, 'a shared link');
});

test('Escape closes a receipt, and the focus returns to its number', async ({ page }) => {
  test.setTimeout(180_000);
  await openSettled(page, await shippedResult(page, 'multiple-choice', 'student-large'));
  for (const name of [/Accuracy: receipt$/, /not counted in this run: receipt$/]) {
    const number = page.getByRole('button', { name }).first();
    await tabTo(page, number);
    await page.keyboard.press('Enter');
    const receipt = page.getByRole('dialog');
    await expect(receipt).toContainText('How this is computed');
    await expect(receipt).toContainText('--profile .cache/recompute --fresh');
    await tabTo(page, receipt.getByRole('button', { name: 'Close' }), 10);
    await page.keyboard.press('Escape');
    await expect(receipt).toBeHidden();
    await expect(number).toBeFocused();
  }
  // A stratum's number tells the same, and which stratum.
  const strata = page.getByRole('table', { name: /by topic|by stratum|by subset/i }).first();
  const inStratum = strata.getByRole('button').first();
  await tabTo(page, inStratum);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('alone:');
  await expect(page.getByRole('dialog')).toContainText('1,000 resamples');
});

test('items are searched, read and left by keyboard alone', async ({ page }) => {
  test.setTimeout(180_000);
  const { keyboard } = page;
  await openSettled(page, await shippedResult(page, 'note-errors', 'student-large'));
  await tabTo(page, page.getByRole('link', { name: 'Explore items' }));
  await keyboard.press('Enter');
  const count = page.getByRole('status').first();
  await expect(count).toHaveText('200 items');
  await keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();

  await keyboard.press('/');
  const field = page.getByLabel('Search the items');
  await expect(field).toBeFocused();
  await keyboard.type('warfarin -aspirin');
  await expect(count).toHaveText(/^\d+ of 200 items$/);
  await expect(page.locator('mark').first()).toHaveText(/warfarin/i);
  await expect(page).toHaveURL(/q=warfarin%20-aspirin/);
  await keyboard.press('Escape');
  const rows = page.locator('a[data-item]');
  await expect(rows.first()).toBeFocused();
  await expect(field).toHaveValue('warfarin -aspirin');

  const found = Number(/^\d+/.exec((await count.textContent()) ?? '')?.[0]);
  // The same by a plain look at the pack's sentences.
  const text = await page.evaluate(async () => {
    const file = await fetch('data/packs/note-errors/items.jsonl');
    return await file.text();
  });
  const notes = text
    .trim()
    .split('\n')
    .map((line) => v.parse(noteSchema, JSON.parse(line)).sentences.join(' ').toLowerCase());
  const expected = notes.filter(
    (note) => /\bwarfarin\b/.test(note) && !/\baspirin\b/.test(note),
  ).length;
  expect(found).toBe(expected);
  expect(found).toBeGreaterThan(1);
  await keyboard.press('j');
  const panel = page.getByRole('article');
  await expect(panel.getByText(`1 of ${String(found)}`, { exact: true })).toBeVisible();
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(panel).toContainText('warfarin', { ignoreCase: true });
  await keyboard.press('ArrowRight');
  await expect(panel.getByText(`2 of ${String(found)}`, { exact: true })).toBeVisible();
  await expect(page.getByRole('status').last()).toHaveText(/^Item 2 of/);
  await keyboard.press('k');
  await expect(panel.getByText(`1 of ${String(found)}`, { exact: true })).toBeVisible();
  await expectAccessible(page, 'an item in the explorer');
  await keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(rows.first()).toBeFocused();
});

test('runs that disagree are found, and what a filter leaves is counted rightly', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openSettled(page, '#/boards/note-errors');
  await page.getByRole('link', { name: 'Explore items' }).click();
  const count = page.getByRole('status').first();
  await expect(count).toHaveText('200 items');
  await page.getByText('Filters', { exact: true }).click();
  await page.getByLabel('Disagreement').selectOption('runs');
  await expect(count).toHaveText(/^\d+ of 200 items$/);
  const shown = Number(/^\d+/.exec((await count.textContent()) ?? '')?.[0]);
  // The same from the files that the site ships: right in one run and wrong in another.
  const read = async (file: string): Promise<unknown> =>
    JSON.parse(
      await page.evaluate(async (name) => await (await fetch(`data/runs/${name}`)).text(), file),
    );
  const { runs } = v.parse(indexSchema, await read('index.json'));
  const files = runs
    .filter(({ spec }) => spec.packId === 'note-errors' && spec.protocol.id === 'error-correction')
    .map(({ file }) => file);
  const columns = await Promise.all(
    files.map(async (file) => v.parse(runSchema, await read(file)).values.correct),
  );
  const [first = []] = columns;
  const expected = first.filter(
    (_, at) => new Set(columns.map((column) => column[at])).size > 1,
  ).length;
  expect(shown).toBe(expected);
});

test('answers and a judge’s marks of a run of this browser are found, and its calls shown', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openSettled(page, '#/run/consult-rubrics');
  await chooseRun(page, { student: 'student-small', judge: 'random', items: 3, device: 'wasm' });
  await page.getByRole('button', { name: 'Start the run' }).click();
  await page.getByRole('link', { name: 'See every item' }).click({ timeout: 120_000 });
  await page.getByRole('link', { name: 'Explore items' }).click();
  await expect(page.getByRole('status').first()).toHaveText('3 items');
  await page.locator('a[data-item]').first().click();
  const panel = page.getByRole('article');
  const criterion = panel.getByRole('link', { name: /^Items with it/ }).first();
  await panel.getByText('Every call of a model').click();
  await expect(panel.getByText(/new tokens?,/).first()).toBeVisible();
  await criterion.click();
  await expect(page.getByRole('status').first()).toHaveText(/^\d of 3 items$/);
  await expect(page.getByLabel('Words of a criterion')).not.toHaveValue('');
});
