import { createRandom } from '../../../random.ts';
import type { ConsultItem } from '../../consultRubrics.ts';
import { actRules, doesAct, type Act, type Axis } from './acts.ts';
import { drawCase, writeMessage, type ConsultCase } from './consultCase.ts';
import { THEMES, type Theme } from '../../themes.ts';
import {
  drawCriteria,
  drawFlawedActs,
  drawGoodActs,
  pointsOf,
  type ActCriterion,
} from './rubric.ts';
import { writeAnswer, writeCriterion } from './writeAnswer.ts';

const ITEMS = 300;

/** An item with the acts that it was made from: what the marks rest on. */
export interface BuiltConsult {
  readonly item: ConsultItem;
  readonly drawn: ConsultCase;
  readonly criteria: readonly ActCriterion[];
  readonly good: readonly Act[];
  readonly flawed: readonly Act[];
}

/** The n-th test item (1-based). No other use may draw from seeds that begin with `consult-test-`. */
function buildItem(number: number, theme: Theme): BuiltConsult {
  const id = `cg-${String(number).padStart(3, '0')}`;
  const random = createRandom(`consult-test-${id}`);
  const drawn = drawCase('test', theme, random);
  const content = writeMessage(drawn, 'test', random);
  const criteria = drawCriteria(drawn, random);
  const good = drawGoodActs(drawn, random);
  let flawed = drawFlawedActs(criteria, random);
  while (pointsOf(criteria, flawed) >= pointsOf(criteria, good)) {
    flawed = drawFlawedActs(criteria, random);
  }
  const reference = (acts: readonly Act[]) => ({
    text: writeAnswer(acts, 'test', random),
    met: criteria.flatMap(({ act }, index) =>
      doesAct(acts, act) ? [`c${String(index + 1)}`] : [],
    ),
  });
  const item: ConsultItem = {
    id,
    theme,
    messages: [{ role: 'user', content }],
    criteria: criteria.map(({ act, points }, index) => ({
      id: `c${String(index + 1)}`,
      text: writeCriterion(act, 'test', random),
      points,
      axis: actRules[act.type].axis,
      ...(actRules[act.type].safety === true || points < -8 ? { safety: true } : {}),
    })),
    references: { good: reference(good), flawed: reference(flawed) },
  };
  return { item, drawn, criteria, good, flawed };
}

/** The test items with what they were made from, themes in turn; the same on every call. */
export function buildTestConsults(): BuiltConsult[] {
  return Array.from({ length: ITEMS }, (_, index) => {
    const theme = THEMES[index % THEMES.length] ?? THEMES[0];
    return buildItem(index + 1, theme);
  });
}

/** The shipped test items. */
export function buildTestItems(): ConsultItem[] {
  return buildTestConsults().map(({ item }) => item);
}

/** One decision of a judge whose right answer is known. */
export interface JudgeCase {
  readonly itemId: string;
  readonly answer: string;
  readonly criterion: string;
  readonly met: boolean;
  readonly axis: Axis;
}

/** Every criterion of the test items over both of the item's references. */
export function judgeCases(): JudgeCase[] {
  return buildTestItems().flatMap(({ id, criteria, references }) =>
    [references.good, references.flawed].flatMap(({ text, met }) =>
      criteria.map((criterion) => ({
        itemId: id,
        answer: text,
        criterion: criterion.text,
        met: met.includes(criterion.id),
        axis: criterion.axis,
      })),
    ),
  );
}
