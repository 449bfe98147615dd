import { beforeEach, expect, inject, test } from 'vitest';
import { choose, generate } from '../../src/core/calls/build.ts';
import type { LocalModelRef } from '../../src/core/calls/model.ts';
import { FILES_CACHE } from '../../src/core/models/shelf.ts';
import golden from '../trainer/onnx/fixtures/golden.json' with { type: 'json' };
import goldenVariants from '../trainer/onnx/fixtures/goldenVariants.json' with { type: 'json' };
import { decoderOf } from './loadedModel.ts';
import { loadModel } from './loadModel.ts';
import { dispose } from './past.ts';
import { messagesOf, openEngine, tinyRef, unwatched, valueOf } from './tinyModels.ts';

const hub = inject('fakeHub');
const never = new AbortController().signal;

beforeEach(async () => {
  await caches.delete(FILES_CACHE);
});

const fused = tinyRef('tiny-golden', 'wasm');
const plain = tinyRef('tiny-plain', 'wasm');
const rounded = tinyRef('tiny-golden', 'wasm', { dtype: 'q4' });

/** The same weights in the layouts that hubs ship, and what torch or onnxruntime's Python package says of them. */
const LAYOUTS: readonly [string, LocalModelRef, readonly number[], number][] = [
  ['with GroupQueryAttention', fused, golden.long.lastLogits, 1e-3],
  ['with plain attention, positions and all logits', plain, golden.long.lastLogits, 1e-3],
  ['with 4-bit MatMulNBits', rounded, goldenVariants.q4, 0.05],
];

test.each(LAYOUTS)('a model %s gives the logits that others give', async (_, model, want, most) => {
  // Also points the runtime at its files.
  const engine = openEngine(hub);
  const paths = { hub, runtime: `${location.origin}/ort/`, models: '' };
  const loaded = await loadModel(model, null, paths, unwatched());
  const { rows, past } = await decoderOf(loaded).feed(golden.long.ids, null, 1);
  await dispose(past);
  await loaded.model.dispose();
  await engine.release();
  const [got] = rows;
  expect(got).toHaveLength(want.length);
  const farthest = want.map((value, at) => Math.abs(value - (got?.[at] ?? NaN)));
  expect(Math.max(...farthest)).toBeLessThan(most);
});

test('a model with plain attention answers every kind of call as torch does', async () => {
  const engine = openEngine(hub);
  try {
    valueOf(await engine.load(plain, unwatched()));
    const messages = messagesOf(golden.chat.messages);
    for (const { labels, logprobs } of [golden.chat.single, golden.chat.several]) {
      const chosen = valueOf(await engine.choose(choose(plain, messages, labels), never));
      const farthest = logprobs.map((want, at) => Math.abs(want - (chosen.logprobs[at] ?? NaN)));
      expect(Math.max(...farthest)).toBeLessThan(1e-3);
    }
    const settings = { maxNewTokens: 24, answerSpace: { kind: 'text' } } as const;
    const written = valueOf(await engine.generate(generate(plain, messages, settings), never));
    expect(written.text).toBe(golden.chat.greedy.text);
  } finally {
    await engine.release();
  }
});
