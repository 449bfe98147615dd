import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Parsed } from '../src/core/share/parseBundle.ts';
import { type FakeHub, startFakeHub } from './fakeHub.ts';
import { resolveHubRevision } from '../src/io/hubRevision.ts';

const ID = 'onnx-community/tiny-golden';
let hub: FakeHub;

beforeAll(async () => {
  hub = await startFakeHub('e2e/fixtures/fakeHub/models');
});

afterAll(async () => {
  await hub.close();
});

async function messageOf(asked: Promise<Parsed<string>>): Promise<string> {
  const answer = await asked;
  return answer.ok ? 'no problem' : answer.problem.message;
}

test('a branch becomes the commit that the hub names, which stands for itself unasked', async () => {
  const commit = await resolveHubRevision(hub.url, ID, 'main', fetch);
  expect(commit.ok ? commit.value : commit.problem.message).toMatch(/^[0-9a-f]{40}$/);
  expect(hub.requests).toEqual([`GET /${ID}/resolve/main/config.json`]);
  const other = 'c'.repeat(40);
  expect(await resolveHubRevision(hub.url, ID, other, fetch)).toEqual({ ok: true, value: other });
  expect(hub.requests).toHaveLength(1);
});

test('a model, a revision or a file that is not there is named', async () => {
  const noModel = messageOf(resolveHubRevision(hub.url, 'nobody/nothing', 'main', fetch));
  expect(await noModel).toMatch(/^The hub has no model nobody\/nothing at main .* check the name/);
  const noRevision = messageOf(resolveHubRevision(hub.url, ID, 'refs/pr/1', fetch));
  expect(await noRevision).toContain(`no model ${ID} at refs/pr/1 `);
});

test('a hub that names no commit is not believed to stand still', async () => {
  const message = messageOf(resolveHubRevision(hub.url, ID, 'fault-500', fetch));
  expect(await message).toBe(
    `The hub does not say which commit fault-500 of ${ID} is: choose a commit as the revision.`,
  );
});

test('no connection is said as such', async () => {
  const closed = await startFakeHub('e2e/fixtures/fakeHub/models');
  await closed.close();
  const message = messageOf(resolveHubRevision(closed.url, ID, 'main', fetch));
  expect(await message).toContain('there is no connection to it');
});
