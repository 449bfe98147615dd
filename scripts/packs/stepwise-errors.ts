import { drawTraining } from '../../src/core/packs/generators/stepwise/drawTraining.ts';
import { buildTestItems } from '../../src/core/packs/generators/stepwise/testItems.ts';
import type { ShippedPack } from './shippedPack.ts';

export const pack: ShippedPack = {
  about: {
    id: 'stepwise-errors',
    title: 'Stepwise errors',
    kind: 'stepwise-errors',
    version: '1.0.0',
    licence: 'CC-BY-4.0',
    authors: ['Benchside contributors'],
    description:
      'Short problems about doses, supplies and times, each with a numbered solution of 3 to 7 steps. Two in three solutions hold a first mistake of a known kind: a wrong sum or product, a number copied or carried over wrongly, a wrong operation, a wrong thing counted. Which step is the first wrong one, if any?',
    language: 'en',
    split: 'test',
    generator: {
      path: 'src/core/packs/generators/stepwise/testItems.ts',
      seed: 'test-stepwise-1 and on, one a draw',
    },
    doubt:
      'A program drew the mistakes, one a solution and of six kinds that training shows too, so a score says little about mistakes of other kinds or of models’ own.',
  },
  items: buildTestItems,
  trainingReplies: (random) => drawTraining(random).questions.map(({ reply }) => reply),
};
