import { defaultDevice, init, tree } from '@jax-js/jax';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  packGroups,
  type EncodedGroup,
  type PackedBatch,
} from '../../src/core/models/zoo/packing.ts';
import { trainedSpecs } from '../../src/core/models/zoo/conceptHead.ts';
import { decodeCheckpoint, encodeCheckpoint, zeroMoments, type Checkpoint } from './checkpoint.ts';
import { tablesToDevice, toDevice, weightsToDevice } from './deviceBatch.ts';
import { firstWeights } from './firstWeights.ts';
import { randomGroups, strongWeights, TINY_SHAPE } from './testing.ts';
import { textLogits } from './logits.ts';
import { readFloats } from './readArray.ts';
import { createRandom } from '../../src/core/random.ts';
import { packTexts } from '../../src/core/models/zoo/pairBatches.ts';
import { contrastiveObjective } from './objectives/contrastive.ts';
import { languageObjective, makeGradient } from './objectives/language.ts';
import { EvaluatedSession } from './evaluatedSession.ts';

const SPECS = trainedSpecs(TINY_SHAPE);

const PACKING = { length: 48, sites: 12, trunkWeight: 0, headSites: 16, guideSites: 12 };
const OPTIMISER = { beta1: 0.9, beta2: 0.95, eps: 1e-8, weightDecay: 0.1, clipNorm: 1 };
const SCHEDULE = { peakRate: 1e-2, warmupSteps: 2, totalSteps: 20, floor: 0.1 };

function pack(groups: readonly EncodedGroup[], rows: number, headWeight = 0): PackedBatch {
  const { batch, droppedBranches } = packGroups(
    groups,
    { ...PACKING, rows, headWeight, guideWeight: headWeight },
    () => 0,
  );
  expect(droppedBranches).toBe(0);
  return batch;
}

async function lossAndGradient(batch: PackedBatch, weights = strongWeights()) {
  const gradient = makeGradient(TINY_SHAPE);
  const [loss, byName] = gradient(
    weightsToDevice(weights),
    toDevice(batch),
    tablesToDevice(TINY_SHAPE),
  );
  const [value = Number.NaN] = await readFloats(loss);
  const gradients = new Map<string, Float32Array>();
  for (const [name, array] of Object.entries(byName)) gradients.set(name, await readFloats(array));
  gradient.dispose();
  return { loss: value, gradients };
}

function freshStart(): Checkpoint {
  return {
    weights: firstWeights(TINY_SHAPE, SPECS, 'test'),
    first: zeroMoments(SPECS),
    second: zeroMoments(SPECS),
    progress: { step: 0, tokens: 0, seconds: 0 },
  };
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((most, value, index) => Math.max(most, Math.abs(value - (b[index] ?? 0))), 0);
}

beforeAll(async () => {
  await init('wasm');
  defaultDevice('wasm');
});

describe('a packed batch', () => {
  it('has the loss and the gradient of its texts one by one', async () => {
    const groups = randomGroups('packed');
    const apart = groups.flatMap(({ trunk, branches }) =>
      branches.map((branch): EncodedGroup => ({
        trunk,
        task: 'alone',
        sentences: [],
        branches: [branch],
      })),
    );
    // All groups in one row against a row for each question.
    const packed = await lossAndGradient(pack(groups, 1));
    const separate = await lossAndGradient(pack(apart, apart.length));
    expect(packed.loss).toBeCloseTo(separate.loss, 5);
    expect(packed.loss).toBeGreaterThan(1);
    for (const [name, values] of packed.gradients) {
      const other = separate.gradients.get(name) ?? new Float32Array();
      expect(largestDifference(values, other), name).toBeLessThan(1e-4);
    }
  });

  it('has a finite loss and gradient where attention scores pass what exp can hold', async () => {
    const weights = strongWeights();
    for (const [name, { data }] of weights) {
      if (/\.[qk]$/.test(name)) data.forEach((value, index) => (data[index] = value * 12));
    }
    const batch = pack(randomGroups('large scores'), 1);
    const { loss, gradients } = await lossAndGradient(batch, weights);
    expect(loss).toBeLessThan(30);
    for (const [name, values] of gradients) expect(values.every(Number.isFinite), name).toBe(true);
  });

  it('has the loss that the logits of plain texts give', async () => {
    const groups = randomGroups('logits');
    const { loss } = await lossAndGradient(pack(groups, 1));
    let weighted = 0;
    let weights = 0;
    for (const { trunk, branches } of groups) {
      for (const { question, reply } of branches) {
        const ids = [...trunk, ...question, ...reply];
        const logits = await textLogits(TINY_SHAPE, strongWeights(), ids);
        let sum = 0;
        for (let at = ids.length - reply.length; at < ids.length; at++) {
          const row = logits.subarray((at - 1) * TINY_SHAPE.vocabSize, at * TINY_SHAPE.vocabSize);
          const logSum = Math.log(row.reduce((total, value) => total + Math.exp(value), 0));
          sum += logSum - (row[ids[at] ?? 0] ?? Number.NaN);
        }
        // A reply of n tokens weighs sqrt(n), shared evenly among them.
        weighted += sum / Math.sqrt(reply.length);
        weights += Math.sqrt(reply.length);
      }
    }
    expect(loss).toBeCloseTo(weighted / weights, 4);
  });
});

