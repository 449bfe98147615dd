import { expect, test } from '@playwright/test';
import { FAKE_KEY, FAKE_MODEL, startFakeEndpoint } from '../scripts/fakeEndpoint.ts';
import { expectAccessible, expectNoSidewaysScroll } from './helpers/site.ts';

test('a model behind an endpoint is added, plays a run, and is marked where its result stands', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const server = await startFakeEndpoint();
  const { host } = new URL(server.url);
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  try {
    await page.goto('./#/models');
    const add = page.getByRole('form', { name: 'Add an endpoint' });
    await add.getByLabel('Address').fill(`${server.url}needs-key/v1`);
    await add.getByLabel('Key').fill(FAKE_KEY);
    await add.getByRole('button', { name: /^Test connection/ }).click();
    await add.getByRole('button', { name: FAKE_MODEL }).click();
    await add.getByRole('button', { name: 'Add the endpoint' }).click();
    const row = page.getByRole('list', { name: 'Endpoints of this browser' }).getByRole('listitem');
    await row.getByRole('button', { name: /^Test connection/ }).click();
    await expect(row).toContainText('Log-probabilities are given');
    await expectAccessible(page, 'the endpoints');
    await expectNoSidewaysScroll(page, 'the endpoints');

    // The address is kept through a reload.
    await page.goto('./#/run');
    await page.reload();
    const name = `${FAKE_MODEL}, at ${host}`;
    await page.getByLabel('Student', { exact: true }).selectOption({ label: name });
    await page.getByLabel('Judge', { exact: true }).selectOption({ label: name });
    await expect(page.getByText(`Prompts are sent to ${host}`).first()).toBeVisible();
    await page.getByLabel('Items', { exact: true }).fill('2');
    await page.getByRole('button', { name: 'Start the run' }).click();
    await page.getByRole('link', { name: 'See every item' }).click({ timeout: 60_000 });
    await expect(page.getByText('weights and number format unknown').first()).toBeVisible();
    await expect(
      page.getByText(`remote, the machine behind ${host}, not known`).first(),
    ).toBeVisible();
    await expect(page.getByText('An endpoint took part in this run').first()).toBeVisible();
    await expectAccessible(page, 'the result');

    expect(server.requests.length).toBeGreaterThan(4);
    // The browser itself names what answered with an error; nothing did.
    expect(said.filter((text) => text.includes(host) || text.includes(FAKE_KEY))).toEqual([]);
  } finally {
    await server.close();
  }
});

test('an origin that the site’s policy does not name is refused in words of its own', async ({
  page,
}) => {
  await page.goto('./#/models');
  const add = page.getByRole('form', { name: 'Add an endpoint' });
  await add.getByLabel('Address').fill('http://elsewhere.test:8000/v1');
  await add.getByRole('button', { name: /^Test connection/ }).click();
  await expect(add.getByRole('status').first()).toContainText(
    'This site’s security policy does not let the page ask elsewhere.test:8000.',
  );
});
