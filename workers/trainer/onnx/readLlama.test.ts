import { describe, expect, it } from 'vitest';
import { weightSpecs } from '../../../src/core/models/shape.ts';
import { TINY_SHAPE, strongWeights } from '../testing.ts';
import { fromHalf, halfFloats } from './halfFloats.ts';
import { readLlamaOnnx } from './readLlama.ts';
import { writeLlamaOnnx } from './writeLlama.ts';

/** Without what training alone needs, which no file holds. */
const weights = new Map(
  [...strongWeights()].filter(([name]) =>
    weightSpecs(TINY_SHAPE).some((spec) => spec.name === name),
  ),
);

describe('weights read back from a file', () => {
  it('are those that were written, in 32 bits', () => {
    const bytes = writeLlamaOnnx(TINY_SHAPE, weights, { format: 'fp32', output: 'logits' });
    expect(readLlamaOnnx(TINY_SHAPE, bytes)).toEqual({ ok: true, weights });
  });

  it('are rounded to 16 bits where the file is', () => {
    const bytes = writeLlamaOnnx(TINY_SHAPE, weights, { format: 'fp16', output: 'logits' });
    const read = readLlamaOnnx(TINY_SHAPE, bytes);
    if (!read.ok) throw new Error(read.error);
    const { data } = weights.get('layers.0.q') ?? {};
    if (data === undefined) throw new Error('the tiny model has a first layer');
    const rounded = Float32Array.from(halfFloats(data), fromHalf);
    expect(read.weights.get('layers.0.q')?.data).toEqual(rounded);
    expect(read.weights.get('final_norm')).toEqual(weights.get('final_norm'));
  });

  it('are refused, with the weight that is missing, in 4 bits and in another shape', () => {
    const bytes = writeLlamaOnnx(TINY_SHAPE, weights, { format: 'q4', output: 'logits' });
    const blocks = readLlamaOnnx(TINY_SHAPE, bytes);
    expect(blocks.ok ? '' : blocks.error).toContain('"layers.0.q"');
    const whole = writeLlamaOnnx(TINY_SHAPE, weights, { format: 'fp32', output: 'logits' });
    const deeper = { ...TINY_SHAPE, layers: TINY_SHAPE.layers + 1 };
    const lacking = readLlamaOnnx(deeper, whole);
    expect(lacking.ok ? '' : lacking.error).toContain(`"layers.${String(TINY_SHAPE.layers)}.`);
  });

  it('are refused in a file that is cut short or none at all', () => {
    const whole = writeLlamaOnnx(TINY_SHAPE, weights, { format: 'fp32', output: 'logits' });
    for (const bytes of [whole.subarray(0, whole.length / 2), new TextEncoder().encode('{"no"')])
      expect(readLlamaOnnx(TINY_SHAPE, Uint8Array.from(bytes))).toMatchObject({ ok: false });
  });
});
