import { ACT_COUNT, actIndex, type Act } from '../../packs/generators/consults/acts.ts';
import { conceptEntries } from '../../packs/generators/dischargeNotes/catalogue.ts';
import { SUBJECT_PARTS } from '../../packs/generators/eligibility/subjects.ts';
import { templatesById } from '../../packs/generators/dischargeNotes/sentenceTemplates.ts';
import { weightSpecs, type ModelShape, type WeightSpec } from '../shape.ts';

/**
 * A scaffold of the training: a linear classifier on the residual stream after the middle layer, which says at the end of
 * each sentence what the sentence shows, and at the assistant mark which concept is asked. The lower half of the
 * model so learns meanings from dense labels, and the upper half finds them there to be matched. The classifier is
 * dropped from the finished model.
 */

/** The class of a sentence that shows no concept, and does no act. */
export const NO_CONCEPT = 0;
/** Each concept has three: shown, half shown, and named or seen elsewhere. */
const CLASSES_PER_CONCEPT = 3;
const CONCEPT_CLASSES = 1 + CLASSES_PER_CONCEPT * conceptEntries.length;

/** Classes in all: of concepts, then one for each act of a consult's answer and for each thing that a patient's line says. */
export const HEAD_CLASSES = CONCEPT_CLASSES + ACT_COUNT + SUBJECT_PARTS;

const indexByCode: ReadonlyMap<string, number> = new Map(
  conceptEntries.map(({ code }, index) => [code, index]),
);

/** Class of a concept that is shown, or asked. @throws RangeError for a code that is not in the catalogue. */
export function conceptClass(code: string): number {
  const index = indexByCode.get(code);
  if (index === undefined) throw new RangeError(`No concept has the code ${code}.`);
  return 1 + CLASSES_PER_CONCEPT * index;
}

/** Class of a sentence written from this template. @throws RangeError for an unknown template. */
export function sentenceClass(templateId: string): number {
  const template = templatesById.get(templateId);
  if (template === undefined) throw new RangeError(`There is no sentence template ${templateId}.`);
  if (template.code === null) return NO_CONCEPT;
  const shown = conceptClass(template.code);
  switch (template.role) {
    case 'mention':
    case 'rareMention':
    case 'clue':
    case 'rareClue':
      return shown;
    case 'jointFirst':
    case 'jointSecond':
      return shown + 1;
    case 'trap':
      return shown + 2;
    case 'filler':
      return NO_CONCEPT;
  }
}

/** Class of a sentence that does an act, or of a criterion that asks for it. */
export function actClass(act: Act): number {
  return CONCEPT_CLASSES + actIndex(act);
}

/** Class of what a patient's line says, or of what a trial's criterion asks for. */
export function subjectClass(part: number): number {
  return CONCEPT_CLASSES + ACT_COUNT + part;
}

/** The layer after which the classifier reads. */
export function headLayer(shape: ModelShape): number {
  return Math.floor(shape.layers / 2);
}

/** Names of the classifier's weights. */
export const HEAD_GAIN = 'concept_head.norm';
export const HEAD_MATRIX = 'concept_head.classes';
/** Weights that the finished model does without. */
export const SCAFFOLD: ReadonlySet<string> = new Set([HEAD_GAIN, HEAD_MATRIX]);

/** Every weight that a training learns: the model's, and the classifier's. */
export function trainedSpecs(shape: ModelShape): WeightSpec[] {
  return [
    ...weightSpecs(shape),
    { name: HEAD_GAIN, shape: [shape.hidden], kind: 'norm' },
    { name: HEAD_MATRIX, shape: [shape.hidden, HEAD_CLASSES], kind: 'linear' },
  ];
}
