import { buildTestItems } from '../../src/core/packs/generators/consults/testItems.ts';
import { drawTraining } from '../../src/core/packs/generators/consults/training.ts';
import type { ShippedPack } from './shippedPack.ts';

export const pack: ShippedPack = {
  about: {
    id: 'consult-generated',
    title: 'Generated consults',
    kind: 'consult-rubrics',
    version: '1.0.0',
    licence: 'CC-BY-4.0',
    authors: ['Benchside contributors'],
    description:
      'Short patient messages in controlled English, each with 5 to 8 criteria of signed points tagged by axis, and a good and a flawed answer whose marks are true by construction.',
    language: 'en',
    split: 'test',
    generator: {
      path: 'src/core/packs/generators/consults/testItems.ts',
      seed: 'consult-test-cg-001 and on, one an item',
    },
    doubt:
      'A closed vocabulary of about a hundred contents in fixed frames: it shows whether a student learnt the pack’s own rules and whether a judge reads such sentences, not how either does on real questions.',
  },
  items: buildTestItems,
  trainingReplies: (random) => drawTraining(random).questions.map(({ reply }) => reply),
};
