import { expect, test } from 'vitest';
import { type BodyProgress, readBody } from './readBody.ts';

const ABC = new TextEncoder().encode('abc');
// printf 'abc' | sha256sum
const ABC_SHA256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

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
  const body = await readBody(response, { expectedBytes: null, hash: true }, (progress) => {
    heard.push(progress);
  });
  expect(new TextDecoder().decode(body.bytes)).toBe('abc');
  expect(body.bytes.buffer.byteLength).toBe(3);
  expect(body.sha256).toBe(ABC_SHA256);
  expect(heard.at(0)).toEqual({ loadedBytes: 1, totalBytes: 3 });
  expect(heard.at(-1)).toEqual({ loadedBytes: 3, totalBytes: 3 });
});

test('reads more than it was told to expect, and less', async () => {
  const wanted = { expectedBytes: 2, hash: false };
  const more = await readBody(inChunks([ABC, ABC]), wanted, () => undefined);
  expect(more.bytes).toHaveLength(6);
  expect(more.sha256).toBeNull();
  const less = await readBody(inChunks([ABC.slice(0, 1)]), wanted, () => undefined);
  expect(less.bytes).toHaveLength(1);
});

test('does not take the length of a compressed form for that of the bytes', async () => {
  const headers = { 'Content-Length': '1', 'Content-Encoding': 'gzip' };
  const heard: BodyProgress[] = [];
  await readBody(inChunks([ABC], headers), { expectedBytes: null, hash: false }, (progress) => {
    heard.push(progress);
  });
  expect(heard.at(0)).toEqual({ loadedBytes: 3, totalBytes: null });
});
