/** What became of one item, in the coarsest terms a list can be filtered by. */
export type Outcome = 'right' | 'wrong' | 'unscored' | 'scored';

type Values = Readonly<Record<string, number | null>>;

/**
 * An item with a criterion whose judge reply could not be read is `unscored` first of all; an item
 * with a gold label is right or wrong; any other has a score and no side.
 */
export function outcomeOf(values: Values): Outcome {
  if ((values['unscored'] ?? 0) > 0) return 'unscored';
  const correct = values['correct'];
  if (correct === undefined || correct === null) return 'scored';
  return correct === 1 ? 'right' : 'wrong';
}

/** The outcomes that occur among rows, each with its count, in a fixed order. */
export function countOutcomes(rows: readonly { values: Values }[]): [Outcome, number][] {
  const counts = new Map<Outcome, number>();
  for (const { values } of rows) {
    const outcome = outcomeOf(values);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  const order: readonly Outcome[] = ['right', 'wrong', 'scored', 'unscored'];
  return order.flatMap((outcome): [Outcome, number][] => {
    const count = counts.get(outcome);
    return count === undefined ? [] : [[outcome, count]];
  });
}
