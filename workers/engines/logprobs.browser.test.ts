import {
  env,
  LlamaForCausalLM,
  PretrainedConfig,
  PreTrainedTokenizer,
} from '@huggingface/transformers';
import * as v from 'valibot';
import { afterEach, expect, inject, test } from 'vitest';
import {
  type LogprobsCall,
  type LogprobsReply,
  MOST_TOP_TOKENS,
} from '../../src/core/calls/call.ts';
import { filesForFormat, weightsFileOf } from '../../src/core/models/bundledWeights.ts';
import { tokenizerConfigSchema, tokenizerSchema } from '../../src/core/models/configFiles.ts';
import { type ModelShape, weightSpecs } from '../../src/core/models/shape.ts';
import { createRandom } from '../../src/core/random.ts';
import { firstWeights } from '../trainer/firstWeights.ts';
import golden from '../trainer/onnx/fixtures/golden.json' with { type: 'json' };
import goldenTokens from '../trainer/onnx/fixtures/goldenTokens.json' with { type: 'json' };
import { writeLlamaOnnx } from '../trainer/onnx/writeLlama.ts';
import { answerOne } from './answerMany.ts';
import { MODELS, readCard } from './bundledModels.ts';
import { Decoder, MOST_LOGIT_BYTES } from './decoder.ts';
import type { LoadedModel } from './loadedModel.ts';
import { loadModel } from './loadModel.ts';
import { configureRuntime } from './runtime.ts';
import { floatsOf, int64, tensorsOf } from './tensors.ts';
import { failureCode, messagesOf, openEngine, tinyRef, unwatched, valueOf } from './tinyModels.ts';

const hub = inject('fakeHub');
const runtime = `${location.origin}/ort/`;
const never = new AbortController().signal;
/** Nats: other shapes of the same multiplications add in another order. */
const TOLERANCE = 1e-4;
const PATIENCE_MS = 300_000;

let loaded: LoadedModel | null = null;
afterEach(async () => {
  await loaded?.model.dispose();
  loaded = null;
});

/** As many tokens as Qwen3 has. */
const WIDE: ModelShape = {
  vocabSize: 151_936,
  hidden: 16,
  layers: 1,
  heads: 1,
  kvHeads: 1,
  headDim: 16,
  mlp: 16,
  maxPositions: 1024,
  ropeTheta: 10_000,
  rmsEps: 1e-5,
};
const FAR = { content: '<|far|>', id: 151_900 };

/** A random model of a large vocabulary, written in this page; the tokeniser is the tiny one's with a far token. */
async function loadWide(): Promise<LoadedModel> {
  configureRuntime(runtime);
  const file = writeLlamaOnnx(WIDE, firstWeights(WIDE, weightSpecs(WIDE), 'wide'));
  env.fetch = (url) =>
    Promise.resolve(
      String(url).endsWith('model.onnx') ? new Response(file) : new Response(null, { status: 404 }),
    );
  const config = new PretrainedConfig({
    model_type: 'llama',
    num_hidden_layers: WIDE.layers,
    num_key_value_heads: WIDE.kvHeads,
  });
  const model = await LlamaForCausalLM.from_pretrained('wide', {
    config,
    device: 'wasm',
    dtype: 'fp32',
  });
  const ref = tinyRef('wide', 'wasm');
  return {
    ref,
    model,
    tokenizer: await wideTokenizer(),
    decoder: new Decoder(model, WIDE.vocabSize),
    endTokens: new Set(),
    tokenizerHash: '',
    contextLength: WIDE.maxPositions,
    vocabulary: WIDE.vocabSize,
    info: { key: 'wide', hardware: '', runtime: '', loadMs: 0, commit: '', bytes: file.length },
  };
}

async function wideTokenizer(): Promise<PreTrainedTokenizer> {
  const read = async (name: string): Promise<unknown> =>
    await (await fetch(`${hub}onnx-community/tiny-golden/resolve/main/${name}`)).json();
  const tokenizer = v.parse(tokenizerSchema, await read('tokenizer.json'));
  const added = v.parse(v.array(v.unknown()), tokenizer['added_tokens']);
  const flags = { single_word: false, lstrip: false, rstrip: false, normalized: false };
  const wide = { ...tokenizer, added_tokens: [...added, { ...FAR, ...flags, special: false }] };
  const config = v.parse(tokenizerConfigSchema, await read('tokenizer_config.json'));
  return new PreTrainedTokenizer(wide, config);
}

/** Every value of the logits at each token's position, from one forward over everything. */
async function allLogits(
  { model }: LoadedModel,
  ids: readonly number[],
  scored: number,
): Promise<Float32Array[]> {
  const outputs: unknown = await model.forward({
    input_ids: int64(ids, [1, ids.length]),
    attention_mask: int64(Array<number>(ids.length).fill(1), [1, ids.length]),
    num_logits_to_keep: int64([scored + 1], []),
  });
  const logits = tensorsOf(outputs).get('logits');
  if (logits === undefined) throw new Error('The model gave no logits.');
  const data = floatsOf(logits);
  const width = data.length / (scored + 1);
  return Array.from({ length: scored }, (_, at) => data.subarray(at * width, (at + 1) * width));
}

