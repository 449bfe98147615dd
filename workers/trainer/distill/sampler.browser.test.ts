import { defaultDevice, init } from '@jax-js/jax';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/random.ts';
import { tablesToDevice, weightsToDevice } from '../deviceBatch.ts';
import { textLogits } from '../logits.ts';
import { strongWeights, TINY_SHAPE } from '../testing.ts';
import { Sampler, type Writing } from './sampler.ts';
import { Scorer } from './scorer.ts';
import { layOutTexts } from './textBatch.ts';

const { vocabSize } = TINY_SHAPE;
const PROMPTS = [
  [5, 9, 33, 12, 8],
  [7, 41],
  [20, 21, 22, 23, 24, 25, 26],
];
const weights = weightsToDeviceOnce();

function weightsToDeviceOnce() {
  let onDevice: ReturnType<typeof weightsToDevice> | undefined;
  return () => (onDevice ??= weightsToDevice(strongWeights()));
}

function write(sampler: Sampler, prompts: readonly (readonly number[])[], how: Partial<Writing>) {
  const tables = tablesToDevice(TINY_SHAPE);
  return sampler.write(weights(), tables, prompts, {
    mostTokens: 12,
    randoms: null,
    temperature: 1,
    keepLogits: true,
    ...how,
  });
}

const randoms = (seed: string) => PROMPTS.map((_, row) => createRandom(`${seed}/${String(row)}`));

beforeAll(async () => {
  await init('wasm');
  defaultDevice('wasm');
});

describe('replies written side by side', () => {
  it('come from the logits of each text read by itself', async () => {
    const sampler = new Sampler(TINY_SHAPE, 4, 8, 12);
    const written = await write(sampler, PROMPTS, { randoms: randoms('a') });
    expect(new Set(written.map(({ tokens }) => tokens.join())).size).toBe(PROMPTS.length);
    for (const [row, { tokens, logits }] of written.entries()) {
      const prompt = PROMPTS[row] ?? [];
      const whole = await textLogits(TINY_SHAPE, strongWeights(), [...prompt, ...tokens]);
      const from = (prompt.length - 1) * vocabSize;
      const expected = whole.subarray(from, from + tokens.length * vocabSize);
      const distance = expected.reduce(
        (most, value, at) => Math.max(most, Math.abs(value - (logits?.[at] ?? Number.NaN))),
        0,
      );
      expect(distance).toBeLessThan(2e-4);
      expect(Math.max(...expected)).toBeGreaterThan(1);
    }
    sampler.dispose();
  });

  it('are the same for a seed, whatever else is written, and others for another', async () => {
    const sampler = new Sampler(TINY_SHAPE, 4, 8, 12);
    const of = async (seed: string, prompts = PROMPTS) =>
      (await write(sampler, prompts, { randoms: randoms(seed), keepLogits: false })).map(
        ({ tokens }) => tokens,
      );
    const first = await of('a');
    expect(await of('a')).toEqual(first);
    expect(await of('b')).not.toEqual(first);
    expect(await of('a', PROMPTS.slice(0, 1))).toEqual(first.slice(0, 1));
    sampler.dispose();
  });

  it('follow the distribution that they are drawn from', async () => {
    const sampler = new Sampler(TINY_SHAPE, 32, 8, 1);
    const counts = new Map<number, number>();
    const prompt = PROMPTS[0] ?? [];
    let draws = 0;
    let logits: Float32Array | null = null;
    for (let round = 0; round < 30; round += 1) {
      const written = await write(
        sampler,
        Array.from({ length: 32 }, () => prompt),
        {
          mostTokens: 1,
          temperature: 2,
          randoms: Array.from({ length: 32 }, (_, row) =>
            createRandom(`${String(round)}-${String(row)}`),
          ),
        },
      );
      for (const text of written) {
        const [token = -1] = text.tokens;
        counts.set(token, (counts.get(token) ?? 0) + 1);
        draws += 1;
        ({ logits } = text);
      }
    }
    const weightsOf = [...(logits ?? [])].map((logit) => Math.exp(logit / 2));
    const total = weightsOf.reduce((sum, weight) => sum + weight, 0);
    for (const [token, weight] of weightsOf.entries()) {
      const share = weight / total;
      const spread = Math.sqrt((share * (1 - share)) / draws);
      expect(Math.abs((counts.get(token) ?? 0) / draws - share)).toBeLessThan(4.5 * spread + 1e-3);
    }
    sampler.dispose();
  });

  it('stop at their end mark and at the limit', async () => {
    const sampler = new Sampler(TINY_SHAPE, 32, 8, 12);
    const prompts = Array.from({ length: 32 }, (_, row) => [4 + row, 9]);
    const written = await write(sampler, prompts, {
      randoms: prompts.map((_, row) => createRandom(`end-${String(row)}`)),
      temperature: 4,
    });
    expect(written.some(({ ended }) => ended)).toBe(true);
    for (const { tokens, ended } of written) {
      expect(tokens.indexOf(0)).toBe(ended ? tokens.length - 1 : -1);
      if (!ended) expect(tokens).toHaveLength(12);
    }
    sampler.dispose();
  });

  it('refuses what has no room', async () => {
    const sampler = new Sampler(TINY_SHAPE, 1, 4, 12);
    await expect(write(sampler, PROMPTS, {})).rejects.toThrow(RangeError);
    sampler.dispose();
  });
});

describe('given replies', () => {
  it('are scored as each text by itself', async () => {
    const texts = PROMPTS.map((prompt, row) => ({ prompt, reply: [3 + row, 30, 17].slice(row) }));
    const batch = layOutTexts(texts, 8, 4);
    const scorer = new Scorer(TINY_SHAPE);
    const logits = await scorer.logits(weights(), tablesToDevice(TINY_SHAPE), batch);
    for (const [row, { prompt, reply }] of texts.entries()) {
      const whole = await textLogits(TINY_SHAPE, strongWeights(), [...prompt, ...reply]);
      for (let at = 0; at < reply.length; at += 1) {
        const site = row * 4 + at;
        const got = logits.subarray(site * vocabSize, (site + 1) * vocabSize);
        const from = (prompt.length - 1 + at) * vocabSize;
        got.forEach((value, token) => {
          expect(Math.abs(value - (whole[from + token] ?? Number.NaN))).toBeLessThan(2e-4);
        });
      }
    }
    scorer.dispose();
  });
});
