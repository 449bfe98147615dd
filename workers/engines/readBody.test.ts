import { expect, test } from 'vitest';
import { hashFor, sha256Hash } from '../../src/core/models/fileHash.ts';
import { type BodyProgress, type BodyWanted, readBody } from './readBody.ts';

const ABC = new TextEncoder().encode('abc');
// printf 'abc' | sha256sum
const ABC_SHA256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
// printf 'abc' | git hash-object --stdin
const ABC_GIT = 'f2ba8f84ab5c1bce84a7b441cb1959cfc7093b7f';

const ANY: BodyWanted = { expectedBytes: null, mostBytes: 1_000, hash: null };

function inChunks(chunks: readonly Uint8Array[], headers: Record<string, string> = {}): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  return new Response(body, { headers });
}

test('joins chunks, hashes them and reports the whole at the end', async () => {
  const heard: BodyProgress[] = [];
  const response = inChunks([ABC.slice(0, 1), ABC.slice(1)], { 'Content-Length': '3' });
  const hash = sha256Hash();
  const body = await readBody(response, { ...ANY, hash }, (progress) => {
    heard.push(progress);
  });
  expect(new TextDecoder().decode(body)).toBe('abc');
  expect(body.buffer.byteLength).toBe(3);
  expect(hash.digest()).toBe(`sha256:${ABC_SHA256}`);
  expect(heard.at(0)).toEqual({ loadedBytes: 1, totalBytes: 3 });
  expect(heard.at(-1)).toEqual({ loadedBytes: 3, totalBytes: 3 });
});

test('hashes as git does where the checksum is a blob id', async () => {
  const hash = hashFor(`git:${ABC_GIT}`, 3);
  await readBody(inChunks([ABC]), { ...ANY, hash }, () => undefined);
  expect(hash.digest()).toBe(`git:${ABC_GIT}`);
});

test('reads more than it was told to expect, and less', async () => {
  const wanted = { ...ANY, expectedBytes: 2 };
  expect(await readBody(inChunks([ABC, ABC]), wanted, () => undefined)).toHaveLength(6);
  expect(await readBody(inChunks([ABC.slice(0, 1)]), wanted, () => undefined)).toHaveLength(1);
});

test('stops reading a body that has no end, whatever length it claims', async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(600));
    },
  });
  const response = new Response(endless, { headers: { 'Content-Length': '900000000000' } });
  const body = await readBody(response, ANY, () => undefined);
  expect(body.length).toBe(1_200);
  expect(pulled).toBeLessThan(5);
});

test('does not take the length of a compressed form for that of the bytes', async () => {
  const headers = { 'Content-Length': '1', 'Content-Encoding': 'gzip' };
  const heard: BodyProgress[] = [];
  await readBody(inChunks([ABC], headers), ANY, (progress) => {
    heard.push(progress);
  });
  expect(heard.at(0)).toEqual({ loadedBytes: 3, totalBytes: null });
});
