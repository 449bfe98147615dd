import { quantileSorted } from '../../stats/quantile.ts';
import { measured, meanOf, type Metric, type ValueRow } from '../metric.ts';

function medianRelativeError(rows: readonly ValueRow[]): number | null {
  const errors = measured(rows, 'relativeError').sort((a, b) => a - b);
  return errors.length === 0 ? null : quantileSorted(errors, 0.5);
}

/** Metrics of numeric answers, the leading one first. */
export const numericAnswerMetrics: readonly Metric[] = [
  {
    id: 'accuracy',
    title: 'Right within tolerance',
    basis: 'gold',
    formula:
      'Share of items whose number is within the item’s own absolute or relative tolerance, edge included; an unreadable answer is wrong.',
    source: 'MedCalc-Bench (2024), with a tolerance an item',
    chance: null,
    measuredBy: 'correct',
    estimate: (rows) => meanOf(rows, 'correct'),
  },
  {
    id: 'medianRelativeError',
    title: 'Median relative error (lower is better)',
    basis: 'gold',
    formula:
      'Median of |said - right| / |right| over the readable answers; the median, because one answer of many digits would decide a mean.',
    source: 'standard',
    chance: null,
    measuredBy: 'relativeError',
    estimate: medianRelativeError,
  },
  {
    id: 'unreadableShare',
    title: 'Unreadable (lower is better)',
    basis: 'gold',
    formula: 'Share of answers in which no number was found.',
    source: 'ours',
    chance: null,
    measuredBy: 'unreadable',
    estimate: (rows) => meanOf(rows, 'unreadable'),
  },
];
