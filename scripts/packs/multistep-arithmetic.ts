import { drawTraining } from '../../src/core/packs/generators/arithmetic/drawTraining.ts';
import { buildTestItems } from '../../src/core/packs/generators/arithmetic/testItems.ts';
import type { ShippedPack } from './shippedPack.ts';

export const pack: ShippedPack = {
  about: {
    id: 'multistep-arithmetic',
    title: 'Multi-step arithmetic',
    kind: 'multistep-arithmetic',
    version: '1.0.0',
    licence: 'CC-BY-4.0',
    authors: ['Benchside contributors'],
    description:
      'A start and 2 to 12 instructions in words, one sum each: add, subtract, multiply, halve. Each step needs the result of the one before; the reply writes every step and the answer. Numbers stay below 200.',
    language: 'en',
    split: 'test',
    generator: {
      path: 'src/core/packs/generators/arithmetic/testItems.ts',
      seed: 'test-arithmetic-1 and on, one a draw',
    },
    doubt:
      'Numbers stay below 200 and the wording has a few dozen words, so a score says how well a model chains small sums, not how well it reasons.',
  },
  items: buildTestItems,
  trainingReplies: (random) => drawTraining(random).questions.map(({ reply }) => reply),
};
