import { expect, test } from '@playwright/test';
import { chooseRun, readMemo, readTable } from './helpers/site.ts';

/** Software WebGPU is slow: this many items are the whole path. */
const ITEMS = 6;

test('a newcomer reads the board, runs two models over WebGPU, loses the page, and shares the result', async ({
  page,
  browser,
}) => {
  test.setTimeout(300_000);

  // First paint: the shipped runs are there, with intervals.
  await page.goto('./');
  const plot = page.getByRole('table').first();
  await expect(plot).toContainText('student-large');
  await expect(plot).toContainText(/0\.\d\d \[0\.\d\d, 0\.\d\d\]/);

  // Run: a student and a judge on the adapter that the page names.
  await page.getByRole('navigation').getByRole('link', { name: 'Run' }).click();
  await expect(page.getByRole('radio', { name: /^WebGPU .*swiftshader/i })).toBeVisible();
  await chooseRun(page, {
    student: 'student-small',
    judge: 'rubric-judge',
    items: ITEMS,
    device: 'WebGPU',
  });
  await page.getByRole('button', { name: 'Start the run' }).click();
  const bar = page.getByRole('progressbar');
  await expect(bar).toHaveAttribute('aria-valuemax', String(ITEMS));

  // The page goes away in the middle: some calls are answered, the run is not done.
  await expect
    .poll(async () => (await readMemo(page)).length, { timeout: 120_000 })
    .toBeGreaterThanOrEqual(3);
  await page.reload();
  const before = await readMemo(page);
  expect(before.length).toBeGreaterThanOrEqual(3);

  // It goes on where it was, from the same address.
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByRole('link', { name: 'See every item' })).toBeVisible({
    timeout: 200_000,
  });

  // No call was made twice, none is missing, and what was answered before still is.
  const memo = await readMemo(page);
  expect(memo.filter(({ timesAnswered }) => timesAnswered !== 1)).toEqual([]);
  expect(memo.map(({ identity }) => identity)).toEqual(
    expect.arrayContaining(before.map(({ identity }) => identity)),
  );
  const scores = await readTable<{ runId: string; calls: string[] }>(page, 'scores');
  const ownScores = scores.filter(({ calls }) => calls.length > 0);
  expect(ownScores).toHaveLength(ITEMS);
  const asked = new Set(ownScores.flatMap(({ calls }) => calls));
  expect([...asked].sort()).toEqual(memo.map(({ identity }) => identity).sort());
  expect(new Set(memo.map(({ modelKey }) => modelKey.split('/').at(-1)))).toEqual(
    new Set(['webgpu']),
  );

  // Drill down: the prompt, the answer, each criterion with its verdict, the evidence.
  await page.getByRole('link', { name: 'See every item' }).click();
  const items = page.getByRole('table', { name: 'Items of this run' });
  await expect(items.getByRole('rowheader')).toHaveCount(ITEMS);
  const addresses = await items
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  await items.getByRole('link').first().click();
  await expect(page.getByRole('main')).toContainText('Concept:');
  const firstItem = page.url();
  // The judge marked all but contrast copies; where the note holds evidence, it is marked as found or as missed.
  let judged = 0;
  let marked = 0;
  for (const address of addresses) {
    await page.goto(`./${address}`);
    await expect(page.getByRole('heading', { name: 'Answer', exact: true })).toBeVisible();
    judged += await page.getByText(/^(met|not met|unscored)$/).count();
    marked += await page.getByText(/^(cited, and evidence|evidence, not cited)$/).count();
  }
  expect(judged).toBeGreaterThan(0);
  expect(marked).toBeGreaterThan(0);
  await page.goto(firstItem);
  await expect(page.getByRole('main')).toContainText('Concept:');
  await page.keyboard.press('j');
  await expect.poll(() => page.url()).not.toBe(firstItem);
  await page.goBack();

  // Share: the link opens in a profile that has never seen this site's store.
  await page.goto(firstItem.replace(/\/[^/]*$/, ''));
  const link = await page.getByLabel('Share link').inputValue();
  expect(link.length).toBeLessThan(8_200);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(link);
  await expect(other.getByText('shared', { exact: true }).first()).toBeVisible();
  await expect(other.getByRole('link', { name: 'Run it here' })).toBeVisible();
  expect(await readMemo(other)).toEqual([]);
  const mine = page.getByRole('table', { name: /Metrics of this run/ });
  const theirs = other.getByRole('table', { name: /Metrics of the shared result/ });
  const number = /[01]\.\d\d \[[01]\.\d\d, [01]\.\d\d\]/g;
  await expect(mine).toContainText(new RegExp(number.source));
  await expect(theirs).toContainText(new RegExp(number.source));
  const ownNumbers = (await mine.innerText()).match(number);
  expect(ownNumbers).not.toBeNull();
  expect((await theirs.innerText()).match(number)).toEqual(ownNumbers);
  await other.getByRole('link', { name: 'Run it here' }).click();
  await expect(other.getByLabel('Items', { exact: true })).toHaveValue(String(ITEMS));
  await elsewhere.close();
});

test('a second run of the same models asks nothing, and a replay on the other device flips nothing', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await page.goto('./#/run');
  await chooseRun(page, {
    student: 'student-small',
    judge: 'rubric-judge',
    items: 4,
    device: 'wasm',
  });
  await page.getByRole('button', { name: 'Start the run' }).click();
  await expect(page.getByRole('link', { name: 'See every item' })).toBeVisible({
    timeout: 120_000,
  });
  const first = await readMemo(page);

  // A larger sample holds the smaller one: only its new items are asked.
  await page.goto('./#/run');
  await chooseRun(page, {
    student: 'student-small',
    judge: 'rubric-judge',
    items: 6,
    device: 'wasm',
  });
  await page.getByRole('button', { name: 'Start the run' }).click();
  await expect(page.getByText(/answered from memory/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'See every item' })).toBeVisible({
    timeout: 120_000,
  });
  const second = await readMemo(page);
  expect(second.length).toBeGreaterThan(first.length);
  expect(second.filter(({ timesAnswered }) => timesAnswered !== 1)).toEqual([]);

  await page.getByRole('link', { name: 'See every item' }).click();
  await page.getByRole('button', { name: /^Replay/ }).click();
  const replays = page.getByRole('table').filter({ hasText: 'Verdict flips' });
  await expect(replays).toBeVisible({ timeout: 200_000 });
  const headings = await replays.getByRole('columnheader').allTextContents();
  const flips = headings.findIndex((heading) => heading.trim() === 'Verdict flips');
  await expect(replays.locator('tbody tr').first().locator('th, td').nth(flips)).toHaveText(
    /^0 of \d+\s*$/,
  );
  await expect(replays).toContainText('WebGPU');
  await expect(replays).toContainText(/nats/);
});
