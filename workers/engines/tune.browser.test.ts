import { expect, inject, test } from 'vitest';
import { generate } from '../../src/core/calls/build.ts';
import type { ModelCall, ModelReply } from '../../src/core/calls/call.ts';
import { shippedFormats } from '../../src/core/models/bundledWeights.ts';
import { BATCH_SIZES, tuningFiguresSchema } from '../../src/core/models/tuning.ts';
import type { TuneFindings, TuneProgress } from '../../src/rpc/modelWorker.ts';
import * as v from 'valibot';
import { bundledDecoders, openBundled, readCard } from './bundledModels.ts';
import { failureCode, unwatched, valueOf } from './tinyModels.ts';
import { replyCalls, verdictCalls } from './tunePrompts.ts';

const PATIENCE_MS = 600_000;
const hub = inject('fakeHub');

async function openStudent() {
  const card = await readCard('student-small');
  const [dtype = 'fp32'] = shippedFormats(card.files);
  const { engine, model } = await openBundled(hub, card, dtype, 'wasm');
  if (model.source === 'endpoint') throw new Error('A bundled model is local.');
  return { engine, model };
}

function figuresOf(found: TuneFindings) {
  if (found.kind !== 'measured') throw new Error(found.reason);
  return found;
}

test(
  'no choice of batch changes a reply, on every bundled model',
  async () => {
    for (const card of await bundledDecoders()) {
      const [dtype = 'fp32'] = shippedFormats(card.files);
      const { engine, model } = await openBundled(hub, card, dtype, 'wasm');
      const calls: ModelCall[] = [
        ...verdictCalls(model),
        ...replyCalls(model, 5),
        generate(model, [{ role: 'user', content: 'Is there a fever? Yes or no:' }], {
          maxNewTokens: 20,
          answerSpace: { kind: 'text' },
          sampling: { kind: 'sample', temperature: 1, topP: 0.9, topK: 40, seed: 7 },
        }),
      ];
      const byBatch: string[] = [];
      for (const batch of BATCH_SIZES) {
        const said: unknown[] = [];
        const { signal } = new AbortController();
        const tell = (index: number, outcome: Parameters<typeof valueOf<ModelReply>>[0]): void => {
          const reply = valueOf(outcome);
          said[index] =
            reply.kind === 'generate'
              ? { text: reply.text, finishReason: reply.finishReason, tokens: reply.newTokens }
              : reply.kind === 'choose' && reply.logprobs;
        };
        valueOf(await engine.answerMany(calls, signal, tell, batch));
        expect(said).toHaveLength(calls.length);
        byBatch.push(JSON.stringify(said));
      }
      expect(new Set(byBatch).size).toBe(1);
      await engine.release();
    }
  },
  PATIENCE_MS,
);

test(
  'figures come of the model that is loaded, in steps that are told of',
  async () => {
    const { engine, model } = await openStudent();
    const told: TuneProgress[] = [];
    const found = figuresOf(
      valueOf(await engine.tune(model, unwatched(), (progress) => told.push(progress))),
    );
    expect(v.is(tuningFiguresSchema, found.figures)).toBe(true);
    expect(found.figures.writing.map(({ batch }) => batch)).toEqual([...BATCH_SIZES]);
    expect(found.figures.verdictsPerSecond).not.toBeNull();
    expect(found.figures.prefillTokensPerSecond).not.toBeNull();
    expect(found.hardware).toMatch(/^wasm, \d+ threads?$/);
    expect(told.map(({ step }) => step)).toEqual([
      'verdicts',
      'prompt',
      ...BATCH_SIZES.map((batch) => `batch-${String(batch)}`),
      'done',
    ]);
    expect(told.at(-1)).toMatchObject({ done: 8, total: 8 });
    await engine.release();
  },
  PATIENCE_MS,
);

test('measuring can be stopped, and leaves the model ready', async () => {
  const { engine, model } = await openStudent();
  const stopper = new AbortController();
  const outcome = await engine.tune(model, unwatched({ signal: stopper.signal }), ({ step }) => {
    if (step === 'batch-2') stopper.abort();
  });
  expect(failureCode(outcome)).toBe('aborted');
  expect(engine.needsNewWorker).toBe(false);
  const { signal } = new AbortController();
  const [call] = verdictCalls(model);
  if (call === undefined) throw new Error('There is no call.');
  expect(failureCode(await engine.choose(call, signal))).toBe('none');
  await engine.release();
});
