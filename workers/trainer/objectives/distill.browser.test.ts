import { defaultDevice, init, jit, tree, valueAndGrad } from '@jax-js/jax';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LossTerms } from '../../../src/core/distill/rollout.ts';
import { termsLoss } from '../../../src/core/distill/termsLoss.ts';
import { weightSpecs, type Weights } from '../../../src/core/models/shape.ts';
import { createRandom } from '../../../src/core/random.ts';
import { tablesToDevice, weightsToDevice } from '../deviceBatch.ts';
import { Scorer } from '../distill/scorer.ts';
import { layOutTexts, sharesBySite } from '../distill/textBatch.ts';
import type { DeviceTables, DeviceWeights } from '../forward.ts';
import { readFloats } from '../readArray.ts';
import { strongWeights, TINY_SHAPE } from '../testing.ts';
import type { DeviceRecord } from '../trainStep.ts';
import { distillObjective } from './distill.ts';

const { vocabSize } = TINY_SHAPE;
const REPLY = 5;
const TEXTS = [
  { prompt: [5, 9, 33, 12, 8], reply: [4, 17, 22, 9, 0] },
  { prompt: [7, 41], reply: [30, 0] },
  { prompt: [20, 21, 22], reply: [50, 51, 52] },
];
const batch = layOutTexts(TEXTS, 6, REPLY);

function shares(seed: string): Float64Array[] {
  const random = createRandom(seed);
  return TEXTS.map(({ reply }) => Float64Array.from(reply, () => random.next() - 0.3));
}

const TERMS: Readonly<Record<string, LossTerms>> = {
  likelihood: { divergence: null, divergenceShares: null, likelihoodShares: shares('l') },
  'reverse KL': {
    divergence: { kind: 'reverse', beta: 0 },
    divergenceShares: shares('r'),
    likelihoodShares: null,
  },
  'forward KL': {
    divergence: { kind: 'forward', beta: 0 },
    divergenceShares: shares('f'),
    likelihoodShares: null,
  },
  'JSD and likelihood': {
    divergence: { kind: 'jsd', beta: 0.3 },
    divergenceShares: shares('j'),
    likelihoodShares: shares('k'),
  },
};

function modelWeights(seed: string): Weights {
  const random = createRandom(seed);
  const all = strongWeights();
  return new Map(
    weightSpecs(TINY_SHAPE).map(({ name }) => {
      const tensor = all.get(name);
      if (tensor === undefined) throw new Error(`the tiny model has ${name}`);
      const data = tensor.data.map((value) => value * (0.7 + 0.6 * random.next()));
      return [name, { shape: tensor.shape, data }];
    }),
  );
}

const student = modelWeights('student');
let teacherLogits = new Float32Array();

async function logitsOf(weights: Weights): Promise<Float32Array<ArrayBuffer>> {
  const scorer = new Scorer(TINY_SHAPE);
  const onDevice = weightsToDevice(weights);
  const logits = await scorer.logits(onDevice, tablesToDevice(TINY_SHAPE), batch);
  tree.dispose(onDevice);
  scorer.dispose();
  return logits;
}

/** The loss of a model by formula, in float64 over logits that the device read. */
async function lossByFormula(terms: LossTerms, weights: Weights): Promise<number> {
  const own = await logitsOf(weights);
  const rows = (all: Float32Array, row: number, count: number): Float32Array =>
    all.subarray(row * REPLY * vocabSize, (row * REPLY + count) * vocabSize);
  const texts = TEXTS.map(({ reply }, row) => ({
    tokens: reply,
    student: rows(own, row, reply.length),
    teacher: rows(teacherLogits, row, reply.length),
  }));
  return termsLoss(terms, texts, vocabSize).loss;
}

async function onDevice(terms: LossTerms) {
  const objective = distillObjective(TINY_SHAPE, terms.divergence);
  const gradient = jit((weights: DeviceWeights, record: DeviceRecord, tables: DeviceTables) =>
    valueAndGrad((w: DeviceWeights, b: DeviceRecord, t: DeviceTables) => objective.loss(w, b, t))(
      weights,
      record,
      tables,
    ),
  );
  const [loss, byName] = gradient(
    weightsToDevice(student),
    objective.toDevice({
      ...batch,
      teacherLogits: terms.divergence === null ? null : teacherLogits,
      divergenceShares: sharesBySite(batch, terms.divergenceShares),
      likelihoodShares: sharesBySite(batch, terms.likelihoodShares),
    }),
    tablesToDevice(TINY_SHAPE),
  );
  const [value = Number.NaN] = await readFloats(loss);
  const gradients = new Map<string, Float32Array>();
  for (const [name, array] of Object.entries(byName)) gradients.set(name, await readFloats(array));
  gradient.dispose();
  return { value, gradients };
}

beforeAll(async () => {
  await init('wasm');
  defaultDevice('wasm');
  teacherLogits = await logitsOf(modelWeights('teacher'));
});

describe.each(Object.entries(TERMS))('%s on the device', (_, terms) => {
  it('is the loss by formula', async () => {
    const { value } = await onDevice(terms);
    const expected = await lossByFormula(terms, student);
    expect(Math.abs(expected)).toBeGreaterThan(0.01);
    expect(Math.abs(value - expected) / Math.abs(expected)).toBeLessThan(1e-4);
  });

  it('has the gradient that moving the weights shows', async () => {
    const { gradients } = await onDevice(terms);
    const size = Math.hypot(...[...gradients.values()].map((values) => Math.hypot(...values)));
    // Along the gradient itself, so that float32 is far finer than what is compared.
    const moved = (by: number): Weights =>
      new Map(
        [...student].map(([name, { shape, data }]) => {
          const along = gradients.get(name);
          return [name, { shape, data: data.map((x, i) => x + (by * (along?.[i] ?? 0)) / size) }];
        }),
      );
    const reach = 2e-3;
    const ahead = await lossByFormula(terms, moved(reach));
    const behind = await lossByFormula(terms, moved(-reach));
    const slope = (ahead - behind) / (2 * reach);
    expect(Math.abs(slope - size) / size).toBeLessThan(2e-3);
  });
});
