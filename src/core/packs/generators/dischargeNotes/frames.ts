import type { Wording } from '../wording.ts';

/**
 * Sentences around a noun phrase, apart for training and test notes. `{m}` is the phrase, `{M}` the phrase with a capital.
 *
 * Frames that affirm and frames that do not are worded alike on purpose ("was considered and then
 * confirmed", "was considered and then ruled out"), so that no single word gives the label away. The test frames say the
 * same with the same cue words in another order.
 */
export interface FrameSet {
  id: string;
  frames: Wording;
}

/** They say that the patient has it now. */
export const affirmingFrames = {
  anyCourse: {
    train: [
      'Diagnosis on discharge was {m}.',
      '{M} was considered and then confirmed.',
      'Tests for {m} came back positive.',
      'Initial concern for {m} was confirmed on {day}.',
      '{His} {mother|father|sister|brother|aunt} was told that {he} has {m}.',
      'No doubt about {m} remained after the tests.',
      'Treatment for {m} was reviewed on {day}.',
      'The team treated {his} {m} on ward {2..19}.',
      'There were clear signs of {m} this time.',
      '{His} {m} was discussed before discharge.',
      'Problem {1..4} on the list is {m}.',
    ],
    test: [
      'On discharge the diagnosis was {m}.',
      'The team considered {m} and then confirmed it.',
      'Positive tests came back for {m}.',
      'On {day} initial concern for {m} was confirmed.',
      '{He} has {m}, as {his} {mother|father|sister|brother|aunt} was told.',
      'After the tests no doubt about {m} remained.',
      'On {day} {his} treatment for {m} was reviewed.',
      'On ward {2..19} the team treated {his} {m}.',
      'This time the signs of {m} were clear.',
      'Before discharge {his} {m} was discussed.',
      'On the list {m} is problem {1..4}.',
    ],
  },
  acute: {
    train: [
      '{He} was admitted on {day} with {m}.',
      'Admitted from the emergency department with {m}.',
      'This stay was for {m}, now improving.',
    ],
    test: [
      'On {day} {he} was admitted with {m}.',
      'The emergency department admitted {him} with {m}.',
      'Now improving, {m} was the reason for this stay.',
    ],
  },
  chronic: {
    train: [
      '{He} has lived with {m} for {4..20} years.',
      '{His} background includes {m}.',
      'Known {m} is reviewed each year in clinic.',
    ],
    test: [
      'For {4..20} years {he} has lived with {m}.',
      'In {his} background there is {m}.',
      'Each year {his} known {m} is reviewed in clinic.',
    ],
  },
} as const satisfies Record<string, Wording>;

/** They name it and say that it is absent, or say nothing of the patient. */
export const trapFrames: readonly FrameSet[] = [
  {
    id: 'negated',
    frames: {
      train: [
        'No evidence of {m} was found on {day}.',
        'There were no signs of {m} this time.',
        '{He} has never had {m}.',
        '{He} does not have {m}.',
      ],
      test: [
        'On {day} no evidence of {m} was found.',
        'This time there were no signs of {m}.',
        'Never has {he} had {m}.',
        'It is not {m} that {he} has.',
      ],
    },
  },
  {
    id: 'ruledOut',
    frames: {
      train: [
        '{M} was considered and then ruled out.',
        'Tests for {m} came back negative.',
        'Initial concern for {m} was not confirmed on {day}.',
        'The team excluded {m} on ward {2..19}.',
      ],
      test: [
        'The team considered {m} and then ruled it out.',
        'Negative tests came back for {m}.',
        'On {day} initial concern for {m} was not confirmed.',
        'On ward {2..19} the team excluded {m}.',
      ],
    },
  },
  {
    id: 'family',
    frames: {
      train: [
        '{His} {mother|father|sister|brother|aunt} has {m}.',
        'Family history includes {m} in {his} {mother|father|brother}.',
        '{His} {sister|brother|cousin} was treated for {m} last year.',
      ],
      test: [
        'It is {his} {mother|father|sister|brother|aunt} that has {m}.',
        'In {his} {mother|father|brother} the family history includes {m}.',
        'Last year {his} {sister|brother|cousin} was treated for {m}.',
      ],
    },
  },
  {
    id: 'planned',
    frames: {
      train: [
        'Screening for {m} is planned in clinic.',
        'A leaflet on how to prevent {m} was given.',
        'The future risk of {m} was discussed before discharge.',
      ],
      test: [
        'The clinic has planned screening for {m}.',
        'A leaflet was given on how to prevent {m}.',
        'Before discharge the future risk of {m} was discussed.',
      ],
    },
  },
  {
    id: 'otherPatient',
    frames: {
      train: [
        'The patient in the next bed had {m}.',
        '{His} neighbour is being treated for {m}.',
        'A friend of {his} family has {m}.',
      ],
      test: [
        'In the next bed the patient had {m}.',
        'Treatment for {m} is being given to {his} neighbour.',
        '{His} family has a friend with {m}.',
      ],
    },
  },
];

/** Ends that say a test sentence again without changing what it says; for copies of items only, and in no training note. */
export const restatedEndings: readonly string[] = [
  ', as the summary says.',
  ', as the team found on {day}.',
];
