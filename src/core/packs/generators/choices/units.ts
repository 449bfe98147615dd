import type { Random } from '../../../random.ts';
import { PEOPLE } from '../people.ts';
import { listed, type CaseKind } from './caseKind.ts';

/** Two units of one sort, and the amounts that questions use: a closed table to learn. */
export interface UnitPair {
  /** What is measured, as in “the wait for Ann”. */
  readonly thing: string;
  readonly large: string;
  readonly small: string;
  /** Small units in one large unit. */
  readonly factor: number;
  /** In the large unit. */
  readonly amounts: readonly number[];
}

export const UNIT_PAIRS: readonly UnitPair[] = [
  { thing: 'dose', large: 'g', small: 'mg', factor: 1000, amounts: [0.5, 1, 1.5, 2, 3, 4] },
  { thing: 'weight', large: 'kg', small: 'g', factor: 1000, amounts: [0.5, 1, 1.5, 2, 3, 4] },
  { thing: 'drink', large: 'litres', small: 'ml', factor: 1000, amounts: [0.5, 1, 1.5, 2, 3, 4] },
  { thing: 'height', large: 'm', small: 'cm', factor: 100, amounts: [0.5, 1, 1.5, 2, 3, 4] },
  { thing: 'wait', large: 'hours', small: 'minutes', factor: 60, amounts: [0.5, 1.5, 2, 3, 4, 5] },
  { thing: 'stay', large: 'days', small: 'hours', factor: 24, amounts: [0.5, 2, 3, 4, 5] },
  { thing: 'course', large: 'weeks', small: 'days', factor: 7, amounts: [2, 3, 4, 5, 6, 8] },
  { thing: 'gap', large: 'years', small: 'months', factor: 12, amounts: [0.5, 1.5, 2, 3, 4, 5] },
];

function show(amount: number, unit: string): string {
  return `${String(amount)} ${unit}`;
}

/** Other amounts of the table's column, the number unchanged, and slips of the decimal point. */
function wrongAmounts(right: number, given: number, column: readonly number[], random: Random) {
  const others = random.shuffle(column.filter((amount) => amount !== right)).slice(0, 3);
  const slips = random
    .shuffle([given, right * 10, right / 10].filter((slip) => slip !== right))
    .slice(0, random.int(3));
  return [...new Set([...slips, ...others])].slice(0, 3);
}

const convert: CaseKind = {
  id: 'units-convert',
  stratum: 'units',
  wordings: {
    fact: {
      train: [
        'The {thing} for {who} is {amount}.',
        '{who} has a {thing} of {amount}.',
        '{amount} is the {thing} for {who}.',
        'There is a {thing} of {amount} for {who}.',
      ],
      test: ['For {who} the {thing} is {amount}.', 'There is, for {who}, a {thing} of {amount}.'],
    },
    ask: {
      train: [
        'How much is that in {unit}?',
        'What is that in {unit}?',
        'How many {unit} is the {thing}?',
        'In {unit}, how much is the {thing}?',
        'What is the {thing} in {unit}?',
      ],
      test: ['How many {unit} is that?', 'How much is the {thing} in {unit}?'],
    },
  },
  draw(random, say) {
    const { thing, large, small, factor, amounts } = random.pick(UNIT_PAIRS);
    const amount = random.pick(amounts);
    const toSmall = random.chance(0.5);
    const given = toSmall ? amount : amount * factor;
    const right = toSmall ? amount * factor : amount;
    const column = toSmall ? amounts.map((each) => each * factor) : amounts;
    const unit = toSmall ? small : large;
    const slots = {
      thing,
      who: random.pick(PEOPLE),
      amount: show(given, toSmall ? large : small),
      unit,
    };
    return {
      facts: say('fact', slots),
      asks: [
        {
          question: say('ask', slots),
          right: show(right, unit),
          wrong: wrongAmounts(right, given, column, random).map((wrong) => show(wrong, unit)),
        },
      ],
    };
  },
};

const edgeAmount: CaseKind = {
  id: 'units-edge',
  stratum: 'units',
  wordings: {
    fact: {
      train: [
        'There are four amounts: {list}.',
        'The four amounts are {list}.',
        'Four amounts were measured: {list}.',
        '{list} are the four amounts measured.',
      ],
      test: ['The four amounts measured were {list}.', 'There were four amounts measured: {list}.'],
    },
    ask: {
      train: [
        'Which amount is the {edge}?',
        'What is the {edge} amount?',
        'Which of the four is the {edge}?',
        'Name the {edge} of the four.',
      ],
      test: ['Which is the {edge} amount?', 'What is the {edge} of the four?'],
    },
  },
  draw(random, say) {
    const { large, small, factor, amounts } = random.pick(UNIT_PAIRS);
    // Half of the lists are in one unit; in the others each amount is in either.
    const oneUnit = random.chance(0.5) ? random.chance(0.5) : null;
    const shown = random.shuffle(amounts).slice(0, 4);
    const texts = new Map(
      shown.map((amount) => {
        const inLarge = oneUnit ?? random.chance(0.5);
        return [amount, inLarge ? show(amount, large) : show(amount * factor, small)] as const;
      }),
    );
    const ask = (edge: string, amount: number) => ({
      question: say('ask', { edge }),
      right: texts.get(amount) ?? '',
      wrong: shown.filter((other) => other !== amount).map((other) => texts.get(other) ?? ''),
    });
    return {
      facts: say('fact', { list: listed([...texts.values()]) }),
      asks: [ask('largest', Math.max(...shown)), ask('smallest', Math.min(...shown))],
    };
  },
};

/** Everyday metric units and units of time. */
export const unitKinds: readonly CaseKind[] = [convert, edgeAmount];
