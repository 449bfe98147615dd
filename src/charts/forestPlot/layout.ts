import { linearAxis } from '../../core/figures/axis.ts';
import type { Paint } from '../../core/figures/scene.ts';

/** One entry of a forest plot: a name, and an estimate with its interval. */
export interface ForestRow {
  id: string;
  label: string;
  sublabel: string;
  /** Estimate with its 95 % interval and the number of rows, and of clusters, behind it; null where not measured. */
  interval: { estimate: number; low: number; high: number; n: number; clusters?: number } | null;
  kind: 'student' | 'baseline';
  /** Custom property that holds the row's colour, `--data-0` and the like. */
  colour: Paint;
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

/** Places rows, axis and chance line. Percentages, so that the browser does the resizing. */
export function layoutForest(rows: readonly ForestRow[], options: ForestOptions): ForestLayout {
  const { chance, order } = options;
  const axis = linearAxis(extent(rows, options), [0, 100]);
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

/** Headings of the figure's columns. */
export interface ForestHeadings {
  /** What the line at chance, or at no difference, says. */
  lineName?: string;
  nameHeading: string;
  valueHeading: string;
  /** What is counted in the last column; `n` unless given. */
  countHeading?: string;
  /** Places behind the point; 2 in the figure and 3 in the table unless given. */
  digits?: number;
}
