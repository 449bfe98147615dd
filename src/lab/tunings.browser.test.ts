import { Dexie } from 'dexie';
import { beforeEach, expect, it } from 'vitest';
import type { LocalModelRef } from '../core/calls/model.ts';
import { bestBatch } from '../core/models/tuning.ts';
import { composeLab, HUB } from './composition.ts';
import type { Lab } from './lab.svelte.ts';

const PATIENCE_MS = 300_000;
const CHOSEN = { source: 'bundled', id: 'student-small' } as const;

function open(): Lab {
  return composeLab({ base: new URL('/', location.href).href, hub: HUB });
}

async function student(lab: Lab): Promise<LocalModelRef> {
  await lab.load();
  const [model] = lab.models.computing([CHOSEN]);
  if (model === undefined) throw new Error('There is no small student.');
  return model;
}

beforeEach(async () => {
  await Dexie.delete('benchside');
});

it(
  'what was measured is kept, holds on this machine, and is what runs go by',
  async () => {
    const lab = open();
    const model = await student(lab);
    const tunings = await lab.tunings();
    await lab.machine.look();
    expect(tunings.find(model)).toBeUndefined();
    const done = await lab.alone(async () => ({
      ok: true,
      value: await tunings.measureAll([model]),
    }));
    expect(done).toEqual({ ok: true, value: true });
    expect(tunings.measuring).toBeNull();

    const again = await open().tunings();
    const kept = again.find(model);
    expect(kept).toEqual(tunings.find(model));
    if (kept === undefined) throw new Error('It was not kept.');
    // The page knows threads and runtime in the words of the worker, before it loads anything.
    expect(tunings.stale(kept)).toBeNull();
    expect(tunings.here('wasm')).toEqual({ hardware: kept.hardware, runtime: kept.runtime });
    expect(tunings.batchFor(model, kept)).toBe(bestBatch(kept.figures));
    expect(tunings.batchFor(model, { ...kept, runtime: 'another' })).toBeNull();
    expect(tunings.batchFor(model, { ...kept, hardware: 'another' })).toBeNull();
    expect(tunings.batchFor({ ...model, revision: 'b'.repeat(64) }, kept)).toBeNull();

    const undo = await tunings.remove(kept);
    expect(tunings.find(model)).toBeUndefined();
    await undo();
    expect(tunings.find(model)).toEqual(kept);
  },
  PATIENCE_MS,
);

it(
  'measuring that is stopped keeps nothing, and keeps other work off meanwhile',
  async () => {
    const lab = open();
    const model = await student(lab);
    const tunings = await lab.tunings();
    const measuring = lab.alone(async () => ({
      ok: true,
      value: await tunings.measureAll([model]),
    }));
    await expect.poll(() => tunings.measuring?.step, { timeout: 60_000 }).toMatch(/prompt|batch/);
    expect((await lab.alone(() => Promise.resolve({ ok: true, value: null }))).ok).toBe(false);
    tunings.stop();
    expect(await measuring).toEqual({ ok: true, value: false });
    expect(tunings.records).toEqual([]);
    expect(tunings.measuring).toBeNull();
  },
  PATIENCE_MS,
);
