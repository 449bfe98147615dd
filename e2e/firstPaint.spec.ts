import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { FIRST_ROUTE_LIMIT_BYTES } from '../scripts/bundleSize.ts';

test('the page is isolated, keeps to its own host, and breaks none of its own rules', async ({
  page,
  baseURL,
}) => {
  const elsewhere: string[] = [];
  const problems: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '')) elsewhere.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto('./', { waitUntil: 'networkidle' });
  await expect(page).toHaveTitle(/Benchside/);
  await expect(page.getByRole('main')).toBeVisible();
  expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
  expect(elsewhere).toEqual([]);
  expect(problems).toEqual([]);
});

test('the first route loads little JavaScript, whatever it loads lazily', async ({ page }) => {
  const sizes = new Map<string, number>();
  page.on('response', async (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (!type.includes('javascript')) return;
    sizes.set(response.url(), gzipSync(await response.body()).length);
  });
  await page.goto('./', { waitUntil: 'networkidle' });
  await expect(page.getByRole('main')).toBeVisible();
  expect(sizes.size).toBeGreaterThan(0);
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  expect(bytes, JSON.stringify([...sizes])).toBeLessThanOrEqual(FIRST_ROUTE_LIMIT_BYTES);
});

test('the page fits a narrow screen @phone', async ({ page }) => {
  await page.goto('./', { waitUntil: 'networkidle' });
  await expect(page.getByRole('main')).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
