import { createRandom } from '../../../random.ts';
import type { StepwiseItem } from '../../stepwiseErrors.ts';
import { drawSolution, FEWEST_STEPS, MOST_STEPS } from './drawSolution.ts';
import { MISTAKES } from './mistakes.ts';

const RIGHT_ITEMS = 102;
const ITEMS_PER_MISTAKE = 33;

/**
 * The shipped test items: 102 right solutions and 33 with each kind of mistake, the lengths of 3 to
 * 7 steps in turn. Item _n_ is drawn from the seed `test-stepwise-n`; a draw with a problem that was
 * there before is passed over.
 */
export function buildTestItems(): StepwiseItem[] {
  const kinds = [
    ...Array.from({ length: RIGHT_ITEMS }, () => 'none' as const),
    ...MISTAKES.flatMap((kind) => Array.from({ length: ITEMS_PER_MISTAKE }, () => kind)),
  ];
  const items: StepwiseItem[] = [];
  const seen = new Set<string>();
  const lengths = MOST_STEPS - FEWEST_STEPS + 1;
  let draw = 0;
  kinds.forEach((kind, index) => {
    const size = items.length + 1;
    while (items.length < size) {
      draw += 1;
      const random = createRandom(`test-stepwise-${String(draw)}`);
      const stepCount = FEWEST_STEPS + (index % lengths);
      const { plan, steps, firstWrong } = drawSolution(kind, stepCount, 'test', random);
      if (seen.has(plan.problem)) continue;
      seen.add(plan.problem);
      const id = `stepwise-${String(size).padStart(3, '0')}`;
      items.push({
        id,
        cluster: id,
        stratum: kind,
        problem: plan.problem,
        steps: [...steps],
        firstWrong,
      });
    }
  });
  return items;
}