describe('the gradient', () => {
  it('is the slope of the loss', async () => {
    const batch = pack(randomGroups('slope'), 1, 1);
    const { gradients } = await lossAndGradient(batch);
    const lossWith = async (name: string, index: number, change: number) => {
      const weights = strongWeights();
      const { data } = weights.get(name) ?? { data: new Float32Array() };
      data[index] = (data[index] ?? 0) + change;
      const gradient = makeGradient(TINY_SHAPE);
      const [loss, rest] = gradient(
        weightsToDevice(weights),
        toDevice(batch),
        tablesToDevice(TINY_SHAPE),
      );
      tree.dispose(rest);
      const [value = Number.NaN] = await readFloats(loss);
      gradient.dispose();
      return value;
    };
    for (const name of [
      'layers.0.q',
      'layers.0.k',
      'layers.0.down',
      'layers.1.v',
      'layers.1.gate',
      'final_norm',
      'concept_head.norm',
      'concept_head.classes',
    ]) {
      const slope = gradients.get(name) ?? new Float32Array();
      const index = slope.reduce(
        (best, value, i) => (Math.abs(value) > Math.abs(slope[best] ?? 0) ? i : best),
        0,
      );
      const step = 1e-2;
      const measured =
        ((await lossWith(name, index, step)) - (await lossWith(name, index, -step))) / (2 * step);
      const expected = slope[index] ?? 0;
      expect(Math.abs(measured - expected), name).toBeLessThan(0.05 * Math.abs(expected) + 1e-3);
    }
  });
});

describe('a training', () => {
  it('lowers the loss', async () => {
    const session = new EvaluatedSession(
      TINY_SHAPE,
      languageObjective(TINY_SHAPE),
      SCHEDULE,
      OPTIMISER,
      freshStart(),
    );
    const batch = pack(randomGroups('learn'), 1);
    const losses: number[] = [];
    for (let i = 0; i < 20; i++) losses.push((await session.step(batch)).loss);
    // A guess among 61 tokens costs 4.1 nats.
    expect(losses[0]).toBeGreaterThan(3.5);
    expect(losses.at(-1)).toBeLessThan(2);
    session.dispose();
  });

  it('goes on from a checkpoint as if it had never stopped', async () => {
    const batches = Array.from({ length: 6 }, (_, i) =>
      pack(randomGroups(`resume ${String(i)}`), 1),
    );
    const whole = new EvaluatedSession(
      TINY_SHAPE,
      languageObjective(TINY_SHAPE),
      SCHEDULE,
      OPTIMISER,
      freshStart(),
    );
    for (const batch of batches) await whole.step(batch);

    const begun = new EvaluatedSession(
      TINY_SHAPE,
      languageObjective(TINY_SHAPE),
      SCHEDULE,
      OPTIMISER,
      freshStart(),
    );
    for (const batch of batches.slice(0, 3)) await begun.step(batch);
    const bytes = encodeCheckpoint(await begun.checkpoint());
    begun.dispose();
    const read = decodeCheckpoint(bytes, SPECS);
    if (!read.ok) throw new Error(read.error);
    const resumed = new EvaluatedSession(
      TINY_SHAPE,
      languageObjective(TINY_SHAPE),
      SCHEDULE,
      OPTIMISER,
      read.checkpoint,
    );
    for (const batch of batches.slice(3)) await resumed.step(batch);

    expect(resumed.progress.step).toBe(6);
    expect(resumed.progress.tokens).toBe(whole.progress.tokens);
    const a = await whole.checkpoint();
    const b = await resumed.checkpoint();
    for (const part of ['weights', 'first', 'second'] as const) {
      for (const [name, { data }] of a[part]) expect(b[part].get(name)?.data, name).toEqual(data);
    }
    whole.dispose();
    resumed.dispose();
  });

  it('says which weight of a checkpoint does not fit', () => {
    const bytes = encodeCheckpoint(freshStart());
    const read = decodeCheckpoint(bytes, trainedSpecs({ ...TINY_SHAPE, mlp: 64 }));
    expect(read).toEqual({
      ok: false,
      error: 'The checkpoint\'s "weights/layers.0.gate" is [32,48]; the recipe wants [32,64].',
    });
  });
});

describe('the contrastive objective', () => {
  const random = createRandom('pairs');
  const text = (first: number) => [first, ...Array.from({ length: 4 }, () => 4 + random.int(50))];
  /** Texts of a pair begin with the same token, and nothing else in them means anything. */
  const batch = (pairs: number) =>
    packTexts(Array.from({ length: pairs }, (_, pair) => [text(4 + pair), text(4 + pair)]).flat(), {
      rows: 2,
      length: 48,
      pairs,
    });

  it('packs texts that do not see one another, and means over their tokens', () => {
    const packed = batch(8);
    expect(packed.tokenCount).toBe(80);
    const size = packed.rows * packed.length;
    for (let at = 0; at < 16; at++) {
      const row = packed.pool.slice(at * size, (at + 1) * size);
      expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
      const groups = new Set(
        [...row.keys()].filter((i) => (row[i] ?? 0) > 0).map((i) => packed.groups[i]),
      );
      expect(groups.size).toBe(1);
    }
    expect(() => batch(10)).toThrow(RangeError);
  });

  it('brings the halves of a pair together', async () => {
    const objective = contrastiveObjective(TINY_SHAPE);
    const { specs } = objective;
    const session = new EvaluatedSession(
      TINY_SHAPE,
      objective,
      { ...SCHEDULE, totalSteps: 60 },
      OPTIMISER,
      {
        weights: firstWeights(TINY_SHAPE, specs, 'pairs'),
        first: zeroMoments(specs),
        second: zeroMoments(specs),
        progress: { step: 0, tokens: 0, seconds: 0 },
      },
    );
    const before = await session.evaluate([batch(8), batch(8)]);
    for (let step = 0; step < 60; step++) await session.step(batch(8));
    const after = await session.evaluate([batch(8), batch(8)]);
    expect(after.metrics['pair-loss']).toBeLessThan((before.metrics['pair-loss'] ?? 0) / 2);
    expect(after.metrics['finds-its-pair']).toBeGreaterThan(0.8);
    session.dispose();
  });
});
