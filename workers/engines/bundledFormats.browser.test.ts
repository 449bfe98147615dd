import { expect, inject, test } from 'vitest';
import { choose } from '../../src/core/calls/build.ts';
import type { Device, Dtype, LocalModelRef } from '../../src/core/calls/model.ts';
import { filesForFormat, weightsFileOf } from '../../src/core/models/bundledWeights.ts';
import { parseModelCard, type ModelCard } from '../../src/core/models/card.ts';
import { TransformersEngine } from './transformersEngine.ts';
import { unwatched, valueOf } from './tinyModels.ts';

const MODELS = `${location.origin}/data/models/`;
/** Nats between the two devices: both compute in 32 bits, in another order. */
const TOLERANCE = 1e-3;

async function readCard(id: string): Promise<ModelCard> {
  const parsed = parseModelCard(await (await fetch(`${MODELS}${id}/card.json`)).text());
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.card;
}

function refOf({ id, files }: ModelCard, dtype: Dtype, device: Device): LocalModelRef {
  const revision = weightsFileOf(files, dtype)?.sha256 ?? '';
  return { source: 'bundled', id, revision, dtype, device };
}

async function logprobs(card: ModelCard, dtype: Dtype, device: Device): Promise<readonly number[]> {
  const paths = { hub: inject('fakeHub'), runtime: `${location.origin}/ort/`, models: MODELS };
  const engine = new TransformersEngine(paths);
  const model = refOf(card, dtype, device);
  valueOf(await engine.load(model, unwatched({ files: filesForFormat(card.files, dtype) })));
  const messages = [{ role: 'user' as const, content: '1 Iron 8 g/l.\nAnaemia? Yes or no:' }];
  const { signal } = new AbortController();
  const reply = valueOf(await engine.choose(choose(model, messages, ['yes', 'no']), signal));
  await engine.release();
  return reply.logprobs;
}

/** Software WebGPU is slow, and other work may share the cores. */
const PATIENCE_MS = 300_000;

// The judge ships fp16 alone, and a software adapter may lack 16-bit arithmetic: its file stores 16 bits and computes in 32.
test.each([
  ['student-small', 'q4'],
  ['rubric-judge', 'fp16'],
] as const)(
  '%s in %s gives the same over WebGPU as over wasm, and loads its own weights alone',
  async (id, dtype) => {
    const card = await readCard(id);
    performance.clearResourceTimings();
    const overWasm = await logprobs(card, dtype, 'wasm');
    const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
    const weights = fetched.filter((name) => name.includes(`${id}/onnx/`));
    expect(weights).toEqual([`${MODELS}${id}/onnx/model_${dtype}.onnx`]);
    const overGpu = await logprobs(card, dtype, 'webgpu');
    const difference = Math.max(
      ...overGpu.map((value, at) => Math.abs(value - (overWasm[at] ?? NaN))),
    );
    expect(difference).toBeLessThan(TOLERANCE);
    console.warn(`${id} in ${dtype}: max |difference| ${String(difference)}`);
  },
  PATIENCE_MS,
);
