import * as v from 'valibot';
import { describe, expect, inject, test } from 'vitest';
import { choose, generate } from '../../src/core/calls/build.ts';
import type { ModelCall, ModelReply } from '../../src/core/calls/call.ts';
import type { ModelRef } from '../../src/core/calls/model.ts';
import { shippedFormats } from '../../src/core/models/bundledWeights.ts';
import type { ModelCard } from '../../src/core/models/card.ts';
import { studentPrompt } from '../../src/core/protocols/verifyEvidence/prompt.ts';
import { ENGINE_SETTINGS, type EngineSettings } from './answerMany.ts';
import { MODELS, openBundled, readCard } from './bundledModels.ts';
import { valueOf } from './tinyModels.ts';
import type { TransformersEngine } from './transformersEngine.ts';

/** Nats: batches add in another order. */
const TOLERANCE = 1e-3;
const OFF: EngineSettings = { prefixFork: false, batch: 1, forgets: false, keptBytes: 0 };
/** Software WebGPU is slow, and other work may share the cores. */
const PATIENCE_MS = 300_000;

const UNTIMED = { latencyMs: 0, promptMs: 0 };

const NOTES = [
  ['He was admitted with chest pain.', 'He takes 5 mg of warfarin.', 'There is no fever.'],
  ['She slept well.', 'The ferritin was low.', 'She was given iron.', 'She went home.'],
];
const CONCEPTS = ['Iron deficiency', 'Pneumonia', 'Atrial fibrillation', 'Gout'];

/** Several questions over two notes, asked in every way there is. */
function callsOf(model: ModelRef): ModelCall[] {
  return NOTES.flatMap((sentences, note) =>
    CONCEPTS.flatMap((name, concept): ModelCall[] => {
      const { prefix, suffix } = studentPrompt(sentences, { code: 'X1', name });
      const messages = [{ role: 'user' as const, content: prefix + suffix }];
      const settings = { maxNewTokens: 3 + 5 * concept, answerSpace: { kind: 'text' } } as const;
      // Each draws by its own seed; the last two of a note by the same.
      const seed = Math.min(concept, 2);
      const sampling = { kind: 'sample', temperature: 1.2, topP: 0.95, topK: 40, seed } as const;
      return [
        generate(model, messages, settings),
        generate(model, messages, { ...settings, maxNewTokens: 6, sampling }),
        choose(model, messages, ['yes', 'no']),
        choose(model, messages, ['yes 1', 'no evidence', 'yes 2 3']),
        {
          ...{ kind: 'logprobs', model, messages, continuation: `yes ${String(1 + note)} 2` },
          distribution: true,
          topK: 2,
        },
      ];
    }),
  );
}

async function openModel(card: ModelCard, device: 'wasm' | 'webgpu', settings: EngineSettings) {
  const [dtype = 'fp32'] = shippedFormats(card.files);
  return await openBundled(inject('fakeHub'), card, dtype, device, settings);
}

/** Replies by call, and the order in which they came. */
async function ask(
  engine: TransformersEngine,
  calls: readonly ModelCall[],
): Promise<{ replies: ModelReply[]; order: number[] }> {
  const replies: ModelReply[] = [];
  const order: number[] = [];
  const { signal } = new AbortController();
  const done = await engine.answerMany(calls, signal, (index, outcome) => {
    replies[index] = valueOf(outcome);
    order.push(index);
  });
  valueOf(done);
  return { replies, order };
}

/** Log-probabilities apart, texts and tokens as they are. */
function split(reply: ModelReply | undefined): { numbers: readonly number[]; rest: unknown } {
  if (reply === undefined) throw new Error('A call has no reply.');
  if (reply.kind === 'generate') return { numbers: [], rest: { ...reply, ...UNTIMED } };
  if (reply.kind === 'embed') return { numbers: [], rest: { ...reply, latencyMs: 0 } };
  if (reply.kind === 'choose') {
    const { logprobs, ...rest } = reply;
    return { numbers: logprobs, rest: { ...rest, latencyMs: 0, probabilities: null } };
  }
  if (reply.kind === 'compare') return { numbers: reply.reverseKl, rest: reply.ids };
  const { logprobs, distribution, top = [], tokens, promptTokens } = reply;
  const likeliest = top.flat().map(({ logprob }) => logprob);
  return {
    numbers: [...logprobs, ...(distribution?.entropies ?? []), ...likeliest],
    rest: { tokens, promptTokens },
  };
}

