/**
 * Sentences around a noun phrase. `{m}` is the phrase, `{M}` the phrase with a capital.
 *
 * Frames that affirm and frames that do not are worded alike on purpose ("was considered and then
 * confirmed", "was considered and then ruled out"), so that no single word gives the label away.
 */
export interface FrameSet {
  id: string;
  frames: readonly string[];
}

/** They say that the patient has it now. */
export const affirmingFrames = {
  anyCourse: [
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
  acute: [
    '{He} was admitted on {day} with {m}.',
    'Admitted from the emergency department with {m}.',
    'This stay was for {m}, now improving.',
  ],
  chronic: [
    '{He} has lived with {m} for {4..20} years.',
    '{His} background includes {m}.',
    'Known {m} is reviewed each year in clinic.',
  ],
} as const;

/** They name it and say that it is absent, or say nothing of the patient. */
export const trapFrames: readonly FrameSet[] = [
  {
    id: 'negated',
    frames: [
      'No evidence of {m} was found on {day}.',
      'There were no signs of {m} this time.',
      '{He} has never had {m}.',
      '{He} does not have {m}.',
    ],
  },
  {
    id: 'ruledOut',
    frames: [
      '{M} was considered and then ruled out.',
      'Tests for {m} came back negative.',
      'Initial concern for {m} was not confirmed on {day}.',
      'The team excluded {m} on ward {2..19}.',
    ],
  },
  {
    id: 'family',
    frames: [
      '{His} {mother|father|sister|brother|aunt} has {m}.',
      'Family history includes {m} in {his} {mother|father|brother}.',
      '{His} {sister|brother|cousin} was treated for {m} last year.',
    ],
  },
  {
    id: 'planned',
    frames: [
      'Screening for {m} is planned in clinic.',
      'A leaflet on how to prevent {m} was given.',
      'The future risk of {m} was discussed before discharge.',
    ],
  },
  {
    id: 'otherPatient',
    frames: [
      'The patient in the next bed had {m}.',
      '{His} neighbour is being treated for {m}.',
      'A friend of {his} family has {m}.',
    ],
  },
];
