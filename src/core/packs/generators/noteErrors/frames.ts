import type { ErrorKind } from '../../noteErrors.ts';

/**
 * Sentence frames of one split. `<age>` and its like are facts, `{He}` and its like as in discharge notes. A sentence of a
 * kind restates that fact of the first sentence and no other; one of kind `sex` does so by its pronoun alone.
 */
export interface FrameSet {
  readonly first: readonly string[];
  readonly restating: Readonly<Record<ErrorKind, readonly string[]>>;
  /** About someone or something else: their values differ from the first sentence's and contradict nothing. */
  readonly others: readonly string[];
}

/** Training's frames. */
export const TRAIN_FRAMES: FrameSet = {
  first: [
    'A <who> of <age> came in on <day> with a sore <side> <part> and was given <dose> mg of <drug>.',
    'On <day> a <who> of <age> was given <dose> mg of <drug> for a sore <side> <part>.',
    'This <who> is <age> and was seen on <day> and started on <dose> mg of <drug>.',
    'A <who> came in on <day> with a sore <side> <part>.',
    'A <who> of <age> was started on <dose> mg of <drug>.',
    'Seen on <day>: a <who> of <age> with a cut on the <side> <part>.',
    'This <who> takes <dose> mg of <drug> for the <side> <part>.',
  ],
  restating: {
    sex: [
      '{He} feels well.',
      '{He} lives alone.',
      '{He} slept well last night.',
      'The nurse says that {he} walks well.',
      '{He} walks to the shop each morning.',
      'There is no rash and {he} is still at home.',
    ],
    side: [
      'The <side> <part> is red.',
      '{His} <side> <part> is still sore.',
      'There is a cut on the <side> <part>.',
      'The nurse cleaned the <side> <part>.',
      '{He} rests the <side> <part> at night.',
    ],
    dose: [
      '{He} takes <dose> mg each morning.',
      'The dose is <dose> mg.',
      'The nurse gave <dose> mg.',
      'The box says <dose> mg.',
      '{He} was told to take <dose> mg at night.',
    ],
    drug: [
      '{He} takes the <drug> at night.',
      'The <drug> helps.',
      'The nurse gave the <drug> with water.',
      '{He} keeps the <drug> at home.',
      'A box of <drug> was sent home.',
    ],
    day: [
      '{He} was first seen on <day>.',
      'The first visit was on <day>.',
      'The first visit on <day> was short.',
      'The nurse first saw {him} on <day>.',
      'The notes say that {he} first came in on <day>.',
    ],
    age: [
      '{He} is <age> years old.',
      'At <age> {he} lives alone.',
      'The notes give the age as <age>.',
      '{He} turned <age> last week.',
      'The nurse wrote that {he} is <age>.',
    ],
  },
  others: [
    '{His} {friend|neighbour|cousin} is <age> years old.',
    'The next visit is on <day>.',
    '{His} {friend|neighbour|cousin} takes <drug> at night.',
    '{He} walks for {5..40} minutes each morning.',
    'The nurse will call on <day>.',
    '{His} {friend|neighbour|cousin} was seen on <day>.',
    'There is no rash.',
  ],
};

/** The test's frames: other sentences of the same words. */
export const TEST_FRAMES: FrameSet = {
  first: [
    'On <day> a <who> of <age> came in with a sore <side> <part> and was started on <dose> mg of <drug>.',
    'This <who> of <age> was seen on <day> and was given <dose> mg of <drug>.',
    'On <day> a <who> was seen with a cut on the <side> <part>.',
    'A <who> of <age> takes <dose> mg of <drug> for a sore <side> <part>.',
    'This <who> is <age> and came in on <day> with a sore <side> <part>.',
  ],
  restating: {
    sex: [
      'Last night {he} slept well.',
      '{He} walks well and is still at home.',
      'The nurse says that {he} feels well.',
      'Each morning {he} walks to the shop.',
    ],
    side: [
      '{His} <side> <part> is red and sore.',
      'At night {he} rests the <side> <part>.',
      'The nurse saw that the <side> <part> is still red.',
      'The cut is on the <side> <part>.',
    ],
    dose: [
      'Each morning {he} takes <dose> mg.',
      'The nurse wrote that the dose is <dose> mg.',
      '{He} was told that the box says <dose> mg.',
      'At night the nurse gave <dose> mg.',
    ],
    drug: [
      'At night {he} takes the <drug>.',
      'The nurse says that the <drug> helps.',
      '{He} keeps a box of <drug> at home.',
      'The <drug> was sent home with {him}.',
    ],
    day: [
      'On <day> {he} was first seen.',
      'The nurse wrote that the first visit was on <day>.',
      'The notes give <day> as the first visit.',
      '{He} first came in on <day>.',
    ],
    age: [
      'Last week {he} turned <age>.',
      'The nurse wrote <age> as the age.',
      'The notes say that {he} is <age> years old.',
      '{He} is <age> and lives alone.',
    ],
  },
  others: [
    'On <day> the nurse will call.',
    'The notes say that the next visit is on <day>.',
    'At night {his} {friend|neighbour|cousin} takes <drug>.',
    'Last week {his} {friend|neighbour|cousin} turned <age>.',
    'Each morning {he} walks for {5..40} minutes.',
    'The nurse saw no rash.',
  ],
};
