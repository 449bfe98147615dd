import { createRandom, type Random } from '../../../random.ts';
import { drawPlace, drawSlip, workOut, type MistakeKind, type WrittenLine } from './mistakes.ts';
import { capitalise, drawPlan, fill, LARGEST_VALUE, type Plan } from './plan.ts';
import { STEP_FRAMES, type Split } from './wordings.ts';

/** Fewest and most steps of a solution. */
export const FEWEST_STEPS = 3;
export const MOST_STEPS = 7;
/** Wrong solutions may run a little past the largest right value. */
const LARGEST_WRONG_VALUE = LARGEST_VALUE + 40;
/** Share of problems, by their first numbers, that training never sees. */
const HELD_OUT_SHARE = 1 / 8;
const HELD_OUT_NUMBERS = 3;

/** A problem with a solution, right or wrong. */
export interface StepwiseSolution {
  plan: Plan;
  lines: readonly WrittenLine[];
  /** The steps as written, without their numbers. */
  steps: readonly string[];
  kind: MistakeKind | 'none';
  /** 1-based; null where every step is right. */
  firstWrong: number | null;
}

/** Whether a problem is the test's: its first three numbers, in their order, are then in no training problem. */
export function isHeldOut({ first, moves }: Plan): boolean {
  const numbers = [first, ...moves.map((move) => move.by)].slice(0, HELD_OUT_NUMBERS);
  return createRandom(JSON.stringify(['stepwise', ...numbers])).chance(HELD_OUT_SHARE);
}

function writeStep(line: WrittenLine, label: string, split: Split, random: Random): string {
  const sum = `${String(line.left)} ${line.sign} ${String(line.right)} = ${String(line.result)}`;
  return capitalise(fill(random.pick(STEP_FRAMES[split]), { L: label, e: sum, n: line.noun }));
}

/** Draws a solution of so many steps (3 to 7) with a first mistake of a kind, or with none. */
export function drawSolution(
  kind: MistakeKind | 'none',
  stepCount: number,
  split: Split,
  random: Random,
): StepwiseSolution {
  const place = kind === 'none' ? null : drawPlace(kind, stepCount, random);
  for (;;) {
    const plan = drawPlan(stepCount, place, split, random);
    if (isHeldOut(plan) !== (split === 'test')) continue;
    const slip = kind === 'none' || place === null ? null : drawSlip(plan, kind, place.at, random);
    if (kind !== 'none' && slip === null) continue;
    const lines = workOut(plan, slip);
    if (lines.some(({ result }) => result < 2 || result > LARGEST_WRONG_VALUE)) continue;
    const steps = lines.map((line, index) =>
      writeStep(line, plan.moves[index]?.label ?? '', split, random),
    );
    return { plan, lines, steps, kind, firstWrong: slip === null ? null : slip.at + 1 };
  }
}
