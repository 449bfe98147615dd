import { buildTestItems } from '../../src/core/packs/generators/entities/testItems.ts';
import { drawTraining } from '../../src/core/packs/generators/entities/training.ts';
import type { ShippedPack } from './shippedPack.ts';

export const pack: ShippedPack = {
  about: {
    id: 'entity-spans',
    title: 'Entity spans',
    kind: 'entity-spans',
    version: '1.0.0',
    licence: 'CC-BY-4.0',
    authors: ['Benchside contributors'],
    description:
      'Short synthetic notes in which every disorder, drug, procedure and lab is to be listed: names known from training, names held out of it, names of several words, and everyday words that look like names, such as an iron gate.',
    language: 'en',
    split: 'test',
    generator: {
      path: 'src/core/packs/generators/entities/testItems.ts',
      seed: 'entities-test- and the item’s id, one a note',
    },
    doubt:
      'Nine names in ten are the ones that the bundled models learnt, in other sentences of the same words, so a high score shows that a model learnt a list and its sentences, not that it reads clinical notes.',
  },
  items: buildTestItems,
  trainingReplies: (random) => drawTraining(random).questions.map(({ reply }) => reply),
};
