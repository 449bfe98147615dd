import { buildTestItems } from '../../src/core/packs/generators/noteErrors/testItems.ts';
import { drawTraining } from '../../src/core/packs/generators/noteErrors/training.ts';
import type { ShippedPack } from './shippedPack.ts';

export const pack: ShippedPack = {
  about: {
    id: 'note-errors',
    title: 'Note errors',
    kind: 'note-errors',
    version: '1.0.0',
    licence: 'CC-BY-4.0',
    authors: ['Benchside contributors'],
    description:
      'Short synthetic notes whose first sentence is right. In half of them one sentence contradicts it in the sex, side, dose, drug, day or age: which one, and what should it say? Each wrong note has a right twin.',
    language: 'en',
    split: 'test',
    generator: {
      path: 'src/core/packs/generators/noteErrors/testItems.ts',
      seed: 'note-errors-test- and the cluster’s id, one a pair of notes',
    },
    doubt:
      'Every error is a contradiction within a note of few sentence frames, so a high score shows that a model compares sentences, not that it finds the mistakes that clinicians make.',
  },
  items: buildTestItems,
  trainingReplies: (random) => drawTraining(random).questions.map(({ reply }) => reply),
};
