import { nice, tickStep, ticks } from 'd3-array';

/** One entry of a forest plot: a name, and an estimate with its interval. */
export interface ForestRow {
  id: string;
  label: string;
  sublabel: string;
  /** Estimate with its 95 % interval and the number of rows behind it; null where not measured. */
  interval: { estimate: number; low: number; high: number; n: number } | null;
  kind: 'student' | 'baseline';
  /** Custom property that holds the row's colour, `--data-0` and the like. */
  colour: string;
  /** Where the name leads, or null. */
  href: string | null;
}

/** Where a row's marks stand, in percent of the plot's width. */
export interface ForestMarks {
  estimate: number;
  low: number;
  high: number;
}

export interface PlacedRow {
  row: ForestRow;
  marks: ForestMarks | null;
}

export interface ForestTick {
  value: number;
  label: string;
  /** Percent of the plot's width. */
  at: number;
}

export interface ForestLayout {
  rows: readonly PlacedRow[];
  ticks: readonly ForestTick[];
  /** The value of a coin flip, where it is known: percent of the width. */
  chance: { value: number; at: number } | null;
}

/** Half of an axis of differences that are all 0. */
const SMALLEST_REACH = 0.01;

/**
 * The axis: 0 to 1 for shares and scores, which is where a reader expects them to begin and end;
 * for anything beyond, the extent of the intervals, zero and the chance value, rounded outwards.
 */
function extent(
  rows: readonly ForestRow[],
  { chance, axis = 'share' }: ForestOptions,
): [number, number] {
  const values = rows.flatMap(({ interval }) =>
    interval === null ? [] : [interval.low, interval.estimate, interval.high],
  );
  if (chance !== null) values.push(chance);
  if (axis === 'share') return [Math.min(0, ...values), Math.max(1, ...values)];
  // Differences lie about 0, which stands in the middle: neither side is the expected one.
  const reach = Math.max(...values.map(Math.abs), SMALLEST_REACH);
  return [-reach, reach];
}

/** By estimate, highest first; equal ones by name; what was not measured comes last. */
function byEstimate(a: ForestRow, b: ForestRow): number {
  const left = a.interval?.estimate ?? Number.NEGATIVE_INFINITY;
  const right = b.interval?.estimate ?? Number.NEGATIVE_INFINITY;
  if (left !== right) return right - left;
  return a.label < b.label ? -1 : a.label > b.label ? 1 : a.id < b.id ? -1 : 1;
}

export interface ForestOptions {
  chance: number | null;
  /** `byEstimate` unless the rows have an order of their own, like strata. */
  order: 'byEstimate' | 'given';
  /** `share` unless the rows are differences, whose axis is centred on 0. */
  axis?: 'share' | 'difference';
}

const TICKS = 5;

/**
 * A linear axis over round numbers, in percent. Made of d3-array's parts, because this chart is on
 * the first page and d3-scale's linear scale brings all of d3-color and d3-format with it.
 */
function percentAxis([from, to]: [number, number]) {
  const [first, last] = nice(from, to, TICKS);
  const decimals = Math.max(0, -Math.floor(Math.log10(tickStep(first, last, TICKS))));
  const at = (value: number): number => ((value - first) / (last - first)) * 100;
  const placed = ticks(first, last, TICKS).map((value) => ({
    value,
    label: value.toFixed(decimals).replace('-', '−'),
    at: at(value),
  }));
  return { at, ticks: placed };
}

/** Places rows, axis and chance line. Percentages, so that the browser does the resizing. */
export function layoutForest(rows: readonly ForestRow[], options: ForestOptions): ForestLayout {
  const { chance, order } = options;
  const axis = percentAxis(extent(rows, options));
  const sorted = order === 'given' ? [...rows] : [...rows].sort(byEstimate);
  return {
    rows: sorted.map((row) => ({
      row,
      marks:
        row.interval === null
          ? null
          : {
              estimate: axis.at(row.interval.estimate),
              low: axis.at(row.interval.low),
              high: axis.at(row.interval.high),
            },
    })),
    ticks: axis.ticks,
    chance: chance === null ? null : { value: chance, at: axis.at(chance) },
  };
}
