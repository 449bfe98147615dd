import { bootstrapInterval } from '../../stats/bootstrapInterval.ts';
import type { FlatReport } from '../savedMetric.ts';
import { pairCount, readerNumbers } from './agreements.ts';
import { categoriesOf } from './categories.ts';
import type { RatedItems, SavedRatings } from './rows.ts';

/** Things times pairs of readers beyond which intervals would take minutes: every resample is ranked anew. */
export const MOST_RESAMPLED = 4_000;

function notesOf(items: RatedItems, isResampled: boolean): string[] {
  const { hasReference, isScaleGiven, scale } = items;
  return [
    ...(hasReference && !isScaleGiven && scale !== null
      ? [
          `The rows give no scale, so leniency is a share of the marks that occur, ${String(scale.lowest)} to ${String(scale.highest)}. Add "scale": [lowest, highest] to a row for that of the scale.`,
        ]
      : []),
    ...(isResampled
      ? []
      : [
          `No intervals are given: the rows times the pairs of readers are more than ${String(MOST_RESAMPLED)}. Score fewer readers or rows for them.`,
        ]),
  ];
}

/**
 * How far readers agree with each other, and with the reference. Each number comes with the things that it rests on, those left out
 * because a mark that it needs is missing, and a bootstrap interval over clusters; null for fewer than two of them.
 */
export function scoreRatings(items: RatedItems): { report: FlatReport; notes: readonly string[] } {
  const { rows } = items;
  const categories = categoriesOf(rows.flatMap(({ marks }) => marks.filter((one) => one !== null)));
  const isResampled = rows.length * pairCount(items) <= MOST_RESAMPLED;
  const report = new Map<string, number | null>();
  for (const { name, isScored, of } of readerNumbers(items, categories)) {
    const scored = rows.filter(({ marks }) => isScored(marks));
    const statistic = (sample: readonly SavedRatings[]) => of(sample.map(({ marks }) => marks));
    const estimate = scored.length === 0 ? null : statistic(scored);
    const clusters = new Set(scored.map(({ cluster }) => cluster)).size;
    const interval =
      estimate === null || clusters < 2 || !isResampled
        ? null
        : bootstrapInterval(scored, statistic);
    report.set(name, estimate);
    report.set(`${name}:n_samples`, scored.length);
    report.set(`${name}:n_unscored`, rows.length - scored.length);
    report.set(`${name}:low`, interval?.low ?? null);
    report.set(`${name}:high`, interval?.high ?? null);
  }
  return { report, notes: notesOf(items, isResampled) };
}
