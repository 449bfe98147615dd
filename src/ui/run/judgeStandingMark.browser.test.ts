import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { ModelRef } from '../../core/calls/model.ts';
import type { JudgeStanding } from '../../core/runs/judgeStanding.ts';
import JudgeStandingMark from './JudgeStandingMark.svelte';

const judge: ModelRef = {
  source: 'bundled',
  id: 'rubric-judge',
  revision: 'r',
  dtype: 'fp32',
  device: 'wasm',
};
const interval = { estimate: 0.52, low: 0.48, high: 0.56, n: 84, clusters: 84 };

let mounted: object | null = null;

function show(standing: JudgeStanding): void {
  const props = { judge, standing, validateHref: '#/run/consults?protocol=judge-validity' };
  mounted = mount(JudgeStandingMark, { target: document.body, props });
  flushSync();
}

afterEach(async () => {
  if (mounted !== null) await unmount(mounted);
  mounted = null;
});

it('says that a judge is not able to rank, and why at a press', async () => {
  show({ kind: 'cannot-rank', interval, runId: 'r1' });
  const why = page.getByText('is not wholly above 0.50');
  await expect.element(why).not.toBeVisible();
  await page.getByText('not able to rank').click();
  await expect.element(why).toBeVisible();
  const marks = page.getByRole('link', { name: 'Its marks, item by item' });
  await expect.element(marks).toHaveAttribute('href', '#/result/r1');
});

it('leads to where a judge that nobody validated can be', async () => {
  show({ kind: 'not-validated' });
  await expect.element(page.getByText('judge not validated on this pack')).toBeVisible();
  const link = page.getByRole('link', { name: 'validate it' });
  await expect.element(link).toHaveAttribute('href', '#/run/consults?protocol=judge-validity');
});

it('shows the number of a judge that can rank', async () => {
  show({ kind: 'can-rank', interval: { ...interval, low: 0.51 }, runId: 'r1' });
  const marks = page.getByRole('link', { name: 'its marks' });
  await expect.element(marks).toHaveAttribute('href', '#/result/r1');
  await page.getByRole('button', { name: /^0\.52 \[0\.51, 0\.56\], balanced accuracy/ }).click();
  const panel = page.getByRole('dialog');
  await expect.element(panel).toHaveTextContent('A judge can rank where the whole 95 % interval');
});
