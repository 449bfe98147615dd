import { createRandom } from '../../../random.ts';
import type { ArithmeticItem } from '../../multistepArithmetic.ts';
import { drawProblem, FEWEST_STEPS, MOST_STEPS } from './drawProblem.ts';

const ITEMS = 500;

/** The name of a number of steps: `steps-07`. */
export function lengthStratum(stepCount: number): string {
  return `steps-${String(stepCount).padStart(2, '0')}`;
}

/**
 * The shipped test items, 45 or 46 of each number of steps, no two with the same numbers. Item _n_
 * is drawn from the seed `test-arithmetic-n`; a draw whose numbers were there before is passed over.
 */
export function buildTestItems(): ArithmeticItem[] {
  const items: ArithmeticItem[] = [];
  const seen = new Set<string>();
  const lengths = MOST_STEPS - FEWEST_STEPS + 1;
  for (let draw = 1; items.length < ITEMS; draw += 1) {
    const stepCount = FEWEST_STEPS + (items.length % lengths);
    const random = createRandom(`test-arithmetic-${String(draw)}`);
    const { lines, steps, answer } = drawProblem(random, stepCount, 'test');
    const worked = steps.join('\n');
    if (seen.has(worked)) continue;
    seen.add(worked);
    const id = `arithmetic-${String(items.length + 1).padStart(3, '0')}`;
    items.push({
      id,
      cluster: id,
      stratum: lengthStratum(stepCount),
      lines: [...lines],
      steps: [...steps],
      answer,
    });
  }
  return items;
}
