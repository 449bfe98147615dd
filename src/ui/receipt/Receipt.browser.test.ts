import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { weightedRubric } from '../../core/protocols/weightedRubric/protocol.ts';
import type { ModelRef } from '../../core/calls/model.ts';
import Receipt from './Receipt.svelte';
import '../../styles/tokens.css';
import '../../styles/base.css';
import '../../styles/pieces.css';

const model: ModelRef = {
  source: 'bundled',
  id: 'student-small',
  revision: 'a'.repeat(64),
  dtype: 'fp32',
  device: 'wasm',
};
const [metric] = weightedRubric.metrics;
if (metric === undefined) throw new Error('the protocol has no metric');
const PACK_HASH = 'b'.repeat(64);

function source() {
  if (metric === undefined) throw new Error('the protocol has no metric');
  return {
    spec: {
      packId: 'consult-rubrics',
      packHash: PACK_HASH,
      protocol: { id: 'weighted-rubric', version: 2 },
      roles: { student: model, judge: { ...model, id: 'judge' } },
      limit: null,
      epochs: 1,
    },
    summary: { metrics: [], units: 45, criteria: 526, unscored: 3, unreadable: 0 },
    provenance: null,
    metric,
    interval: { estimate: 0.5, low: 0.4, high: 0.6, n: 45, clusters: 45 },
  };
}

let mounted: object | null = null;

afterEach(async () => {
  if (mounted !== null) await unmount(mounted);
  mounted = null;
  document.body.replaceChildren();
});

it('opens inside the window of a phone, tells where the number comes from, and closes', async () => {
  await page.viewport(360, 740);
  mounted = mount(Receipt, {
    target: document.body,
    props: { text: '0.50 [0.40, 0.60]', of: 'student-small, Rubric score', source },
  });
  flushSync();
  expect(document.body.textContent).not.toContain(PACK_HASH);

  await page.getByRole('button', { name: /student-small, Rubric score: receipt/ }).click();
  const panel = page.getByRole('dialog').element();
  // What a receipt says is fetched when the first one is opened, and a dev server is slow at that.
  await expect.poll(() => panel.textContent, { timeout: 30_000 }).toContain(PACK_HASH);
  expect(panel.textContent).toContain('3 of 526 criteria unscored');
  expect(panel.textContent).toContain('npm run benchside -- run --pack consult-rubrics');
  await expect.poll(() => panel.getBoundingClientRect().left).toBeGreaterThanOrEqual(0);
  const { right, top, bottom } = panel.getBoundingClientRect();
  expect(right).toBeLessThanOrEqual(document.documentElement.clientWidth);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThanOrEqual(document.documentElement.clientHeight);

  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.body.textContent.includes(PACK_HASH)).toBe(false);
});
