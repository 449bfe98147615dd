import type { Wording } from '../wording.ts';

/**
 * Criteria in the language of trials: a condition {c}, a medicine {x} by name or by class with its
 * article, ages {a} and {b}, a lab {l} with a threshold {t} in {u}. Each is worded so that yes means
 * that the patient meets it. Those of a way of living stand in `statuses.ts`.
 */
export const criterionFrames = {
  has: {
    train: [
      'Has {c} at present.',
      'Current diagnosis of {c}.',
      'Must have {c} now.',
      'Has current {c}.',
    ],
    test: ['At present has {c}.', 'Must have a current diagnosis of {c}.', 'Now has {c}.'],
  },
  hasNot: {
    train: [
      'No {c} at present.',
      'No current diagnosis of {c}.',
      'Must not have {c} now.',
      'Free of current {c}.',
    ],
    test: ['At present free of {c}.', 'Must have no current diagnosis of {c}.', 'No {c} now.'],
  },
  takes: {
    train: ['Currently takes {x}.', 'Must be taking {x} now.', 'On treatment with {x} at present.'],
    test: ['Takes {x} at present.', 'Must now be on treatment with {x}.', 'Currently taking {x}.'],
  },
  takesNot: {
    train: [
      'Does not currently take {x}.',
      'Must not be taking {x} now.',
      'Not on treatment with {x} at present.',
    ],
    test: [
      'Does not take {x} at present.',
      'Must now not be on treatment with {x}.',
      'Currently not taking {x}.',
    ],
  },
  ageBetween: {
    train: ['Age from {a} to {b} years.', 'Must be between {a} and {b} years old.'],
    test: ['Between {a} and {b} years of age.', 'Must be of age from {a} to {b} years.'],
  },
  ageAbove: {
    train: ['Age above {a} years.', 'Must be older than {a} years of age.'],
    test: ['Must be of age above {a} years.', 'Older than {a} years.'],
  },
  ageBelow: {
    train: ['Age below {a} years.', 'Must be younger than {a} years of age.'],
    test: ['Must be of age below {a} years.', 'Younger than {a} years.'],
  },
  labAbove: {
    train: ['Current {l} above {t} {u}.', 'Must have {l} of more than {t} {u}.'],
    test: ['Must have current {l} above {t} {u}.', 'More than {t} {u} of current {l}.'],
  },
  labBelow: {
    train: ['Current {l} below {t} {u}.', 'Must have {l} of less than {t} {u}.'],
    test: ['Must have current {l} below {t} {u}.', 'Less than {t} {u} of current {l}.'],
  },
} satisfies Record<string, Wording>;
