import type { Random } from '../../../random.ts';
import { calculate, type Demand, type Plan } from './plan.ts';
import { THEMES, type Sign } from './wordings.ts';

/** Kinds of mistake: what is wrong with the step where the solution first goes wrong. */
export const MISTAKES = ['sum', 'product', 'copied', 'carried', 'sign', 'noun'] as const;
export type MistakeKind = (typeof MISTAKES)[number];

/** A step as written. */
export interface WrittenLine {
  left: number;
  sign: Sign;
  right: number;
  result: number;
  noun: string;
}

/** What is written instead of the right thing in one step. */
export interface Slip {
  /** 0-based. */
  at: number;
  written: Partial<WrittenLine>;
}

/** The solution of a plan. After a slip the steps follow from what it left behind. */
export function workOut(plan: Plan, slip: Slip | null): WrittenLine[] {
  let value = plan.first;
  let noun = plan.noun;
  return plan.moves.map((move, index) => {
    const wrong = slip?.at === index ? slip.written : {};
    const left = wrong.left ?? value;
    const sign = wrong.sign ?? move.sign;
    const right = wrong.right ?? move.by;
    value = wrong.result ?? calculate(left, sign, right);
    noun = wrong.noun ?? noun;
    return { left, sign, right, result: value, noun };
  });
}

/** Where a kind of mistake can be: steps from `first` on (0-based), with one of these signs. */
const PLACES: Readonly<Record<MistakeKind, { first: number; signs: readonly Sign[] }>> = {
  sum: { first: 0, signs: ['+', '-'] },
  product: { first: 0, signs: ['x'] },
  copied: { first: 0, signs: ['+', '-', 'x'] },
  carried: { first: 1, signs: ['+', '-', 'x'] },
  sign: { first: 0, signs: ['+', '-', 'x'] },
  noun: { first: 0, signs: ['+', '-', 'x'] },
};

/** A place for a mistake in a solution of so many steps, each possible step equally likely. */
export function drawPlace(kind: MistakeKind, stepCount: number, random: Random): Demand {
  const { first, signs } = PLACES[kind];
  return { at: first + random.int(stepCount - first), signs };
}

const NOUNS = THEMES.flatMap((theme) => theme.nouns);

/** One candidate that is not the right one and at least `least`; null where there is none. */
function pickOther(
  right: number,
  candidates: readonly number[],
  least: number,
  random: Random,
): number | null {
  const others = candidates.filter((candidate) => candidate !== right && candidate >= least);
  return others.length === 0 ? null : random.pick(others);
}

function near(value: number, distances: readonly number[]): number[] {
  return distances.flatMap((distance) => [value - distance, value + distance]);
}

/**
 * Draws a mistake of a kind at a step of a plan; null where these numbers leave no room for one.
 * Half of the wrongly copied and carried numbers are others of the same problem.
 */
export function drawSlip(plan: Plan, kind: MistakeKind, at: number, random: Random): Slip | null {
  const lines = workOut(plan, null);
  const line = lines[at];
  if (line === undefined) return null;
  const number = (
    name: 'left' | 'right' | 'result',
    candidates: readonly number[],
  ): Slip | null => {
    const wrong = pickOther(line[name], candidates, 2, random);
    return wrong === null ? null : { at, written: { [name]: wrong } };
  };
  switch (kind) {
    case 'sum':
      return number('result', near(line.result, [1, 2, 10]));
    case 'product':
      return number('result', near(line.result, [1, 10, line.right]));
    case 'copied': {
      const name = at === 0 && random.chance(0.5) ? 'left' : 'right';
      const givens = [plan.first, ...plan.moves.map((move) => move.by)];
      return number(name, random.chance(0.5) ? givens : near(line[name], [1, 2]));
    }
    case 'carried': {
      const before = lines.slice(0, at - 1).flatMap(({ left, result }) => [left, result]);
      return number('left', random.chance(0.5) ? before : near(line.left, [1, 2, 10]));
    }
    case 'sign': {
      const signs: readonly Sign[] = ['+', '-', 'x'];
      const others = signs.filter(
        (sign) => calculate(line.left, sign, line.right) !== line.result && sign !== line.sign,
      );
      return others.length === 0 ? null : { at, written: { sign: random.pick(others) } };
    }
    case 'noun':
      return { at, written: { noun: random.pick(NOUNS.filter((noun) => noun !== line.noun)) } };
  }
}
