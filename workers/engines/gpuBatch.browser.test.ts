import { afterEach, expect, inject, test, vi } from 'vitest';
import { generate } from '../../src/core/calls/build.ts';
import type { ModelCall, ModelReply } from '../../src/core/calls/call.ts';
import type { ModelRef } from '../../src/core/calls/model.ts';
import { shippedFormats } from '../../src/core/models/bundledWeights.ts';
import { bundledDecoders, openBundled } from './bundledModels.ts';
import { Decoder } from './decoder.ts';
import { failureError } from './failures.ts';
import { failureCode, openEngine, tinyRef, unwatched, valueOf } from './tinyModels.ts';
import type { TransformersEngine } from './transformersEngine.ts';

/** Software WebGPU is slow, and other work may share the cores. */
const PATIENCE_MS = 900_000;

afterEach(() => {
  vi.restoreAllMocks();
});

/** Prompts of different lengths, two of them of one, with replies that end at different steps. */
function callsOf(model: ModelRef): ModelCall[] {
  const asked = ['Gout? Yes or no:', 'Is there a fever?', 'Is there a cough?'];
  return asked.map((content, at) =>
    generate(model, [{ role: 'user', content }], {
      maxNewTokens: 2 + at,
      answerSpace: { kind: 'text' },
      ...(at < 1
        ? {}
        : { sampling: { kind: 'sample', temperature: 1.2, topP: 0.95, topK: 40, seed: at } }),
    }),
  );
}

async function ask(engine: TransformersEngine, model: ModelRef, batch: number) {
  const replies: ModelReply[] = [];
  const { signal } = new AbortController();
  const done = await engine.answerMany(
    callsOf(model),
    signal,
    (index, outcome) => {
      const reply = valueOf(outcome);
      if (reply.kind !== 'generate') throw new Error('It was to write.');
      replies[index] = { ...reply, latencyMs: 0, promptMs: 0 };
    },
    batch,
  );
  valueOf(done);
  return replies;
}

test(
  'replies written side by side on a GPU are those written one by one, on every bundled model',
  async () => {
    const cards = await bundledDecoders();
    expect(cards.length).toBeGreaterThanOrEqual(3);
    const together = vi.spyOn(Decoder.prototype, 'feedEach');
    for (const card of cards) {
      const [dtype = 'fp32'] = shippedFormats(card.files);
      const opened = await openBundled(inject('fakeHub'), card, dtype, 'webgpu');
      const { engine, model } = opened;
      together.mockClear();
      const alone = await ask(engine, model, 1);
      expect(together).not.toHaveBeenCalled();
      const beside = await ask(engine, model, 32);
      expect(together).toHaveBeenCalled();
      expect(alone).toHaveLength(3);
      expect(beside).toEqual(alone);
      await engine.release();
    }
  },
  PATIENCE_MS,
);

test(
  'what it takes on the GPU it gives back',
  async () => {
    const live = new Map<GPUBuffer, number>();
    /* eslint-disable @typescript-eslint/unbound-method -- called with their own `this` below */
    const { createBuffer } = GPUDevice.prototype;
    const { destroy } = GPUBuffer.prototype;
    /* eslint-enable @typescript-eslint/unbound-method */
    vi.spyOn(GPUDevice.prototype, 'createBuffer').mockImplementation(function (
      this: GPUDevice,
      descriptor,
    ) {
      const buffer = createBuffer.call(this, descriptor);
      live.set(buffer, descriptor.size);
      return buffer;
    });
    vi.spyOn(GPUBuffer.prototype, 'destroy').mockImplementation(function (this: GPUBuffer) {
      live.delete(this);
      destroy.call(this);
    });
    const together = vi.spyOn(Decoder.prototype, 'feedEach');
    const engine = openEngine(inject('fakeHub'));
    const model = tinyRef('tiny-golden', 'webgpu');
    valueOf(await engine.load(model, unwatched()));
    const bytes = (): number => [...live.values()].reduce((sum, size) => sum + size, 0);
    // The runtime keeps what it was given back for the next time; after two rounds it has what it needs.
    await ask(engine, model, 32);
    await ask(engine, model, 32);
    const [buffers, before] = [live.size, bytes()];
    expect(before).toBeGreaterThan(0);
    for (let round = 0; round < 4; round++) await ask(engine, model, 32);
    expect(together).toHaveBeenCalled();
    expect(live.size).toBe(buffers);
    expect(bytes()).toBe(before);

    // Stopped half way, with replies begun and others waiting.
    const stopper = new AbortController();
    together.mockImplementationOnce(() => {
      stopper.abort();
      return Promise.reject(failureError('aborted', 'The work was stopped.'));
    });
    const calls = callsOf(model);
    const stopped = await engine.answerMany(calls, stopper.signal, () => undefined, 32);
    expect(failureCode(stopped)).toBe('aborted');
    await ask(engine, model, 32);
    expect(bytes()).toBe(before);
    await engine.release();
  },
  PATIENCE_MS,
);
