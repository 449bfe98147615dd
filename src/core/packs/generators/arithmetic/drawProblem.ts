import { createRandom, type Random } from '../../../random.ts';
import { workStep, type Operation } from './operation.ts';
import { wordOperation, wordStart, type Split } from './wordings.ts';

/** Fewest and most steps of a problem. */
export const FEWEST_STEPS = 2;
export const MOST_STEPS = 12;

/** Values stay within 1 to this, so that small models can learn the sums by heart or by rule. */
export const LARGEST_VALUE = 199;
const LARGEST_START = 60;
const LARGEST_ADDED = 30;
const LARGEST_FACTOR = 9;
/** Share of problems that training never sees, whatever their wording. */
const HELD_OUT_SHARE = 1 / 8;

/** A problem with its worked solution. */
export interface ArithmeticProblem {
  start: number;
  operations: readonly Operation[];
  /** In words: the start, then one operation a line. */
  lines: readonly string[];
  /** `37 + 48 = 85` a line, one for each operation. */
  steps: readonly string[];
  answer: number;
}

/** A whole number from `least` to `most`, both in. */
function between(least: number, most: number, random: Random): number {
  return least + random.int(most - least + 1);
}

/** Two in three steps add or subtract where they can; a halving needs an even number. */
function drawOperation(value: number, random: Random): Operation {
  const choices: (() => Operation)[] = [];
  const mostAdded = Math.min(LARGEST_ADDED, LARGEST_VALUE - value);
  const mostTaken = Math.min(LARGEST_ADDED, value - 1);
  const mostFactor = Math.min(LARGEST_FACTOR, Math.floor(LARGEST_VALUE / value));
  const add = (): Operation => ({ kind: 'add', by: between(2, mostAdded, random) });
  const subtract = (): Operation => ({ kind: 'subtract', by: between(2, mostTaken, random) });
  if (mostAdded >= 2) choices.push(add, add);
  if (mostTaken >= 2) choices.push(subtract, subtract);
  if (mostFactor >= 2) choices.push(() => ({ kind: 'times', by: between(2, mostFactor, random) }));
  if (value % 2 === 0) choices.push(() => ({ kind: 'halve' }));
  return random.pick(choices)();
}

/**
 * Whether a problem is the test's. What decides are its start and its first two operations, so that
 * no training problem, however long, even begins as a test problem does.
 */
export function isHeldOut(start: number, operations: readonly Operation[]): boolean {
  const opening = operations.slice(0, FEWEST_STEPS);
  return createRandom(JSON.stringify(['arithmetic', start, ...opening])).chance(HELD_OUT_SHARE);
}

function drawOperations(start: number, count: number, random: Random): Operation[] {
  const operations: Operation[] = [];
  let value = start;
  while (operations.length < count) {
    const operation = drawOperation(value, random);
    operations.push(operation);
    value = workStep(value, operation).result;
  }
  return operations;
}

/**
 * Draws a problem of so many steps, of the training split unless said otherwise: its numbers and
 * its wordings are that split's alone.
 *
 * @throws RangeError when `stepCount` is below 2, with which problems cannot be split.
 */
export function drawProblem(
  random: Random,
  stepCount: number,
  split: Split = 'train',
): ArithmeticProblem {
  if (stepCount < FEWEST_STEPS)
    throw new RangeError(`A problem needs at least 2 steps, not ${String(stepCount)}.`);
  for (;;) {
    const start = between(2, LARGEST_START, random);
    const operations = drawOperations(start, stepCount, random);
    if (isHeldOut(start, operations) !== (split === 'test')) continue;
    const lines = [wordStart(start, split, random)];
    const steps: string[] = [];
    let answer = start;
    for (const operation of operations) {
      lines.push(wordOperation(operation, split, random));
      const { result, written } = workStep(answer, operation);
      steps.push(written);
      answer = result;
    }
    return { start, operations, lines, steps, answer };
  }
}
