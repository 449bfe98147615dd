import { f1FromCounts, type PositiveCounts } from '../stats/f1FromCounts.ts';
import type { NumberOfTotals } from './resampleNumbers.ts';
import type { AddTo, SavedMetric, Standing } from './savedMetric.ts';

function ratio(part: number, rest: number): number | null {
  return part + rest === 0 ? null : part / (part + rest);
}

const RATES: readonly (readonly [string, (counts: PositiveCounts) => number | null])[] = [
  ['f1', f1FromCounts],
  ['precision', ({ truePositives, falsePositives }) => ratio(truePositives, falsePositives)],
  ['recall', ({ truePositives, falseNegatives }) => ratio(truePositives, falseNegatives)],
];

/** Totals that counts take up. */
export const COUNT_COLUMNS = 3;

/** Adds counts to the totals that begin at a column. */
export function addCounts(to: AddTo, first: number, counts: PositiveCounts): void {
  to(first, counts.truePositives);
  to(first + 1, counts.falsePositives);
  to(first + 2, counts.falseNegatives);
}

/** The counts in the totals that begin at a column. */
export function countsAt(totals: Float64Array, first: number): PositiveCounts {
  return {
    truePositives: totals[first] ?? 0,
    falsePositives: totals[first + 1] ?? 0,
    falseNegatives: totals[first + 2] ?? 0,
  };
}

/** `PREFIXf1`, `PREFIXprecision` and `PREFIXrecall` of the counts that begin at a column. */
export function rateNumbers(prefix: string, first: number): NumberOfTotals[] {
  return RATES.map(([name, rate]) => ({
    name: `${prefix}${name}`,
    of: (totals) => rate(countsAt(totals, first)),
  }));
}

/** The three rates, each from counts summed over the rows (micro). */
export function microRates<Row>(
  prefix: string,
  standing: (row: Row) => Standing,
  countsOf: (row: Row) => PositiveCounts,
): SavedMetric<Row> {
  return {
    standing,
    columns: COUNT_COLUMNS,
    add: (row, to) => {
      addCounts(to, 0, countsOf(row));
    },
    numbers: rateNumbers(prefix, 0),
  };
}
