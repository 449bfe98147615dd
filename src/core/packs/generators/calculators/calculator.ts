import type { Random } from '../../../random.ts';
import type { Tolerance } from '../../numericAnswers.ts';

/** The groups that results are broken down by. */
export const CALCULATOR_STRATA = ['one-step', 'two-step', 'decimal'] as const;
export type CalculatorStratum = (typeof CALCULATOR_STRATA)[number];

/** A measured number, told in the case. */
export interface Quantity {
  /** Begins a phrase after “the”, such as `top pressure`. */
  readonly name: string;
  readonly value: number;
  /** Empty where there is none. */
  readonly unit: string;
}

export type Operation = 'minus' | 'plus' | 'times' | 'over' | 'sum';

/** One line of a formula: its result has a name, and works on named numbers or fixed ones. */
export interface Step {
  readonly name: string;
  readonly operation: Operation;
  /** Two operands; `sum` takes three or more. A string is the name of a quantity or an earlier step. */
  readonly of: readonly (string | number)[];
}

/** A formula with the numbers it is asked about. The last step is the answer. */
export interface Calculator {
  readonly id: string;
  readonly stratum: CalculatorStratum;
  /** Of the answer; empty where there is none. */
  readonly unit: string;
  readonly tolerance: Tolerance;
  /** What answers can be, for a guess at random. */
  readonly range: { readonly min: number; readonly max: number; readonly decimals: number };
  readonly steps: readonly Step[];
  /** The inputs as `[name, value, unit]`. */
  draw(random: Random): readonly Quantity[];
}

/** Rounds half up to so many decimals. */
export function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  // The small addition undoes what binary fractions take off, as in 1.005.
  return Math.round(value * scale + 1e-7) / scale;
}

function apply(operation: Operation, numbers: readonly number[]): number {
  const [first = NaN, second = NaN] = numbers;
  switch (operation) {
    case 'minus':
      return first - second;
    case 'times':
      return first * second;
    case 'over':
      return first / second;
    case 'plus':
    case 'sum':
      return numbers.reduce((total, number) => total + number, 0);
  }
}

/**
 * The result of every step, in order, unrounded.
 *
 * @throws RangeError when a step names a number that is not known yet.
 */
export function workOut(steps: readonly Step[], inputs: readonly Quantity[]): number[] {
  const known = new Map(inputs.map(({ name, value }) => [name, value]));
  return steps.map(({ name, operation, of }) => {
    const numbers = of.map((operand) => {
      const number = typeof operand === 'number' ? operand : known.get(operand);
      if (number === undefined) throw new RangeError(`“${String(operand)}” is not known.`);
      return number;
    });
    const result = apply(operation, numbers);
    known.set(name, result);
    return result;
  });
}

/** Inputs from a list of rows. */
export function quantities(...rows: readonly (readonly [string, number, string])[]): Quantity[] {
  return rows.map(([name, value, unit]) => ({ name, value, unit }));
}

/** A number from `least` to `most` in steps of `step`, all whole. */
export function stepped(random: Random, least: number, most: number, step = 1): number {
  return least + step * random.int(Math.floor((most - least) / step) + 1);
}
