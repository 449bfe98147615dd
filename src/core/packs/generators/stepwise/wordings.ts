/**
 * Words of the problems. `{w}` is a person, `{n}` what is counted, `{a}` and `{b}` the numbers of an
 * opening, `{c}` the number of a later sentence, `{g}` what it is the same for, `{s}` a place, and
 * `{r}` what became of some. No sentence frame of one split is one of the other; the test's frames
 * put the words of the training frames together in other ways.
 */
export type Split = 'train' | 'test';

export type Frames = Readonly<Record<Split, readonly string[]>>;

/** What a step does to the number before it. */
export type Sign = '+' | '-' | 'x';

/** A first sentence with two numbers, and what its step is called. */
export interface Opening {
  readonly sign: Sign;
  readonly label: string;
  readonly frames: Frames;
}

/** A later sentence with one number. The slot of its label is drawn from `fillers`, each once a problem. */
export interface Turn {
  readonly label: string;
  readonly fillers: readonly string[];
  readonly frames: Frames;
}

/** Problems of one sort: what is counted, and all that can happen to it. */
export interface Theme {
  readonly nouns: readonly string[];
  readonly openings: readonly Opening[];
  readonly turns: Readonly<Record<Sign, Turn>>;
}

const GROUPS = ['days', 'weeks', 'wards', 'nurses', 'rooms'];
const PLACES = ['store', 'clinic', 'shop', 'school', 'van', 'office'];

const sameForAll: Turn = {
  label: 'for all {g}',
  fillers: GROUPS,
  frames: {
    train: ['This is done for {c} {g}.', 'It is the same for {c} {g}.', 'There are {c} such {g}.'],
    test: ['It is done for {c} such {g}.', 'This is the same for {c} {g}.'],
  },
};

const goodsTurns: Theme['turns'] = {
  x: sameForAll,
  '+': {
    label: 'with the {s}',
    fillers: PLACES,
    frames: {
      train: [
        'Then {c} more come from the {s}.',
        'The {s} sends {c} more.',
        '{c} are added by the {s}.',
      ],
      test: ['The {s} then sends {c} more.', 'Then {c} more are added by the {s}.'],
    },
  },
  '-': {
    label: 'without the {r}',
    fillers: ['lost', 'broken', 'sold', 'wasted', 'used', 'stolen'],
    frames: {
      train: ['Then {c} are {r}.', '{c} of them are {r}.', 'Of all these {c} are {r}.'],
      test: ['Of them {c} are {r}.', 'Then {c} of them are {r}.'],
    },
  },
};

const startingStock: Opening = {
  sign: '+',
  label: 'at first',
  frames: {
    train: ['{w} has {a} {n} and gets {b} more.', 'There are {a} {n}, and {b} more are added.'],
    test: ['There are {a} {n}, and {w} gets {b} more.', '{w} has {a} {n}, and {b} more are added.'],
  },
};

export const THEMES: readonly Theme[] = [
  {
    nouns: ['tablets', 'capsules', 'drops', 'pills', 'doses'],
    openings: [
      startingStock,
      {
        sign: 'x',
        label: 'in a day',
        frames: {
          train: ['{w} takes {a} {n} {b} times a day.', 'Each day {w} has {a} {n}, {b} times.'],
          test: ['Each day {w} takes {a} {n} {b} times.', '{w} has {a} {n} {b} times each day.'],
        },
      },
    ],
    turns: goodsTurns,
  },
  {
    nouns: ['masks', 'swabs', 'plasters', 'gloves', 'needles', 'towels'],
    openings: [
      startingStock,
      {
        sign: 'x',
        label: 'in the boxes',
        frames: {
          train: ['{w} has {a} boxes of {b} {n}.', 'There are {a} boxes with {b} {n} each.'],
          test: ['{w} has {a} boxes with {b} {n} each.', 'There are {a} boxes of {b} {n}.'],
        },
      },
    ],
    turns: goodsTurns,
  },
  {
    nouns: ['minutes', 'hours'],
    openings: [
      {
        sign: '+',
        label: 'at first',
        frames: {
          train: [
            '{w} works {a} {n} and then {b} more.',
            'A visit takes {a} {n}, a walk {b} more.',
          ],
          test: [
            'A visit takes {w} {a} {n} and then {b} more.',
            '{w} works {a} {n}, then walks {b} more.',
          ],
        },
      },
      {
        sign: 'x',
        label: 'for the walks',
        frames: {
          train: [
            '{w} walks {a} {n} on each of {b} walks.',
            'A walk takes {a} {n}, and {w} walks {b} times.',
          ],
          test: [
            'A walk takes {w} {a} {n}, {b} times.',
            'Each walk takes {a} {n}, and {w} walks {b} times.',
          ],
        },
      },
    ],
    turns: {
      x: sameForAll,
      '+': {
        label: 'with the {s}',
        fillers: PLACES,
        frames: {
          train: [
            'Then {c} more go by at the {s}.',
            'The {s} takes {c} more.',
            '{c} are added at the {s}.',
          ],
          test: ['Then the {s} takes {c} more.', 'At the {s} {c} more are added.'],
        },
      },
      '-': {
        label: 'without the {r}',
        fillers: ['saved', 'skipped', 'cut', 'dropped', 'spared', 'cancelled'],
        frames: {
          train: ['Then {c} are {r}.', '{c} of them are {r}.', 'Of all these {c} are {r}.'],
          test: ['Of them {c} are {r}.', 'Then {c} of them are {r}.'],
        },
      },
    },
  },
];

export const NAMES = [
  'Ada',
  'Ben',
  'Cora',
  'Dan',
  'Eva',
  'Finn',
  'Gita',
  'Hugo',
  'Ines',
  'Jon',
  'Kim',
  'Lea',
] as const;

/** The question at a problem's end. */
export const QUESTIONS: Frames = {
  train: ['How many {n} is that?', 'In the end, how many {n}?'],
  test: ['How many {n} in the end?', 'In the end, that is how many {n}?'],
};

/** How a step is written: `{L}` is what it is called, `{e}` the sum, `{n}` what is counted. */
export const STEP_FRAMES: Frames = {
  train: ['{L}: {e} {n}', 'So {e} {n} {L}', '{e} {n} {L}'],
  test: ['So {L}: {e} {n}', '{L} {e} {n}'],
};
