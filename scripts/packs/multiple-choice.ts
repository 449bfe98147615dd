import { drawTraining } from '../../src/core/packs/generators/choices/drawTraining.ts';
import { buildTestItems } from '../../src/core/packs/generators/choices/testItems.ts';
import type { ShippedPack } from './shippedPack.ts';

export const pack: ShippedPack = {
  about: {
    id: 'multiple-choice',
    title: 'Multiple choice',
    kind: 'multiple-choice',
    version: '1.0.0',
    licence: 'CC-BY-4.0',
    authors: ['Benchside contributors'],
    description:
      'Short cases on dates, doses, units and the order of people, each with a question and four options, one of them right. All that is needed stands in the case, but for the days of the week and the common units. No clinical knowledge is asked for.',
    language: 'en',
    split: 'test',
    generator: {
      path: 'src/core/packs/generators/choices/testItems.ts',
      seed: 'choices-test-1/ and the stratum',
    },
    doubt:
      'The cases come from a small set of sentence frames. Training has other frames but the same words, names and tables of small numbers, so a bundled model’s score shows transfer to a paraphrase, not reasoning at large.',
  },
  items: buildTestItems,
  trainingReplies: (random) => drawTraining(random).questions.map(({ reply }) => reply),
};
