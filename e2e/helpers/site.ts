import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fills in the Run view's form. Names are those of the models' options, e.g. `student-small`. */
export async function chooseRun(
  page: Page,
  choice: { student: string; judge: string; items: number; device: 'WebGPU' | 'wasm' },
): Promise<void> {
  const pick = async (label: string, name: string): Promise<void> => {
    const field = page.getByLabel(label, { exact: true });
    const option = field.locator('option', { hasText: new RegExp(`^\\s*${name}\\b`) }).first();
    await field.selectOption((await option.getAttribute('value')) ?? '');
  };
  await pick('Student', choice.student);
  await pick('Judge', choice.judge);
  await page.getByLabel('Items', { exact: true }).fill(String(choice.items));
  await page.getByRole('radio', { name: new RegExp(`^${choice.device}`) }).check();
}

/** A row of the browser's memo table, as far as tests look at it. */
interface MemoRow {
  identity: string;
  modelKey: string;
  timesAnswered: number;
}

/** Reads a whole table of the page's own store. */
export async function readTable<Row>(page: Page, name: string): Promise<Row[]> {
  return await page.evaluate(
    async (table) =>
      await new Promise<Row[]>((resolve, reject) => {
        const opening = indexedDB.open('benchside');
        opening.onerror = () => {
          reject(new Error('the store cannot be opened'));
        };
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction(table).objectStore(table).getAll();
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result);
          };
          reading.onerror = () => {
            reject(new Error(`the table ${table} cannot be read`));
          };
        };
      }),
    name,
  );
}

export async function readMemo(page: Page): Promise<MemoRow[]> {
  return await readTable<MemoRow>(page, 'memo');
}

/** Looks for what axe calls a violation, in both colour schemes. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    expect(found, `${what}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Nothing stands out of the side of the page. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, what).toBeLessThanOrEqual(0);
}

/** Opens an address of the site and waits until nothing is loading any more. */
export async function openSettled(page: Page, hash: string): Promise<void> {
  await page.goto(`./${hash}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('main')).not.toContainText('Loading');
}

/** Address of the result page of a shipped run. */
export async function shippedResult(page: Page, packId: string, student: string): Promise<string> {
  await openSettled(page, `#/boards/${packId}`);
  const link = page.getByRole('table').first().getByRole('link', { name: student }).first();
  return (await link.getAttribute('href')) ?? '';
}
