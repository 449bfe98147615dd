import type { ModelShape, Weights } from '../../src/core/models/shape.ts';
import { createRandom } from '../../src/core/random.ts';
import { trainedSpecs } from '../../src/core/models/zoo/conceptHead.ts';
import type { EncodedGroup } from '../../src/core/models/zoo/packing.ts';
import { firstWeights } from './firstWeights.ts';

/** A model small enough to compare numbers of in a test. */
export const TINY_SHAPE: ModelShape = {
  vocabSize: 61,
  hidden: 32,
  layers: 2,
  heads: 4,
  kvHeads: 2,
  headDim: 16,
  mlp: 48,
  maxPositions: 64,
  ropeTheta: 10_000,
  rmsEps: 1e-5,
};

/** Two documents of random tokens with two and three questions. */
export function randomGroups(seed: string): EncodedGroup[] {
  const random = createRandom(seed);
  const tokens = (count: number) =>
    Array.from({ length: count }, () => 4 + random.int(TINY_SHAPE.vocabSize - 4));
  const branch = (question: number, reply: number) => ({
    question: tokens(question),
    reply: tokens(reply),
    conceptClass: 1 + random.int(9),
    looksAt: Array.from({ length: reply }, () => (random.chance(0.5) ? [] : [random.int(7)])),
  });
  return [
    {
      task: 'one',
      trunk: tokens(9),
      sentences: [{ at: 4, conceptClass: 3 }],
      branches: [branch(4, 2), branch(3, 3)],
    },
    {
      task: 'two',
      trunk: tokens(7),
      sentences: [
        { at: 2, conceptClass: 0 },
        { at: 6, conceptClass: 7 },
      ],
      branches: [branch(5, 1), branch(2, 2), branch(4, 2)],
    },
  ];
}

/** First weights made large, so that attention is far from uniform and an error would show. */
export function strongWeights(): Weights {
  const weights = firstWeights(TINY_SHAPE, trainedSpecs(TINY_SHAPE), 'test');
  for (const [name, { data }] of weights) {
    const factor = name.endsWith('norm') ? 1 : /\.[qk]$/.test(name) ? 8 : 2;
    data.forEach((value, index) => (data[index] = value * factor));
  }
  return weights;
}