/**
 * Compares a reply with the logits by the definitions, which the engine does not compute by: -Σ p ln p, counts, a sort.
 * Where logits are so near to each other that rounding may swap them, a rank may lie anywhere among them.
 */
function expectReading(
  reply: LogprobsReply,
  rows: readonly Float32Array[],
  ids: readonly number[],
  stride = 1,
): void {
  expect(reply.logprobs).toHaveLength(rows.length);
  for (const [at, row] of rows.entries()) {
    // A long row takes a while to sort.
    if (at % stride !== 0 && at !== rows.length - 1) continue;
    const token = ids[at] ?? -1;
    const own = row[token] ?? NaN;
    const max = row.reduce((most, logit) => Math.max(most, logit), -Infinity);
    let total = 0;
    for (const logit of row) total += Math.exp(logit - max);
    let entropy = 0;
    let surelyAbove = 0;
    let maybeAbove = 0;
    for (const logit of row) {
      const p = Math.exp(logit - max) / total;
      if (p > 0) entropy -= p * Math.log(p);
      if (logit > own + TOLERANCE) surelyAbove += 1;
      if (logit > own - TOLERANCE) maybeAbove += 1;
    }
    expect(
      Math.abs((reply.logprobs[at] ?? NaN) - Math.log(Math.exp(own - max) / total)),
    ).toBeLessThan(TOLERANCE);
    expect(Math.abs((reply.distribution?.entropies[at] ?? NaN) - entropy)).toBeLessThan(TOLERANCE);
    const rank = reply.distribution?.ranks[at] ?? NaN;
    expect(rank).toBeGreaterThanOrEqual(1 + surelyAbove);
    expect(rank).toBeLessThanOrEqual(Math.max(1, maybeAbove));
    const top = reply.top?.[at] ?? [];
    const best = Float32Array.from(row).sort().reverse().subarray(0, top.length);
    for (const [place, { id, logprob }] of top.entries()) {
      const want = (best[place] ?? NaN) - max - Math.log(total);
      expect(Math.abs(logprob - want)).toBeLessThan(TOLERANCE);
      expect(Math.abs((row[id ?? -1] ?? NaN) - (best[place] ?? NaN))).toBeLessThan(TOLERANCE);
    }
  }
}

/** Everything that can be asked of a text. */
function askAll(loadedModel: LoadedModel, content: string, continuation: string): LogprobsCall {
  const messages = [{ role: 'user', content }] as const;
  return {
    kind: 'logprobs',
    model: loadedModel.ref,
    messages,
    continuation,
    distribution: true,
    topK: 5,
  };
}

/** Tokens of prompt and continuation, and how many of them are the continuation's. */
function tokensOf(
  { tokenizer }: LoadedModel,
  call: LogprobsCall,
): { ids: number[]; scored: number } {
  const messages = call.messages.map(({ role, content }) => ({ role, content }));
  const text = tokenizer.apply_chat_template(messages, {
    tokenize: false,
    add_generation_prompt: true,
  });
  const ids = tokenizer.encode(text + call.continuation, { add_special_tokens: false });
  const before = tokenizer.encode(text, { add_special_tokens: false });
  return { ids, scored: ids.length - before.length };
}

test(
  'a long continuation over a large vocabulary is read in pieces that fit a budget',
  async () => {
    loaded = await loadWide();
    const random = createRandom('letters');
    const words = ['the', 'yes', 'no', 'a', 'in', 'q', 'zx', FAR.content, '7', 'er'];
    const continuation = Array.from({ length: 340 }, () => random.pick(words)).join(' ');
    const call = askAll(loaded, 'is it so?', continuation);
    const { ids, scored } = tokensOf(loaded, call);
    expect(scored).toBeGreaterThan(550);
    expect(ids.filter((id) => id === FAR.id).length).toBeGreaterThan(20);

    const startMs = performance.now();
    const reply = await answerOne(loaded, call, never);
    const ms = performance.now() - startMs;
    const { largestLogitBytes, logitBytes, forwards } = loaded.decoder?.counts ?? {};
    const whole = (scored + 1) * WIDE.vocabSize * Float32Array.BYTES_PER_ELEMENT;
    console.warn(
      `${String(scored)} tokens x ${String(WIDE.vocabSize)}: ${String(forwards)} forwards in ${ms.toFixed(0)} ms, ` +
        `largest ${String(largestLogitBytes)} of ${String(whole)} bytes`,
    );
    expect(largestLogitBytes).toBeLessThanOrEqual(MOST_LOGIT_BYTES);
    expect(largestLogitBytes).toBeLessThan(whole / 10);
    // All were read all the same: each but the last token's own position once.
    expect(logitBytes).toBe(scored * WIDE.vocabSize * Float32Array.BYTES_PER_ELEMENT);

    expect(reply.tokens).toHaveLength(scored);
    expect(reply.tokens.join('')).toBe(continuation);
    expectReading(reply, await allLogits(loaded, ids, scored), ids.slice(-scored), 23);
  },
  PATIENCE_MS,
);

