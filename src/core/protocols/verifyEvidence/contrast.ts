import type { ValueRow } from '../metric.ts';

/**
 * Faithfulness and consistency after NLI4CT-P (Jullien, Valentino and Freitas, SemEval 2024 task 2): what a verdict does
 * when the note is altered so that the answer turns round, and when it is altered so that the answer stays.
 */

type Values = ValueRow['values'];

/**
 * The verdict as 1 or 0. An unreadable answer is taken for the wrong verdict of its item: an altered copy gains nothing by
 * one, and a preserving copy only where the original is wrong too.
 */
function verdict(values: Values): number {
  const wrong = values.label === 1 ? 0 : 1;
  return values.said ?? wrong;
}

interface Compared {
  original: Values;
  copy: Values;
}

/**
 * Each copy among the rows with its original, matched by note and pair number; copies whose original is not among the rows
 * are left out. In a bootstrap sample a note that is drawn twice brings both halves twice: each copy counts once a draw.
 */
function comparisons(rows: readonly ValueRow[], kind: 'altering' | 'preserving'): Compared[] {
  const keyOf = ({ cluster, values }: ValueRow) => `${String(values.pair)} ${cluster}`;
  const originals = new Map<string, Values>();
  for (const row of rows) {
    if (row.values.original === 1 && typeof row.values.pair === 'number')
      originals.set(keyOf(row), row.values);
  }
  return rows.flatMap((row) => {
    const { values } = row;
    if (values[kind] !== 1 || typeof values.pair !== 'number') return [];
    const original = originals.get(keyOf(row));
    return original === undefined ? [] : [{ original, copy: values }];
  });
}

function mean(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function change({ original, copy }: Compared): number {
  return Math.abs(verdict(original) - verdict(copy));
}

/** Mean change of the verdict over altered copies whose original was answered right; null where there is none. */
export function faithfulness(rows: readonly ValueRow[]): number | null {
  const answeredRight = comparisons(rows, 'altering').filter(
    ({ original }) => original.correct === 1,
  );
  return mean(answeredRight.map(change));
}

/** One less the mean change of the verdict over preserving copies; null where there is none. */
export function consistency(rows: readonly ValueRow[]): number | null {
  return mean(comparisons(rows, 'preserving').map((compared) => 1 - change(compared)));
}
