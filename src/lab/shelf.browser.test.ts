import { Dexie } from 'dexie';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FILES_CACHE, PARTS_CACHE, partUrl, SHELF_LOCK } from '../core/models/shelf.ts';
import type { ChosenFile } from '../io/droppedFiles.ts';
import type { RunRecord } from '../db/records.ts';
import { composeLab, HUB } from './composition.ts';
import type { Lab } from './lab.svelte.ts';
import type { ModelChoice } from '../core/models/modelChoice.ts';
import type { RunSession } from './runSession.svelte.ts';

/** A model of the site, as someone would have it in a folder of their own. */
const PATHS = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx'];
const files = new Map<string, Blob>();
const PART = 8 * 2 ** 20;

beforeAll(async () => {
  for (const path of PATHS) {
    const response = await fetch(`/data/models/student-small/${path}`);
    expect(response.ok).toBe(true);
    files.set(path, await response.blob());
  }
});

beforeEach(async () => {
  await Dexie.delete('benchside');
  await caches.delete(FILES_CACHE);
  await caches.delete(PARTS_CACHE);
});

/** The folder with some of its files changed; null leaves one out. */
function folder(changes: Record<string, Blob | null> = {}): ChosenFile[] {
  const entries = [...files, ...Object.entries(changes)];
  return [...new Map<string, Blob | null>(entries)].flatMap(([path, blob]) => {
    if (blob === null) return [];
    const file = new File([blob], path.split('/').at(-1) ?? '');
    return [{ path: `my student/${path}`, size: file.size, file }];
  });
}

async function openLab(): Promise<Lab> {
  const lab = composeLab({ base: new URL('/', location.href).href, hub: HUB });
  await lab.load();
  return lab;
}

async function take(lab: Lab): Promise<Extract<ModelChoice, { source: 'folder' }>> {
  const taken = await lab.shelf.take(folder());
  if (!taken.ok) throw new Error(taken.problem.message);
  const { id, revision, formats } = taken.value;
  expect(formats).toEqual(['fp32']);
  return { source: 'folder', id, revision, dtype: 'fp32' };
}

async function open(lab: Lab, student: ModelChoice): Promise<RunSession> {
  const planned = await lab.plan({
    packId: 'concept-verification',
    protocolId: null,
    student,
    judge: { source: 'baseline', id: 'random' },
    device: 'wasm',
    limit: 2,
  });
  if (!planned.ok) throw new Error(planned.problem.message);
  const session = await lab.open(planned.value.spec);
  if (!session.ok) throw new Error(session.problem.message);
  return session.value;
}

async function play(lab: Lab, student: ModelChoice): Promise<RunRecord | undefined> {
  const session = await open(lab, student);
  await lab.play(session);
  expect(session.state.problem).toBeNull();
  return lab.runs.find(session.runId);
}

async function messageOf(lab: Lab, chosen: ChosenFile[]): Promise<string> {
  const taken = await lab.shelf.take(chosen);
  return taken.ok ? 'no problem' : taken.problem.message;
}

