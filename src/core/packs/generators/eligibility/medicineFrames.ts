import type { FrameSet } from './frameSet.ts';

/** What a line says of a medicine {m} of the class {k}: the patient's own state, or that of a relative {r}. */
export const medicineFrames = {
  takes: {
    clinical: {
      train: [
        'Takes the {k} {m} daily.',
        'Current {k}: {m}.',
        'Patient is on the {k} {m}.',
        '{m}, {k}, is taken regularly.',
        'Continues the {k} {m} as before.',
      ],
      test: [
        'Patient takes {m}, {k}, regularly.',
        'Current daily {k} is {m}.',
        'The {k} {m} is taken as before.',
        'Patient continues on the {k} {m}.',
      ],
    },
    patient: {
      train: [
        'I take the {k} {m}.',
        'Every morning I have my {k} {m}.',
        'I am on a daily {k}, {m}.',
        'My {k} is {m} and I use it.',
        'I keep taking my {k}, {m}.',
      ],
      test: [
        'I have my daily {k} {m}.',
        'Every morning I take {m}, my {k}.',
        'I am on the {k} {m} and keep taking it.',
        'I use my {k}, {m}.',
      ],
    },
  },
  stopped: {
    clinical: {
      train: [
        'The {k} {m} was stopped {n} months ago.',
        'No longer takes the {k} {m}.',
        'Took the {k} {m} until last year.',
        'Previous {k}: {m}, discontinued.',
        'Patient came off the {k} {m}.',
      ],
      test: [
        'Stopped the {k} {m} {n} months ago.',
        '{m}, {k}, was discontinued last year.',
        'Came off the previous {k} {m}.',
        'The {k} {m} is no longer taken.',
      ],
    },
    patient: {
      train: [
        'I stopped the {k} {m} {n} months ago.',
        'I no longer take the {k} {m}.',
        'I used to take the {k} {m}, not any more.',
        'I came off the {k} {m} last year.',
        'My old {k} was {m}, now stopped.',
      ],
      test: [
        'Last year I stopped my {k}, {m}.',
        'I came off my {k} {m} {n} months ago.',
        'I used to take my {k} {m}, now no longer.',
        'I do not take my old {k} {m} any more.',
      ],
    },
  },
  planned: {
    clinical: {
      train: [
        'Plan: start the {k} {m} next month.',
        'The {k} {m} will be started soon.',
        'Due to begin the {k} {m} after this visit.',
        '{m}, {k}, is planned but not yet started.',
      ],
      test: [
        'Will start the {k} {m} after this visit.',
        'The {k} {m} is due to be started next month.',
        'Plan: begin {m}, {k}, soon.',
      ],
    },
    patient: {
      train: [
        'I will start the {k} {m} next month.',
        'Soon I am going to take the {k} {m}.',
        'The doctor plans the {k} {m} for me later.',
        'I have not begun the {k} {m} yet.',
      ],
      test: [
        'Next month I am going to start the {k} {m}.',
        'I will take the {k} {m} soon, not yet.',
        'Later I am going to be on the {k} {m}, the doctor plans.',
      ],
    },
  },
  never: {
    clinical: {
      train: [
        'Has never taken the {k} {m}.',
        'Does not take the {k} {m}.',
        'Patient declined the {k} {m}.',
        'Not on the {k} {m}.',
      ],
      test: [
        'Patient is not on {m}, {k}.',
        'Declined and never took the {k} {m}.',
        'Patient does not take the {k} {m}.',
      ],
    },
    patient: {
      train: [
        'I never took the {k} {m}.',
        'I do not take the {k} {m}.',
        'I said no to the {k} {m}.',
        'I am not on the {k} {m}.',
      ],
      test: [
        'I said no and never took the {k} {m}.',
        'I am not on {m}, the {k}.',
        'I do not use the {k} {m}.',
      ],
    },
  },
  relativeTakes: {
    clinical: {
      train: ['The {r} takes the {k} {m}.', 'The {r} is on the {k} {m}.'],
      test: ['The {r} takes {m}, {k}, daily.', 'The {r} continues the {k} {m}.'],
    },
    patient: {
      train: ['My {r} takes the {k} {m}.', 'It is my {r} who is on the {k} {m}.'],
      test: ['My {r} is on the {k} {m}.', 'It is my {r} who takes the {k} {m}.'],
    },
  },
  relativeNot: {
    clinical: {
      train: ['The {r} stopped the {k} {m}.', 'The {r} does not take the {k} {m}.'],
      test: ['The {r} no longer takes the {k} {m}.', 'The {r} is not on the {k} {m}.'],
    },
    patient: {
      train: ['My {r} stopped the {k} {m}.', 'My {r} does not take the {k} {m}.'],
      test: ['It is my {r} who stopped the {k} {m}.', 'My {r} is not on the {k} {m}.'],
    },
  },
} satisfies Record<string, FrameSet>;
