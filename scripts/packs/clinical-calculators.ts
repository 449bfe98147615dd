import { drawTraining } from '../../src/core/packs/generators/calculators/drawTraining.ts';
import { buildTestItems } from '../../src/core/packs/generators/calculators/testItems.ts';
import type { ShippedPack } from './shippedPack.ts';

export const pack: ShippedPack = {
  about: {
    id: 'clinical-calculators',
    title: 'Clinical calculators',
    kind: 'numeric-answers',
    version: '1.0.0',
    licence: 'CC-BY-4.0',
    authors: ['Benchside contributors'],
    description:
      'Formulas used at the bedside, told in words together with the numbers to put in: 25 calculators from one operation on whole numbers to several on decimals. The answer is a number, right within a tolerance that each item states.',
    language: 'en',
    split: 'test',
    generator: {
      path: 'src/core/packs/generators/calculators/testItems.ts',
      seed: 'calculators-test-1/ and the stratum',
    },
    doubt:
      'Training and test share calculators and small numbers, in other sentence frames, so a bundled model may have learnt a table rather than to calculate; no real note has a formula beside its numbers.',
  },
  items: buildTestItems,
  trainingReplies: (random) => drawTraining(random).questions.map(({ reply }) => reply),
};
