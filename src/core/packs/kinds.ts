import { conceptKind, type ConceptItem } from './conceptVerification.ts';
import { consultKind, type ConsultItem } from './consultRubrics.ts';
import { entitySpansKind, type EntityItem } from './entitySpans.ts';
import { multipleChoiceKind, type ChoiceItem } from './multipleChoice.ts';
import { multistepArithmeticKind, type ArithmeticItem } from './multistepArithmetic.ts';
import { noteErrorsKind, type NoteErrorItem } from './noteErrors.ts';
import { numericAnswersKind, type NumericItem } from './numericAnswers.ts';
import { preferencesKind, type PreferenceItem } from './preferences.ts';
import { stepwiseErrorsKind, type StepwiseItem } from './stepwiseErrors.ts';
import { trialEligibilityKind, type EligibilityItem } from './trialEligibility.ts';
import type { PackKind } from './manifest.ts';
import type { PackKindInfo } from './packKind.ts';

/** The items of each kind of pack. */
export interface ItemByKind extends Record<PackKind, { id: string }> {
  'concept-verification': ConceptItem;
  'trial-eligibility': EligibilityItem;
  'consult-rubrics': ConsultItem;
  'multiple-choice': ChoiceItem;
  'numeric-answers': NumericItem;
  'stepwise-errors': StepwiseItem;
  preferences: PreferenceItem;
  'entity-spans': EntityItem;
  'note-errors': NoteErrorItem;
  'multistep-arithmetic': ArithmeticItem;
}

/** Every kind of pack, in the order the site offers them. */
export const KINDS: { readonly [Kind in PackKind]: PackKindInfo<ItemByKind[Kind]> } = {
  'concept-verification': conceptKind,
  'trial-eligibility': trialEligibilityKind,
  'consult-rubrics': consultKind,
  'multiple-choice': multipleChoiceKind,
  'numeric-answers': numericAnswersKind,
  'stepwise-errors': stepwiseErrorsKind,
  preferences: preferencesKind,
  'entity-spans': entitySpansKind,
  'note-errors': noteErrorsKind,
  'multistep-arithmetic': multistepArithmeticKind,
};
