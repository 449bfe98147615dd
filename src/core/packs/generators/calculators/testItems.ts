import { createRandom } from '../../../random.ts';
import type { NumericItem } from '../../numericAnswers.ts';
import { CALCULATOR_STRATA, type CalculatorStratum } from './calculator.ts';
import { problems } from './drawProblem.ts';

/**
 * The seed of the test split. No other use may draw from seeds that begin with `calculators-test`;
 * apart from that, test wordings are used here alone.
 */
const TEST_SEED = 'calculators-test-1';
const ITEMS: Record<CalculatorStratum, number> = { 'one-step': 80, 'two-step': 60, decimal: 60 };

/** The items of one stratum, its calculators in turn. */
function stratumItems(stratum: CalculatorStratum): NumericItem[] {
  const random = createRandom(`${TEST_SEED}/${stratum}`);
  const ofStratum = problems.filter((problem) => problem.stratum === stratum);
  const items: NumericItem[] = [];
  const seen = new Set<string>();
  while (items.length < ITEMS[stratum]) {
    const number = items.length;
    const problem = ofStratum[number % ofStratum.length];
    if (problem === undefined) throw new RangeError(`No calculator of ${stratum}.`);
    const { text, inputs, asks } = problem.tell('test', random);
    const asked = asks.at(-1);
    const key = `${problem.id}: ${inputs}`;
    if (asked === undefined || seen.has(key)) continue;
    seen.add(key);
    const id = `${stratum}-${String(number + 1).padStart(2, '0')}`;
    items.push({
      id,
      cluster: id,
      stratum,
      calculator: problem.id,
      text,
      question: asked.question,
      answer: asked.answer,
      tolerance: problem.tolerance,
      unit: problem.unit,
      range: problem.range,
    });
  }
  return items;
}

/** The shipped test items, stratum by stratum; the same on every call. */
export function buildTestItems(): NumericItem[] {
  return CALCULATOR_STRATA.flatMap(stratumItems);
}
