import {
  DynamicCache,
  env,
  LlamaForCausalLM,
  PretrainedConfig,
  type Tensor,
} from '@huggingface/transformers';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { decodeWeightsFile } from '../../../src/core/models/weightsFile.ts';
import { openGpu } from '../../engines/gpuDevice.ts';
import { configureRuntime } from '../../engines/runtime.ts';
import { floatsOf, int64, tensorsOf } from '../../engines/tensors.ts';
import golden from './fixtures/golden.json' with { type: 'json' };
import { writeLlamaOnnx } from './writeLlama.ts';

/** As far from torch's float32 logits as another order of the same sums may take one. */
const TOLERANCE = 1e-3;

let model: LlamaForCausalLM | undefined;

beforeAll(() => {
  configureRuntime(`${location.origin}/ort/`);
});

afterEach(async () => {
  await model?.dispose();
});

/** The tiny decoder, written in this page and given to transformers.js as if a hub had sent it. */
async function loadTiny(device: 'wasm' | 'webgpu'): Promise<LlamaForCausalLM> {
  const weights = await fetch(new URL('fixtures/weights.safetensors', import.meta.url));
  const decoded = decodeWeightsFile(new Uint8Array(await weights.arrayBuffer()));
  if (!decoded.ok) throw new Error(decoded.error);
  const file = writeLlamaOnnx(golden.shape, decoded.file.weights);
  env.fetch = (url) =>
    Promise.resolve(
      String(url).endsWith('model.onnx') ? new Response(file) : new Response(null, { status: 404 }),
    );
  const config = new PretrainedConfig({
    model_type: 'llama',
    num_hidden_layers: golden.shape.layers,
    num_key_value_heads: golden.shape.kvHeads,
  });
  const gpu = device === 'webgpu' ? [{ name: 'webgpu', device: (await openGpu()).device }] : null;
  const loaded = await LlamaForCausalLM.from_pretrained('tiny', {
    config,
    device,
    dtype: 'fp32',
    session_options: gpu === null ? {} : { executionProviders: gpu },
  });
  if (!(loaded instanceof LlamaForCausalLM)) throw new Error('Another model was loaded.');
  model = loaded;
  return loaded;
}

/** Feeds tokens after those in `cache`, which then holds them too; logits of the last `keep` (0: all). */
async function feed(
  llama: LlamaForCausalLM,
  ids: readonly number[],
  cache: DynamicCache,
  keep: number,
): Promise<number[]> {
  const past = Object.keys(cache).length === 0 ? 0 : cache.get_seq_length();
  const length = past + ids.length;
  const outputs: unknown = await llama.forward({
    input_ids: int64(ids, [1, ids.length]),
    attention_mask: int64(Array<number>(length).fill(1), [1, length]),
    num_logits_to_keep: int64([keep], []),
    past_key_values: cache,
  });
  const present = tensorsOf(outputs);
  const logits = present.get('logits');
  if (logits === undefined) throw new Error('The model gave no logits.');
  const entries: Record<string, Tensor> = {};
  for (const [name, value] of present) {
    if (name !== 'logits') entries[name.replace('present', 'past_key_values')] = value;
  }
  cache.update(entries);
  return [...floatsOf(logits)];
}

function farthest(got: readonly number[], want: readonly number[]): number {
  expect(got).toHaveLength(want.length);
  return got.reduce((most, value, at) => Math.max(most, Math.abs(value - (want[at] ?? NaN))), 0);
}

test.each(['wasm', 'webgpu'] as const)('gives torch’s logits on %s', async (device) => {
  const llama = await loadTiny(device);
  const { ids, logits } = golden.short;

  const prefill = farthest(await feed(llama, ids, new DynamicCache(), 0), logits.flat());

  const stepping = new DynamicCache();
  let steps = 0;
  for (const [at, id] of ids.entries()) {
    steps = Math.max(steps, farthest(await feed(llama, [id], stepping, 1), logits[at] ?? []));
  }

  const forking = new DynamicCache();
  await feed(llama, ids.slice(0, 5), forking, 1);
  const fork = farthest(await feed(llama, ids.slice(5), forking, 0), logits.slice(5).flat());

  const { ids: longIds, lastLogits } = golden.long;
  const long = farthest(await feed(llama, longIds, new DynamicCache(), 1), lastLogits);

  console.warn(`max |logit - torch's| on ${device}:`, { prefill, steps, fork, long });
  expect(Math.max(prefill, steps, fork, long)).toBeLessThan(TOLERANCE);
});
