import { studentGroup } from '../../src/core/models/zoo/studentExamples.ts';
import { generateNote } from '../../src/core/packs/generators/dischargeNotes/generateNote.ts';
import { drawLength } from '../../src/core/packs/generators/dischargeNotes/noteLengths.ts';
import { buildTestSplit } from '../../src/core/packs/generators/dischargeNotes/testSplit.ts';
import type { ShippedPack } from './shippedPack.ts';

export const pack: ShippedPack = {
  about: {
    id: 'concept-verification',
    title: 'Concept verification with evidence',
    kind: 'concept-verification',
    version: '2.0.0',
    licence: 'CC-BY-4.0',
    authors: ['Benchside contributors'],
    description:
      'Synthetic discharge notes of 3 to 60 numbered sentences. For a concept with its ICD-10-CM name and code: does the note support it, and which sentences show it? 48 concepts in 16 groups of easily confused ones. 800 items, and 400 copies that turn the answer round or leave it as it is.',
    language: 'en',
    split: 'test',
    generator: {
      path: 'src/core/packs/generators/dischargeNotes/testSplit.ts',
      seed: 'test-0001 and on, one a note',
    },
    doubt:
      'The bundled models learnt the same facts in other sentences of the same words, so a high score shows that a model learnt these facts and can read them in another order of words, not that it reads clinical notes.',
  },
  items: buildTestSplit,
  trainingReplies: (random) =>
    studentGroup(generateNote(random, { sentences: drawLength(random) })).questions.map(
      ({ reply }) => reply,
    ),
};
