import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readOnnxOutline } from './onnxOutline.ts';

const MODELS = new URL('../../../e2e/fixtures/fakeHub/models/onnx-community/', import.meta.url);

const load = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(new URL(path, MODELS)));

async function outline(bytes: Uint8Array): Promise<readonly string[]> {
  const read = (from: number, to: number) => Promise.resolve(bytes.subarray(from, to));
  return (await readOnnxOutline(read, bytes.length)).dataFiles;
}

test('names the files that weights are in besides the graph', async () => {
  expect(await outline(await load('tiny-base/onnx/model.onnx'))).toEqual(['model.onnx_data']);
  expect(await outline(await load('tiny-golden/onnx/model.onnx'))).toEqual([]);
  expect(await outline(await load('tiny-golden/onnx/model_q4.onnx'))).toEqual([]);
});

test('notices a file that is cut short anywhere', async () => {
  const whole = await load('tiny-golden/onnx/model.onnx');
  for (const length of [whole.length - 1, whole.length >> 1, 1_000]) {
    await expect(outline(whole.subarray(0, length))).rejects.toThrow('is cut short');
  }
});

test('refuses what is no ONNX file', async () => {
  const text = new TextEncoder().encode('<!doctype html><title>Not found</title>');
  await expect(outline(text)).rejects.toThrow(/is (no ONNX file|cut short)/);
  await expect(outline(new Uint8Array())).rejects.toThrow('is no ONNX file');
  await expect(outline(new Uint8Array(64))).rejects.toThrow('is no ONNX file');
  const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:0123\nsize 12\n';
  await expect(outline(new TextEncoder().encode(pointer))).rejects.toThrow(
    /is (no ONNX file|cut short)/,
  );
});
