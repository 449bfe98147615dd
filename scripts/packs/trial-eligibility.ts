import { buildTestItems } from '../../src/core/packs/generators/eligibility/testItems.ts';
import { drawTraining } from '../../src/core/packs/generators/eligibility/training.ts';
import type { ShippedPack } from './shippedPack.ts';

export const pack: ShippedPack = {
  about: {
    id: 'trial-eligibility',
    title: 'Trial eligibility in two registers',
    kind: 'trial-eligibility',
    version: '1.0.0',
    licence: 'CC-BY-4.0',
    authors: ['Benchside contributors'],
    description:
      'Synthetic patients of four to eight sentences, each told twice: in clinical and in everyday words. For one criterion of a trial: does the patient meet it, and which sentences decide it? Conditions, medicines, ages, labs and ways of living, with traps such as a relative’s disease or a planned medicine.',
    language: 'en',
    split: 'test',
    generator: {
      path: 'src/core/packs/generators/eligibility/testItems.ts',
      seed: 'eligibility-test-001 and on, one a patient',
    },
    doubt:
      'The everyday words are the authors’ choice and all of them occur in the training split, in other sentences, so a small difference between the registers shows that a model learnt this word list, not that it understands patients.',
  },
  items: buildTestItems,
  trainingReplies: (random) => drawTraining(random).questions.map(({ reply }) => reply),
};
