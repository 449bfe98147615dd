import { measured, type Metric, type ValueRow } from '../protocols/metric.ts';
import { measures } from './pairUnits.ts';

/** The part that one item has in a metric. */
export interface ItemValue {
  /** `mean`: the metric is the mean of these values. `clipped`: it is their mean, cut off at 0 and 1. */
  kind: 'mean' | 'clipped';
  /** Null for an item that does not measure the metric. */
  of(row: ValueRow): number | null;
}

type Measure = Pick<Metric, 'measuredBy' | 'measuredIn' | 'estimate'>;

/** Sums of thousands of numbers in another order differ by their rounding. */
const ROUNDING = 1e-9;

/** What each of the rows has by itself, where all have something. */
function alone(rows: readonly ValueRow[], of: ItemValue['of']): number[] | null {
  const values: number[] = [];
  for (const row of rows) {
    const value = of(row);
    if (value === null) return null;
    values.push(value);
  }
  return values;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * What items contribute to a metric, or null for a metric that is not a mean over items, such as an F1 from counts or a
 * correlation: no item has a value of such a one.
 *
 * A metric is a function of rows, and does not say what kind of function. So it is tried: on all rows, on every other row and
 * on the first third, the mean of what the rows give alone must be what they give together.
 */
export function itemValueOf(metric: Measure, rows: readonly ValueRow[]): ItemValue | null {
  const all = rows.filter((row) => measures(metric, row));
  if (all.length === 0) return null;
  const samples = [
    all,
    all.filter((_, index) => index % 2 === 0),
    all.slice(0, Math.ceil(all.length / 3)),
  ];
  const holds = (of: ItemValue['of'], join: (values: readonly number[]) => number): boolean =>
    samples.every((sample) => {
      const values = alone(sample, of);
      const together = metric.estimate(sample);
      return values !== null && together !== null && Math.abs(join(values) - together) <= ROUNDING;
    });
  const own: ItemValue['of'] = (row) => (measures(metric, row) ? metric.estimate([row]) : null);
  if (holds(own, mean)) return { kind: 'mean', of: own };
  const raw: ItemValue['of'] = (row) =>
    measures(metric, row) ? (measured([row], metric.measuredBy)[0] ?? null) : null;
  const clipped = (values: readonly number[]): number => Math.min(1, Math.max(0, mean(values)));
  return holds(raw, clipped) ? { kind: 'clipped', of: raw } : null;
}
