import { Dexie } from 'dexie';
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { ParityStamp } from './core/parity/stamp.ts';
import type { ResultBundle } from './core/share/bundle.ts';
import { composeLab, HUB } from './lab/composition.ts';
import type { Lab } from './lab/lab.svelte.ts';
import App from './App.svelte';

let mounted: object | null = null;

beforeEach(async () => {
  await Dexie.delete('benchside');
});

afterEach(async () => {
  if (mounted !== null) await unmount(mounted);
  mounted = null;
});

/** A finished run of the random baseline, to make others of. */
async function playedBundle(lab: Lab): Promise<ResultBundle> {
  const random = { source: 'baseline', id: 'random' } as const;
  const planned = await lab.plan({
    packId: 'concept-verification',
    protocolId: null,
    student: random,
    judge: random,
    device: 'wasm',
    limit: 5,
  });
  if (!planned.ok) throw new Error(planned.problem.message);
  const session = await lab.open(planned.value.spec);
  if (!session.ok) throw new Error(session.problem.message);
  await lab.play(session.value);
  const bundle = await lab.share(session.value.runId);
  if (!bundle.ok) throw new Error(bundle.problem.message);
  return bundle.value;
}

/** The same result as another browser would share it, by a model that ran on its GPU. */
function onGpu(bundle: ResultBundle, id: string, student: ParityStamp): ResultBundle {
  const { spec, provenance } = bundle;
  const model = {
    source: 'bundled',
    id,
    revision: 'a'.repeat(64),
    dtype: 'fp32',
    device: 'webgpu',
  } as const;
  return {
    ...bundle,
    spec: { ...spec, roles: { ...spec.roles, student: model } },
    provenance: { ...provenance, stamps: { student } },
  };
}

function probed(verdict: 'pass' | 'fail'): ParityStamp {
  const figures = {
    prompts: 6,
    positions: 66,
    maxAbsDeltaLogprob: verdict === 'pass' ? 1e-5 : 6,
    meanKl: 0,
    topAgreed: 66,
    greedyTokens: 48,
    greedyAgreed: 48,
  };
  const checkedAt = '2026-11-20T10:00:00.000Z';
  return { verdict, probe: 1, hardware: 'an adapter', runtime: 'x', figures, checkedAt };
}

it('leaves out what failed parity, says so, and marks it where the reader asks for it', async () => {
  const lab = composeLab({ base: new URL('/', location.href).href, hub: HUB });
  await lab.load();
  const bundle = await playedBundle(lab);
  const shared = [
    onGpu(bundle, 'passing-one', probed('pass')),
    onGpu(bundle, 'failing-one', probed('fail')),
    onGpu(bundle, 'unprobed-one', { verdict: 'unknown', reason: 'It is too large.' }),
  ];
  for (const one of shared) expect((await lab.runs.import(one, 'shared')).ok).toBe(true);
  // The whole page: what the reader asks of a board is in the address.
  location.hash = '#/boards/concept-verification';
  mounted = mount(App, { target: document.body, props: { lab } });
  flushSync();
  const heading = page.getByRole('heading', { name: 'Every run, column by column' });
  await expect.element(heading).toBeVisible();
  heading.element().scrollIntoView();
  const table = page.getByRole('region', { name: 'Every metric of every run' });
  const row = (name: string) => table.getByRole('row').filter({ hasText: name });
  await expect.element(row('passing-one')).toBeVisible();
  await expect.element(page.getByText('2 runs over WebGPU left out')).toBeVisible();
  expect(row('failing-one').elements()).toHaveLength(0);
  expect(row('unprobed-one').elements()).toHaveLength(0);

  await page.getByRole('checkbox', { name: 'Include runs that failed parity' }).click();
  await expect.element(row('failing-one')).toHaveTextContent('failed parity');
  await expect.element(row('unprobed-one')).toHaveTextContent('parity unknown');
  await expect.element(row('passing-one')).not.toHaveTextContent('parity unknown');

  // The receipt of a number says what the probe said.
  await row('failing-one').getByRole('button').first().click();
  await expect
    .element(page.getByRole('dialog'))
    .toHaveTextContent('fail, does not agree with wasm on an adapter: max |Δ logprob| 6.000 nats');
});
