import type { Random } from '../../../random.ts';
import {
  NAMES,
  QUESTIONS,
  THEMES,
  type Sign,
  type Split,
  type Theme,
  type Turn,
} from './wordings.ts';

/** Right results stay within 2 to this. */
export const LARGEST_VALUE = 99;
const LARGEST_OPENING_FACTOR = 9;
const LARGEST_FACTOR = 5;
const LARGEST_ADDED = 12;

/** One sentence of a problem and the step that belongs to it. */
export interface Move {
  sign: Sign;
  by: number;
  sentence: string;
  /** What the step is called: `in a day`. */
  label: string;
}

/** A problem with all that its right solution follows from. */
export interface Plan {
  noun: string;
  /** The first given number; every move brings one more. */
  first: number;
  moves: readonly Move[];
  problem: string;
}

/** What a plan must have at a step, for a mistake of a kind to be possible there. */
export interface Demand {
  /** 0-based. */
  at: number;
  signs: readonly Sign[];
}

export function calculate(left: number, sign: Sign, right: number): number {
  if (sign === '+') return left + right;
  return sign === '-' ? left - right : left * right;
}

export function fill(frame: string, slots: Readonly<Record<string, string>>): string {
  return frame.replace(/\{(\w+)\}/gu, (_, slot: string) => slots[slot] ?? '');
}

export function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Numbers that a sign can bring without leaving 2 to LARGEST_VALUE: the largest, at least 2, or null. */
function mostFor(sign: Sign, value: number): number | null {
  const most =
    sign === '+'
      ? Math.min(LARGEST_ADDED, LARGEST_VALUE - value)
      : sign === '-'
        ? Math.min(LARGEST_ADDED, value - 2)
        : Math.min(LARGEST_FACTOR, Math.floor(LARGEST_VALUE / value));
  return most >= 2 ? most : null;
}

const SIGNS: readonly Sign[] = ['+', '-', 'x'];

function drawTurn(
  turns: Theme['turns'],
  value: number,
  allowed: readonly Sign[],
  used: Set<string>,
  split: Split,
  random: Random,
): Move | null {
  const possible = SIGNS.flatMap((sign) => {
    const most = mostFor(sign, value);
    const turn: Turn = turns[sign];
    const fillers = turn.fillers.filter((filler) => !used.has(filler));
    const fits = most !== null && fillers.length > 0 && allowed.includes(sign);
    return fits ? [{ sign, most, turn, fillers }] : [];
  });
  if (possible.length === 0) return null;
  const { sign, most, turn, fillers } = random.pick(possible);
  const filler = random.pick(fillers);
  used.add(filler);
  const by = 2 + random.int(most - 1);
  const slots = { c: String(by), g: filler, s: filler, r: filler };
  return {
    sign,
    by,
    sentence: fill(random.pick(turn.frames[split]), slots),
    label: fill(turn.label, slots),
  };
}

function tryPlan(
  stepCount: number,
  demand: Demand | null,
  split: Split,
  random: Random,
): Plan | null {
  const allowedAt = (at: number) => (demand?.at === at ? demand.signs : SIGNS);
  const theme = random.pick(THEMES);
  const openings = theme.openings.filter(({ sign }) => allowedAt(0).includes(sign));
  if (openings.length === 0) return null;
  const opening = random.pick(openings);
  const noun = random.pick(theme.nouns);
  const most = opening.sign === 'x' ? LARGEST_OPENING_FACTOR : LARGEST_ADDED;
  const first = 2 + random.int(most - 1);
  const by = 2 + random.int(most - 1);
  const slots = { w: random.pick(NAMES), n: noun, a: String(first), b: String(by) };
  const sentence = fill(random.pick(opening.frames[split]), slots);
  const moves: Move[] = [{ sign: opening.sign, by, sentence, label: opening.label }];
  let value = calculate(first, opening.sign, by);
  const used = new Set<string>();
  while (moves.length < stepCount) {
    const move = drawTurn(theme.turns, value, allowedAt(moves.length), used, split, random);
    if (move === null) return null;
    moves.push(move);
    value = calculate(value, move.sign, move.by);
  }
  const question = fill(random.pick(QUESTIONS[split]), { n: noun });
  const problem = [...moves.map((move) => move.sentence), question].join(' ');
  return { noun, first, moves, problem };
}

/** Draws a problem of so many steps; where the dice lead nowhere, they are cast again. */
export function drawPlan(
  stepCount: number,
  demand: Demand | null,
  split: Split,
  random: Random,
): Plan {
  for (;;) {
    const plan = tryPlan(stepCount, demand, split, random);
    if (plan !== null) return plan;
  }
}
