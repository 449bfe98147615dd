import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { Device, Dtype } from '../../src/core/calls/model.ts';
import golden from '../trainer/onnx/fixtures/golden.json' with { type: 'json' };
import goldenVariants from '../trainer/onnx/fixtures/goldenVariants.json' with { type: 'json' };
import { dispose } from './past.ts';
import { type OpenGpu, openGpu } from './gpuDevice.ts';
import { decoderOf } from './loadedModel.ts';
import { loadModel } from './loadModel.ts';
import { configureRuntime } from './runtime.ts';
import { tinyRef, unwatched } from './tinyModels.ts';

const hub = inject('fakeHub');
const ids = golden.long.ids;
const WANT: Readonly<Record<Dtype, readonly number[]>> = {
  fp32: golden.long.lastLogits,
  ...goldenVariants,
};
/** On the scale of logits: accumulating in 8 or 16 bits rounds by the order of the sums. */
const TOLERANCE: Readonly<Record<Dtype, number>> = {
  fp32: 1e-3,
  fp16: 0.05,
  q8: 0.1,
  q4: 0.05,
  q4f16: 0.1,
};

let gpu: OpenGpu;
beforeAll(async () => {
  gpu = await openGpu();
  return () => {
    gpu.device.destroy();
  };
});

async function lastLogits(dtype: Dtype, device: Device): Promise<number[]> {
  const runtime = `${location.origin}/ort/`;
  configureRuntime(runtime);
  const paths = { hub, runtime, models: '' };
  const ref = tinyRef('tiny-golden', device, { dtype });
  const loaded = await loadModel(ref, device === 'webgpu' ? gpu : null, paths, unwatched());
  const { rows, past } = await decoderOf(loaded).feed(ids, null, 1);
  await dispose(past);
  await loaded.model.dispose();
  return [...(rows[0] ?? [])];
}

function farthest(got: readonly number[], want: readonly number[]): number {
  expect(got).toHaveLength(want.length);
  return Math.max(...got.map((value, at) => Math.abs(value - (want[at] ?? NaN))));
}

describe('every number format gives what onnxruntime gives elsewhere', () => {
  test.each(['fp32', 'fp16', 'q8', 'q4', 'q4f16'] as const)('%s over wasm', async (dtype) => {
    const difference = farthest(await lastLogits(dtype, 'wasm'), WANT[dtype]);
    expect(difference).toBeLessThan(TOLERANCE[dtype]);
    console.warn(`${dtype} over wasm: max |difference| ${String(difference)}`);
  });

  test.each(['fp32', 'q8', 'q4'] as const)('%s over WebGPU', async (dtype) => {
    const difference = farthest(await lastLogits(dtype, 'webgpu'), WANT[dtype]);
    expect(difference).toBeLessThan(TOLERANCE[dtype]);
    console.warn(`${dtype} over WebGPU: max |difference| ${String(difference)}`);
  });

  test.each(['fp16', 'q4f16'] as const)('%s is refused by an adapter without it', async (dtype) => {
    if (gpu.device.features.has('shader-f16')) {
      const difference = farthest(await lastLogits(dtype, 'webgpu'), WANT[dtype]);
      expect(difference).toBeLessThan(TOLERANCE[dtype]);
      return;
    }
    await expect(lastLogits(dtype, 'webgpu')).rejects.toMatchObject({
      failure: { code: 'unsupported-operator' },
    });
  });
});