describe('a model from a folder', () => {
  it('answers as the same model from the site does, is listed, and is gone when it is deleted', async () => {
    const lab = await openLab();
    const choice = await take(lab);
    expect(choice.id).toBe('my-student');
    expect(choice.revision).toMatch(/^[0-9a-f]{64}$/);
    const mine = await play(lab, choice);
    const shipped = await play(lab, { source: 'bundled', id: 'student-small', dtype: 'fp32' });
    expect(mine?.summary?.metrics).toEqual(shipped?.summary?.metrics);
    expect(mine?.spec.roles.student).toMatchObject({ ...choice, device: 'wasm' });
    expect((await lab.share(mine?.runId ?? '')).ok).toBe(true);

    await lab.shelf.refresh();
    const [kept] = lab.shelf.models;
    expect(lab.shelf.models).toHaveLength(1);
    expect(kept).toMatchObject({ id: 'my-student', source: 'folder', partBytes: 0 });
    expect(kept?.paths).toEqual([...PATHS].sort());
    expect(Date.now() - (kept?.usedAt ?? 0)).toBeLessThan(600_000);
    const weights = files.get('onnx/model.onnx')?.size ?? 0;
    expect(kept?.bytes).toBeGreaterThan(weights);

    expect(await lab.shelf.remove(lab.shelf.models)).toEqual({ ok: true, value: null });
    expect(lab.shelf.models).toEqual([]);
    expect(await (await caches.open(FILES_CACHE)).keys()).toEqual([]);

    // Another tab, and with it another worker: nothing of the model is in memory.
    const later = await openLab();
    const session = await open(later, { ...choice, id: 'another-name' });
    await later.play(session);
    expect(session.state.problem?.code).toBe('model-not-found');
    expect(session.state.problem?.message).toContain(
      'this browser does not keep it. Put the folder',
    );
  });

  it('is the same model under another name, and another with one other bit', async () => {
    const lab = await openLab();
    const choice = await take(lab);
    const renamed = folder().map((file) => ({ ...file, path: file.path.replace('my ', 'your ') }));
    const again = await lab.shelf.take(renamed);
    expect(again.ok && again.value).toMatchObject({
      id: 'your-student',
      revision: choice.revision,
    });
    const bytes = new Uint8Array((await files.get('onnx/model.onnx')?.arrayBuffer()) ?? []);
    const last = bytes.length - 1_000;
    bytes[last] = (bytes[last] ?? 0) ^ 1;
    const other = await lab.shelf.take(folder({ 'onnx/model.onnx': new Blob([bytes]) }));
    expect(other.ok && other.value.revision).not.toBe(choice.revision);
    expect(lab.shelf.models).toHaveLength(3);
  });

  it('whose kept weights have changed is refused', async () => {
    const lab = await openLab();
    const choice = await take(lab);
    const cache = await caches.open(FILES_CACHE);
    const url = (await cache.keys()).find((request) => request.url.endsWith('model.onnx'))?.url;
    const kept = await cache.match(url ?? '');
    const bytes = new Uint8Array((await kept?.arrayBuffer()) ?? []);
    bytes[5_000] = (bytes[5_000] ?? 0) ^ 1;
    await cache.put(url ?? '', new Response(bytes, { headers: kept?.headers ?? {} }));
    const session = await open(lab, choice);
    await lab.play(session);
    expect(session.state.problem?.code).toBe('checksum');
    expect(session.state.problem?.message).toMatch(/^onnx\/model\.onnx of my-student is no longer/);
  });

  it('is refused with the name of what is missing or broken, and nothing of it is kept', async () => {
    const lab = await openLab();
    const weights = files.get('onnx/model.onnx') ?? new Blob();
    const cases: [Record<string, Blob | null>, RegExp][] = [
      [{ 'config.json': null }, /^The folder my-student has no config\.json/],
      [{ 'tokenizer.json': null }, /^The folder my-student has no tokenizer\.json/],
      [{ 'onnx/model.onnx': null }, /^The folder my-student has no weights/],
      [{ 'config.json': new Blob(['{"model_type":']) }, /^config\.json of my-student is not JSON/],
      [{ 'config.json': new Blob(['{}']) }, /^config\.json, field "model_type" of my-student is m/],
      [
        { 'tokenizer.json': new Blob(['{}']) },
        /^tokenizer\.json, field "model" of my-student is m/,
      ],
      [
        { 'onnx/model.onnx': weights.slice(0, -5) },
        /^onnx\/model\.onnx of my-student is cut short/,
      ],
      [{ 'onnx/model.onnx': new Blob(['<html>']) }, /^onnx\/model\.onnx of my-student is/],
    ];
    for (const [changes, words] of cases)
      expect(await messageOf(lab, folder(changes))).toMatch(words);
    expect(lab.shelf.models).toEqual([]);
    expect(lab.shelf.taking).toBeNull();
  });
});

describe('what is kept', () => {
  it('is not deleted while a model is being loaded, in whatever tab', async () => {
    const lab = await openLab();
    await take(lab);
    await navigator.locks.request(SHELF_LOCK, { mode: 'shared' }, async () => {
      const removed = await lab.shelf.remove(lab.shelf.models);
      expect(!removed.ok && removed.problem.message).toContain('A model is being loaded');
    });
    expect(lab.shelf.models).toHaveLength(1);
    expect((await lab.shelf.remove(lab.shelf.models)).ok).toBe(true);
  });

  it('lists a hub model that is half there, and deletes its parts with it', async () => {
    const lab = await openLab();
    const commit = 'c'.repeat(40);
    const headers = { 'X-Benchside-Bytes': '4' };
    const base = `${HUB}owner/name/resolve/${commit}/`;
    const [whole, parts] = [await caches.open(FILES_CACHE), await caches.open(PARTS_CACHE)];
    await whole.put(`${base}config.json`, new Response('{ }.', { headers }));
    const url = `${base}onnx/model.onnx`;
    const long = { 'X-Benchside-Bytes': String(PART) };
    for (const index of [0, 1, 2]) {
      const body = new Uint8Array(PART).fill(index);
      await parts.put(partUrl(url, index), new Response(body, { headers: long }));
    }
    await lab.shelf.refresh();
    expect(lab.shelf.models).toEqual([
      {
        ...{ base, source: 'hub', id: 'owner/name', revision: commit },
        ...{ bytes: 4 + 3 * PART, partBytes: 3 * PART, paths: ['config.json'], usedAt: null },
      },
    ]);
    const before = lab.shelf.room?.usedBytes ?? 0;
    expect(before).toBeGreaterThan(3 * PART);
    await lab.shelf.remove(lab.shelf.models);
    expect(await parts.keys()).toEqual([]);
    expect(await whole.keys()).toEqual([]);
    // The browser's own account of what this site uses.
    await expect
      .poll(async () => (await navigator.storage.estimate()).usage, { timeout: 30_000 })
      .toBeLessThan(before - 2.9 * PART);
  });
});
