import type { Random } from '../../../random.ts';
import { listed } from '../choices/caseKind.ts';
import { PEOPLE } from '../people.ts';
import { speaker, type Say, type Split, type Wording } from '../wording.ts';
import type { Calculator, Operation, Step } from './calculator.ts';
import { roundTo, workOut } from './calculator.ts';

/** A case with the formula in words, and what can be asked of it; the last question is the calculator's. */
export interface Told {
  readonly text: string;
  /** The numbers put in, or the findings, whatever the wording: no two test items share them. */
  readonly inputs: string;
  readonly asks: readonly { readonly question: string; readonly answer: number }[];
}

/** Ways to say an operation. The words of the test ways are all used in training. */
const operationWordings: Record<Operation, Wording> = {
  minus: {
    train: ['{a} minus {b}', '{a} less {b}', '{b} taken from {a}', '{a} with {b} taken away'],
    test: ['{b} taken away from {a}', '{a} with {b} taken from it'],
  },
  plus: {
    train: ['{a} plus {b}', 'the sum of {a} and {b}', '{b} added to {a}', '{a} and {b} added'],
    test: ['{a} with {b} added', '{a} with {b} added to it'],
  },
  times: {
    train: ['{a} times {b}', '{a} multiplied by {b}', 'the product of {a} and {b}'],
    test: ['the product when {a} is multiplied by {b}', '{a} and {b} multiplied'],
  },
  over: {
    train: ['{a} divided by {b}', '{a} split by {b}', '{a} over {b}'],
    test: ['{a} when divided by {b}', '{a} when split by {b}'],
  },
  sum: {
    train: ['the sum of {list}', '{list} added up', '{list} added to each other'],
    test: ['the sum when {list} are added', '{list} when added up'],
  },
};

export const calculatorWordings: Readonly<Record<string, Wording>> = {
  ...operationWordings,
  fact: {
    train: [
      'The {name} is {value}.',
      '{who} has {value} for the {name}.',
      '{value} is the {name}.',
      'The {name} of {who} is {value}.',
      'For {who}, {value} is the {name}.',
    ],
    test: ['For {who} the {name} is {value}.', 'The {name} for {who} is {value}.'],
  },
  rule: {
    train: [
      'The {result} is {formula}.',
      'To get the {result}, take {formula}.',
      '{formula} is the {result}.',
      'The rule: the {result} is {formula}.',
      'When you need the {result}, it is {formula}.',
      'It is {formula} when you need the {result}.',
      'Take {formula} for the {result}.',
    ],
    test: ['Take {formula} to get the {result}.', 'The rule for the {result} is {formula}.'],
  },
  ask: {
    train: [
      'What is the {result}{unit}?',
      'Work out the {result}{unit}.',
      'How much is the {result}{unit}?',
      'What number is the {result}{unit}?',
      'The {result} is what number{unit}?',
    ],
    test: ['How much is it, the {result}{unit}?', 'Work out what the {result} is{unit}.'],
  },
};

function formulaOf({ operation, of }: Step, say: Say): string {
  const parts = of.map((part) => (typeof part === 'number' ? String(part) : `the ${part}`));
  const [a = '', b = ''] = parts;
  const phrase = say(operation, { a, b, list: listed(parts) });
  return phrase.slice(0, 1).toLowerCase() + phrase.slice(1);
}

/** ` in mmol, to 2 decimals`: what the number is to be given in. */
function unitPhrase(unit: string, decimals: number): string {
  const named = unit === '' ? '' : ` in ${unit}`;
  if (decimals === 0) return named;
  return `${named}, to ${String(decimals)} decimal${decimals === 1 ? '' : 's'}`;
}

/**
 * Tells a calculator's formula and inputs in the wordings of one split. Steps before the last are
 * asked for too where their results are whole.
 */
export function tell(calculator: Calculator, split: Split, random: Random): Told {
  const { steps, unit, range } = calculator;
  const inputs = calculator.draw(random);
  const say = speaker(calculatorWordings, split, random);
  const who = random.pick(PEOPLE);
  const facts = random
    .shuffle(inputs)
    .map(({ name, value, unit: of }) =>
      say('fact', { who, name, value: of === '' ? String(value) : `${String(value)} ${of}` }),
    );
  const rules = steps.map((step) =>
    say('rule', { result: step.name, formula: formulaOf(step, say) }),
  );
  const results = workOut(steps, inputs);
  const asks = steps.map(({ name }, index) => {
    const isLast = index === steps.length - 1;
    const phrase = isLast ? unitPhrase(unit, range.decimals) : '';
    return {
      question: say('ask', { result: name, unit: phrase }),
      answer: roundTo(results[index] ?? NaN, range.decimals),
      isAsked: isLast || calculator.stratum !== 'decimal',
    };
  });
  const told = random.chance(0.5) ? [...rules, ...facts] : [...facts, ...rules];
  return {
    text: told.join(' '),
    inputs: inputs.map(({ name, value }) => `${name} ${String(value)}`).join(', '),
    asks: asks.filter(({ isAsked }) => isAsked),
  };
}