test(
  'the size of the pieces changes nothing',
  async () => {
    loaded = await loadWide();
    const call = askAll(loaded, 'is it so?', ' yes it is the one in the hat.');
    const whole = await answerOne(loaded, call, never);
    const row = WIDE.vocabSize * Float32Array.BYTES_PER_ELEMENT;
    for (const rows of [1, 3]) {
      const decoder = new Decoder(loaded.model, WIDE.vocabSize, rows * row);
      const pieces = await answerOne({ ...loaded, decoder }, call, never);
      expect(decoder.counts.largestLogitBytes).toBe(rows * row);
      expect(pieces.tokens).toEqual(whole.tokens);
      for (const [at, logprob] of whole.logprobs.entries()) {
        expect(Math.abs(logprob - (pieces.logprobs[at] ?? NaN))).toBeLessThan(TOLERANCE);
        const [entropy = NaN, other = NaN] = [whole, pieces].map(
          ({ distribution }) => distribution?.entropies[at],
        );
        expect(Math.abs(entropy - other)).toBeLessThan(TOLERANCE);
      }
    }
    // A label is read in pieces too.
    const label = ' yes it is the one';
    const asked = {
      kind: 'choose',
      model: loaded.ref,
      messages: call.messages,
      labels: [label, ' no'],
    } as const;
    const decoder = new Decoder(loaded.model, WIDE.vocabSize, 2 * row);
    const chosen = await answerOne({ ...loaded, decoder }, asked, never);
    expect(decoder.counts.largestLogitBytes).toBe(2 * row);
    const alone = await answerOne(loaded, askAll(loaded, 'is it so?', label), never);
    const sum = alone.logprobs.reduce((total, logprob) => total + logprob, 0);
    expect(Math.abs((chosen.logprobs[0] ?? NaN) - sum)).toBeLessThan(TOLERANCE);
    expect(chosen.labelTokens?.[0]).toBe(alone.tokens.length);
  },
  PATIENCE_MS,
);

test(
  'a shipped model is read as its own logits say',
  async () => {
    configureRuntime(runtime);
    const card = await readCard('student-small');
    const revision = weightsFileOf(card.files, 'fp32')?.sha256 ?? '';
    const ref = {
      source: 'bundled',
      id: card.id,
      revision,
      dtype: 'fp32',
      device: 'wasm',
    } as const;
    const files = filesForFormat(card.files, 'fp32');
    loaded = await loadModel(ref, null, { hub, runtime, models: MODELS }, unwatched({ files }));
    const call = askAll(
      loaded,
      'He was admitted with chest pain. He takes 5 mg of warfarin. Is there a fever?',
      'no fever was seen, and the ferritin of 12 was low',
    );
    const { ids, scored } = tokensOf(loaded, call);
    // Two positions at a time.
    const { vocabSize } = card.shape;
    const decoder = new Decoder(loaded.model, vocabSize, 2 * vocabSize * 4);
    const reply = await answerOne({ ...loaded, decoder }, call, never);
    expect(decoder.counts.largestLogitBytes).toBe(2 * vocabSize * 4);
    expect(scored).toBeGreaterThan(8);
    expectReading(reply, await allLogits(loaded, ids, scored), ids.slice(-scored));
  },
  PATIENCE_MS,
);

test('entropy, rank and the likeliest tokens are what torch gives', async () => {
  const engine = openEngine(hub);
  const chat = tinyRef('tiny-golden', 'wasm');
  try {
    valueOf(await engine.load(chat, unwatched()));
    const call: LogprobsCall = {
      kind: 'logprobs',
      model: chat,
      messages: messagesOf(golden.chat.messages),
      continuation: golden.chat.continuation.text,
    };
    const plain = valueOf(await engine.logprobs(call, never));
    expect(plain).not.toHaveProperty('distribution');
    expect(plain).not.toHaveProperty('top');
    const reply = valueOf(await engine.logprobs({ ...call, distribution: true, topK: 4 }, never));
    const { entropies, ranks, top } = goldenTokens.continuation;
    expect(reply.distribution?.ranks).toEqual(ranks);
    for (const [at, entropy] of entropies.entries()) {
      expect(Math.abs((reply.distribution?.entropies[at] ?? NaN) - entropy)).toBeLessThan(1e-3);
    }
    expect(reply.top?.map((place) => place.map(({ id }) => id))).toEqual(
      top.map((place) => place.map(({ id }) => id)),
    );
    for (const [at, place] of top.entries()) {
      for (const [index, { logprob, text }] of place.entries()) {
        const got = reply.top?.[at]?.[index];
        expect(Math.abs((got?.logprob ?? NaN) - logprob)).toBeLessThan(1e-3);
        expect(got?.text).toBe(text);
      }
    }
    for (const topK of [0, MOST_TOP_TOKENS + 1, 1.5]) {
      expect(failureCode(await engine.logprobs({ ...call, topK }, never))).toBe('unsupported-call');
    }
  } finally {
    await engine.release();
  }
});
