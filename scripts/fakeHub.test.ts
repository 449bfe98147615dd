import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FakeHub, startFakeHub } from './fakeHub.ts';

const MODELS = 'e2e/fixtures/fakeHub/models';
const WEIGHTS = 'onnx-community/tiny-golden/resolve/main/onnx/model.onnx';
let hub: FakeHub;

beforeAll(async () => {
  hub = await startFakeHub(MODELS);
});
afterAll(async () => {
  await hub.close();
});

const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(new URL(path, hub.url), init);

test('sends small files at once and large ones by a redirect', async () => {
  const small = await ask('onnx-community/tiny-golden/resolve/main/config.json');
  expect(small.redirected).toBe(false);
  expect(await small.json()).toMatchObject({ model_type: 'llama' });
  const commit = small.headers.get('x-repo-commit') ?? '';
  expect(commit).toMatch(/^[0-9a-f]{40}$/);

  const there = await ask(WEIGHTS, { redirect: 'manual' });
  expect(there.status).toBe(302);
  expect(there.headers.get('x-linked-size')).toBe('113172');
  const large = await ask(WEIGHTS.replace('main', commit));
  expect(large.redirected).toBe(true);
  const want = await readFile(join(MODELS, 'onnx-community/tiny-golden/onnx/model.onnx'));
  expect(Buffer.from(await large.arrayBuffer()).equals(want)).toBe(true);
});

test('lets pages of other origins read its answers', async () => {
  const { headers } = await ask('onnx-community/tiny-golden/resolve/main/config.json');
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.get('access-control-expose-headers')).toContain('X-Repo-Commit');
  expect((await ask(WEIGHTS, { method: 'OPTIONS' })).status).toBe(204);
});

test('knows ranges, entity tags and HEAD', async () => {
  const part = await ask(WEIGHTS, { headers: { Range: 'bytes=2-5' } });
  expect(part.status).toBe(206);
  expect(part.headers.get('content-range')).toBe('bytes 2-5/113172');
  expect((await part.arrayBuffer()).byteLength).toBe(4);
  expect((await ask(WEIGHTS, { headers: { Range: 'bytes=999999-' } })).status).toBe(416);

  const head = await ask(WEIGHTS, { method: 'HEAD' });
  expect(head.headers.get('content-length')).toBe('113172');
  const etag = head.headers.get('etag') ?? '';
  expect((await ask(WEIGHTS, { headers: { 'If-None-Match': etag } })).status).toBe(304);
});

test('answers as the hub does for what is not there', async () => {
  const repository = await ask('nobody/nothing/resolve/main/config.json');
  expect(repository.status).toBe(401);
  expect(await repository.json()).toEqual({ error: 'Invalid username or password.' });
  const revision = await ask('onnx-community/tiny-golden/resolve/v9/config.json');
  expect(revision.status).toBe(404);
  expect(revision.headers.get('x-error-code')).toBe('RevisionNotFound');
  const file = await ask('onnx-community/tiny-golden/resolve/main/none.json');
  expect(file.status).toBe(404);
  expect(file.headers.get('x-error-code')).toBe('EntryNotFound');
});

test('stays inside its folder', async () => {
  for (const path of ['x/..%2f..%2f..%2fpackage.json', '..%2f..%2f..%2f..%2fpackage.json']) {
    const answer = await ask(`onnx-community/tiny-golden/resolve/main/${path}`);
    expect(answer.status).toBe(404);
  }
});

test('flips one bit of the weights where it is asked to', async () => {
  const answer = await ask(WEIGHTS.replace('main', 'fault-bitflip'));
  const got = Buffer.from(await answer.arrayBuffer());
  const want = await readFile(join(MODELS, 'onnx-community/tiny-golden/onnx/model.onnx'));
  const different = [...got.keys()].filter((at) => got[at] !== want[at]);
  expect(different).toEqual([want.length >> 1]);
});
