import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { ModelShape, Weights } from '../../../src/core/models/shape.ts';
import { decodeWeightsFile } from '../../../src/core/models/weightsFile.ts';
import golden from './fixtures/golden.json' with { type: 'json' };
import { WeightsMismatchError } from './llamaWeights.ts';
import { UnsupportedShapeError, writeLlamaOnnx } from './writeLlama.ts';
import { writePlainLlamaOnnx } from './writePlainLlama.ts';

const MODEL_FILE = new URL(
  '../../../e2e/fixtures/fakeHub/models/onnx-community/tiny-golden/onnx/model.onnx',
  import.meta.url,
);
const PLAIN_FILE = new URL('../../tiny-plain/onnx/model.onnx', MODEL_FILE);
const shape: ModelShape = golden.shape;

async function tinyWeights(): Promise<Weights> {
  const bytes = await readFile(new URL('fixtures/weights.safetensors', import.meta.url));
  const result = decodeWeightsFile(bytes);
  if (!result.ok) throw new Error(result.error);
  return result.file.weights;
}

test('writes the file that the hub imitation serves', async () => {
  // Its logits are compared with torch's in writeLlama.browser.test.ts.
  const written = Buffer.from(writeLlamaOnnx(shape, await tinyWeights()));
  if (process.env['WRITE_FIXTURES'] === '1') await writeFile(MODEL_FILE, written);
  expect(written.equals(await readFile(MODEL_FILE))).toBe(true);
});

test('writes the file without fused operators that the hub imitation serves', async () => {
  // Its answers are compared with torch's in workers/engines/layouts.browser.test.ts.
  const written = Buffer.from(writePlainLlamaOnnx(shape, await tinyWeights()));
  if (process.env['WRITE_FIXTURES'] === '1') await writeFile(PLAIN_FILE, written);
  expect(written.equals(await readFile(PLAIN_FILE))).toBe(true);
  // No other domain than ONNX's own.
  expect(written.includes('com.microsoft')).toBe(false);
});

test('names a weight that is missing, or has another shape', async () => {
  const weights = await tinyWeights();
  const wider: ModelShape = { ...shape, mlp: 128 };
  expect(() => writeLlamaOnnx(wider, weights)).toThrow(WeightsMismatchError);
  expect(() => writeLlamaOnnx(wider, weights)).toThrow(
    'The weight "layers.0.gate" has shape [32, 64] where the model needs [32, 128].',
  );
  expect(() => writeLlamaOnnx({ ...shape, layers: 3 }, weights)).toThrow(
    'The weight "layers.2.attn_norm" is missing.',
  );
});

test('refuses heads that the attention operator cannot turn', async () => {
  const weights = await tinyWeights();
  expect(() => writeLlamaOnnx({ ...shape, headDim: 8 }, weights)).toThrow(UnsupportedShapeError);
});