function expectAlike(some: readonly ModelReply[], others: readonly ModelReply[]): void {
  expect(some.length).toBe(others.length);
  some.forEach((reply, index) => {
    const [ours, theirs] = [split(reply), split(others[index])];
    expect(ours.rest).toEqual(theirs.rest);
    expect(ours.numbers).toHaveLength(theirs.numbers.length);
    ours.numbers.forEach((value, at) => {
      expect(Math.abs(value - (theirs.numbers[at] ?? NaN))).toBeLessThan(TOLERANCE);
    });
  });
}

const indexSchema = v.object({ models: v.array(v.string()) });

async function bundledDecoders(): Promise<ModelCard[]> {
  const index = v.parse(indexSchema, await (await fetch(`${MODELS}index.json`)).json());
  const cards: ModelCard[] = [];
  for (const id of index.models) {
    const card = await readCard(id);
    if (card.role !== 'embedder') cards.push(card);
  }
  return cards;
}

describe('calls answered together', () => {
  test(
    'have the replies that they have one by one, on every bundled model over wasm',
    async () => {
      const cards = await bundledDecoders();
      expect(cards.length).toBeGreaterThanOrEqual(3);
      for (const card of cards) {
        const together = await openModel(card, 'wasm', ENGINE_SETTINGS);
        const calls = callsOf(together.model);
        const ours = await ask(together.engine, calls);
        await together.engine.release();
        expect([...ours.order].sort((a, b) => a - b)).toEqual([...calls.keys()]);
        const apart = await openModel(card, 'wasm', OFF);
        expectAlike(ours.replies, (await ask(apart.engine, calls)).replies);
        await apart.engine.release();
      }
    },
    PATIENCE_MS,
  );

  test(
    'have them over WebGPU too',
    async () => {
      const [card] = (await bundledDecoders()).filter(({ id }) => id === 'student-small');
      if (card === undefined) throw new Error('There is no small student.');
      const together = await openModel(card, 'webgpu', ENGINE_SETTINGS);
      const calls = callsOf(together.model).slice(0, 8);
      const ours = await ask(together.engine, calls);
      await together.engine.release();
      const apart = await openModel(card, 'webgpu', OFF);
      expectAlike(ours.replies, (await ask(apart.engine, calls)).replies);
      await apart.engine.release();
    },
    PATIENCE_MS,
  );

  test(
    'have them within a budget that keeps next to nothing',
    async () => {
      const [card] = await bundledDecoders();
      if (card === undefined) throw new Error('There is no model.');
      const roomy = await openModel(card, 'wasm', ENGINE_SETTINGS);
      const calls = callsOf(roomy.model);
      const ours = await ask(roomy.engine, calls);
      await roomy.engine.release();
      const tight = await openModel(card, 'wasm', { ...ENGINE_SETTINGS, keptBytes: 1000 });
      expectAlike(ours.replies, (await ask(tight.engine, calls)).replies);
      await tight.engine.release();
    },
    PATIENCE_MS,
  );

  test('a call that cannot be answered does not keep the others from it', async () => {
    const [card] = await bundledDecoders();
    if (card === undefined) throw new Error('There is no model.');
    const { engine, model } = await openModel(card, 'wasm', ENGINE_SETTINGS);
    const content = 'word '.repeat(card.shape.maxPositions + 1);
    const long = choose(model, [{ role: 'user', content }], ['yes', 'no']);
    const short = choose(model, [{ role: 'user', content: 'Yes or no:' }], ['yes', 'no']);
    const told = new Map<number, boolean>();
    const { signal } = new AbortController();
    const done = await engine.answerMany([short, long, short], signal, (index, { ok }) => {
      told.set(index, ok);
    });
    expect(done.ok).toBe(true);
    expect(Object.fromEntries(told)).toEqual({ 0: true, 1: false, 2: true });
    await engine.release();
  });

  test('stopping tells of what is done, and of nothing else', async () => {
    const [card] = await bundledDecoders();
    if (card === undefined) throw new Error('There is no model.');
    const { engine, model } = await openModel(card, 'wasm', ENGINE_SETTINGS);
    const calls = callsOf(model).filter(({ kind }) => kind === 'choose');
    const stopper = new AbortController();
    const told: number[] = [];
    const done = await engine.answerMany(calls, stopper.signal, (index) => {
      told.push(index);
      if (told.length === 3) stopper.abort();
    });
    expect(done).toMatchObject({ ok: false, failure: { code: 'aborted' } });
    expect(told).toHaveLength(3);
    expect((await ask(engine, calls)).replies).toHaveLength(calls.length);
    await engine.release();
  });
});
