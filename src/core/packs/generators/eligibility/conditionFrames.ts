import type { FrameSet } from './frameSet.ts';

/** What a line says of a condition {c}: the patient's own state, or that of a relative {r}. */
export const conditionFrames = {
  has: {
    clinical: {
      train: [
        'Known {c}.',
        'Patient has {c}.',
        '{c} diagnosed {n} years ago and still present.',
        'Under treatment for {c}.',
        'Ongoing problem: {c}.',
        'Problem list shows {c}, currently treated.',
      ],
      test: [
        'Patient is under ongoing treatment for {c}.',
        'Diagnosed with {c} {n} years ago, still treated.',
        '{c} is a known problem, still present.',
        'Problem list: {c}, present and ongoing.',
      ],
    },
    patient: {
      train: [
        'I have {c}.',
        'I have had {c} for {n} years.',
        'The doctor told me that I have {c}.',
        'I get treatment for {c}.',
        'Every day I live with {c}.',
        'I still suffer from {c}.',
      ],
      test: [
        'I still live with {c}.',
        'For {n} years I have had {c}.',
        'I was told by the doctor that I have {c}.',
        'I still get treatment every day for {c}.',
      ],
    },
  },
  denied: {
    clinical: {
      train: [
        'No {c}.',
        '{c} was ruled out.',
        'Patient denies {c}.',
        'Patient has never had {c}.',
        'Tests for {c} were negative.',
        'There is no sign of {c}.',
      ],
      test: [
        'Patient has no sign of {c}.',
        'Tests ruled out {c}.',
        'There was no sign of {c}.',
        '{c} tests negative and ruled out.',
      ],
    },
    patient: {
      train: [
        'I do not have {c}.',
        'I have never had {c}.',
        'The doctor says that I am free of {c}.',
        'They checked me for {c} and found none.',
        'Nobody ever found any {c}.',
        'No sign of {c}, they told me.',
      ],
      test: [
        'I never had any {c}.',
        'The doctor checked me and found no {c}.',
        'They say that I do not have any {c}.',
        'I am free of {c}, they told me.',
      ],
    },
  },
  past: {
    clinical: {
      train: [
        'Past {c}, now resolved.',
        '{c} resolved {n} years ago.',
        'Had {c} in childhood, since cleared.',
        'Previous {c} has fully resolved.',
        'History of {c}, no longer present.',
        'Recovered from {c} {n} years ago.',
      ],
      test: [
        'Previous {c}, cleared {n} years ago.',
        '{c} in the past, no longer present.',
        'Recovered fully from {c} in childhood.',
        'History of {c}, now fully resolved.',
      ],
    },
    patient: {
      train: [
        'I used to have {c} but it went away.',
        'I got over {c} {n} years ago.',
        'I had {c} as a child, not any more.',
        'My {c} cleared up {n} years ago.',
        'I no longer have {c}.',
        'Long ago I had {c} and now it has gone.',
      ],
      test: [
        'I had {c} {n} years ago but it cleared up.',
        'I used to have {c} as a child, no longer.',
        'My {c} went away {n} years ago.',
        'I got over my {c} long ago.',
      ],
    },
  },
  relativeHas: {
    clinical: {
      train: [
        'Family history: {c} in the {r}.',
        'The {r} has {c}.',
        'The {r} is treated for {c}.',
        '{c} is known in the {r}.',
      ],
      test: ['Family: the {r} has known {c}.', '{c} in the {r}.', 'The {r} has a history of {c}.'],
    },
    patient: {
      train: [
        'My {r} has {c}.',
        'My {r} lives with {c}.',
        'It is my {r} who suffers from {c}.',
        'My {r} gets treatment for {c}.',
      ],
      test: [
        'My {r} suffers from {c}.',
        'It is my {r} who has {c}.',
        'It is my {r} who gets treatment for {c}.',
      ],
    },
  },
  relativeNot: {
    clinical: {
      train: ['The {r} does not have {c}.', 'No {c} in the {r}.', 'The {r} has never had {c}.'],
      test: ['The {r} has no {c}.', 'The {r} never had {c}.'],
    },
    patient: {
      train: ['My {r} does not have {c}.', 'My {r} has never had {c}.', 'My {r} is free of {c}.'],
      test: ['My {r} never had {c}.', 'My {r} does not have any {c}.'],
    },
  },
} satisfies Record<string, FrameSet>;
