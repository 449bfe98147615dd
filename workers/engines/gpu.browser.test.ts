import { PreTrainedModel } from '@huggingface/transformers';
import { expect, inject, test, vi } from 'vitest';
import { choose, generate } from '../../src/core/calls/build.ts';
import golden from '../trainer/onnx/fixtures/golden.json' with { type: 'json' };
import { openGpu, type OpenGpu } from './gpuDevice.ts';
import { failureCode, messagesOf, openEngine, tinyRef, unwatched, valueOf } from './tinyModels.ts';

const hub = inject('fakeHub');
const model = tinyRef('tiny-golden', 'webgpu');
const messages = messagesOf(golden.chat.messages);
const never = new AbortController().signal;

test('labels of one token cost one forward, others one each for what follows', async () => {
  const engine = openEngine(hub);
  const info = valueOf(await engine.load(model, unwatched()));
  expect(info.hardware).toMatch(/swiftshader|\w/);
  const forward = vi.spyOn(PreTrainedModel.prototype, 'forward');
  valueOf(await engine.choose(choose(model, messages, ['Yes', 'No', 'yes']), never));
  expect(forward).toHaveBeenCalledTimes(1);
  forward.mockClear();
  valueOf(await engine.choose(choose(model, messages, ['Yes', 'not here', 'maybe']), never));
  expect(forward).toHaveBeenCalledTimes(3);
  forward.mockRestore();
  await engine.release();
});

test('an adapter whose kernels compute attention wrongly is refused', async ({ skip }) => {
  const adapter = await navigator.gpu.requestAdapter();
  // Only where the lanes are too few for the runtime's kernels, as on the software adapter of this test's browser.
  const isTooNarrow =
    adapter?.features.has('subgroups') === true && adapter.info.subgroupMinSize < 8;
  if (!isTooNarrow) skip('this adapter has lanes enough');
  const narrow = async (): Promise<OpenGpu> => {
    const device = await adapter?.requestDevice({ requiredFeatures: ['subgroups'] });
    if (device === undefined) throw new Error('There is no device.');
    return { device, name: 'narrow adapter' };
  };
  const engine = openEngine(hub, narrow);
  const outcome = await engine.load(model, unwatched());
  expect(failureCode(outcome)).toBe('unsupported-operator');
  const message = outcome.ok ? '' : outcome.failure.message;
  expect(message).toContain('narrow adapter with onnx-community/tiny-golden');
  expect(engine.needsNewWorker).toBe(false);
});

test('a browser without WebGPU is told so', async () => {
  const none = vi.spyOn(navigator.gpu, 'requestAdapter').mockResolvedValue(null);
  expect(failureCode(await openEngine(hub).load(model, unwatched()))).toBe('no-webgpu');
  none.mockRestore();
});

// Last, for the runtime of this page cannot go on after it.
test('the loss of the device ends the call that is running, and the engine', async () => {
  let device: GPUDevice | undefined;
  const engine = openEngine(hub, async () => {
    const opened = await openGpu();
    ({ device } = opened);
    return opened;
  });
  valueOf(await engine.load(model, unwatched()));
  const settings = { maxNewTokens: 60, answerSpace: { kind: 'text' } } as const;
  const running = engine.generate(generate(model, messages, settings), never);
  await new Promise((resolve) => setTimeout(resolve, 20));
  device?.destroy();
  expect(failureCode(await running)).toBe('device-lost');
  expect(engine.needsNewWorker).toBe(true);
  const next = await engine.choose(choose(model, messages, ['Yes', 'No']), never);
  expect(failureCode(next)).toBe('worker-died');
});
