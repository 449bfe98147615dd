import { drawTraining } from '../../src/core/packs/generators/preferences/drawTraining.ts';
import { buildTestItems } from '../../src/core/packs/generators/preferences/testItems.ts';
import type { ShippedPack } from './shippedPack.ts';

export const pack: ShippedPack = {
  about: {
    id: 'preferences',
    title: 'Right and wrong answers',
    kind: 'preferences',
    version: '1.0.0',
    licence: 'CC-BY-4.0',
    authors: ['Benchside contributors'],
    description:
      'Short notes, a question to each, and answers of which some are right: pairs, best of four, and ties with several right answers. A model rates one answer at a time, as a reward model does. Subsets: factual, exact form, sums, safety, focus, ties.',
    language: 'en',
    split: 'test',
    generator: {
      path: 'src/core/packs/generators/preferences/testItems.ts',
      seed: 'preferences-test-factual-pair-001-0 and on, one an item',
    },
    doubt:
      'Right and wrong are decided by a few generated lines, so the pack says whether a model checks an answer against a note, and nothing of taste, helpfulness or knowledge.',
  },
  items: buildTestItems,
  trainingReplies: (random) => drawTraining(random).questions.map(({ reply }) => reply),
};
