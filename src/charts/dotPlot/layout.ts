import { linearAxis } from '../../core/figures/axis.ts';

/** One entry of a dot plot: a name and a number without an interval. */
export interface DotRow {
  readonly id: string;
  readonly label: string;
  readonly sublabel: string;
  readonly value: number;
  /** Places behind the point that it is written with. */
  readonly places: number;
  /** `hollow` for what only stands beside a result. */
  readonly mark: 'filled' | 'hollow';
  /** Where the number comes from: shown in the last column. */
  readonly source: { readonly label: string; readonly href: string };
}

export interface PlacedDot {
  readonly row: DotRow;
  /** Percent of the plot's width. */
  readonly at: number;
  /** The number as given, and the fraction that would bring it to as many places as the longest: `.0`, never shown. */
  readonly text: string;
  readonly padding: string;
}

export interface DotLayout {
  readonly rows: readonly PlacedDot[];
  readonly ticks: readonly {
    readonly value: number;
    readonly label: string;
    readonly at: number;
  }[];
}

/** Ends of an axis where a reader expects them: from 0 to 1 or to 100 as far as the values fit in there. */
function extent(values: readonly number[]): [number, number] {
  const largest = Math.max(0, ...values);
  return [Math.min(0, ...values), largest <= 1 ? 1 : largest <= 100 ? 100 : largest];
}

/**
 * Places rows, in the order given, on a linear axis in percent of the plot's width. Numbers keep the places they were
 * published with: a nought that nobody measured is not added, only the room that it would take.
 */
export function layoutDots(rows: readonly DotRow[]): DotLayout {
  const values = rows.map(({ value }) => value);
  const axis = linearAxis(extent(values), [0, 100]);
  const longest = Math.max(0, ...rows.map((row) => row.places));
  return {
    rows: rows.map((row) => {
      const missing = longest - row.places;
      const point = row.places === 0 && missing > 0 ? '.' : '';
      return {
        row,
        at: axis.at(row.value),
        text: row.value.toFixed(row.places).replace('-', '−'),
        padding: `${point}${'0'.repeat(missing)}`,
      };
    }),
    ticks: axis.ticks,
  };
}

/** Headings of the figure's columns. */
export interface DotHeadings {
  nameHeading: string;
  valueHeading: string;
  sourceHeading: string;
}
