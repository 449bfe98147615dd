import type { FrameSet } from './frameSet.ts';

/** Lines on age: {a} years, the patient's own or a relative's. */
export const ageFrames = {
  own: {
    clinical: {
      train: [
        'Age {a} years.',
        'Patient is {a} years old.',
        'Patient aged {a}.',
        'Adult of age {a}.',
      ],
      test: ['Aged {a} years.', 'Patient of age {a}.', 'Adult, {a} years old.'],
    },
    patient: {
      train: ['I am {a} years old.', 'I am {a}.', 'My age is {a}.', 'I turned {a} this year.'],
      test: ['My age is {a} years.', 'This year I turned {a} years old.', 'I am {a} this year.'],
    },
  },
  relative: {
    clinical: {
      train: ['The {r} is {a} years old.', 'The {r} turned {a} this year.'],
      test: ['The {r} is aged {a}.', 'This year the {r} turned {a}.'],
    },
    patient: {
      train: ['My {r} is {a} years old.', 'My {r} turned {a} this year.'],
      test: ['My {r} is {a}.', 'This year my {r} turned {a}.'],
    },
  },
} satisfies Record<string, FrameSet>;

/** Lines on a lab {l}: its value {v} in {u}, now or earlier. Patients leave the unit out. */
export const labFrames = {
  current: {
    clinical: {
      train: [
        'Latest {l} is {v} {u}.',
        'Current {l}: {v} {u}.',
        'The {l} measured today was {v} {u}.',
        'Today the {l} is {v} {u}.',
      ],
      test: [
        'Latest {l} today: {v} {u}.',
        'Current {l} measured was {v} {u}.',
        'The latest {l} was {v} {u}.',
      ],
    },
    patient: {
      train: [
        'My {l} is {v} now.',
        'Today my {l} was {v}.',
        'My newest {l} result is {v}.',
        'They say my {l} is now {v}.',
      ],
      test: ['My {l} today is {v}.', 'Now my {l} result is {v}.', 'They say my newest {l} is {v}.'],
    },
  },
  earlier: {
    clinical: {
      train: [
        'The {l} last year was {v} {u}.',
        'Earlier {l}: {v} {u}.',
        'Previous {l} was {v} {u}.',
      ],
      test: [
        'Last year the {l} was {v} {u}.',
        'Previous {l}: {v} {u}.',
        'Earlier the {l} was {v} {u}.',
      ],
    },
    patient: {
      train: ['Last year my {l} was {v}.', 'My {l} used to be {v}.', 'My old {l} result was {v}.'],
      test: ['My {l} was {v} last year.', 'My {l} result used to be {v}.', 'My old {l} was {v}.'],
    },
  },
} satisfies Record<string, FrameSet>;
