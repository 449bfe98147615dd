import { resampleNumbers, type NumberOfTotals, type Prepared } from './resampleNumbers.ts';

/** Named numbers, in the order in which they are written; null where a number is not defined on the rows. */
export type FlatReport = ReadonlyMap<string, number | null>;

/** Whether a metric is about a row, and if so whether the row's verdict could be read. */
export type Standing = 'scored' | 'unscored' | 'out';

/** Adds an amount to one of the totals. */
export type AddTo = (column: number, amount: number) => void;

/** Numbers over rows that were saved which rest on the same rows and the same totals. */
export interface SavedMetric<Row> {
  /** The rows of one group, where it is about no others; all unless given. */
  readonly rows?: readonly Row[];
  standing(row: Row): Standing;
  /** How many totals there are. */
  readonly columns: number;
  /** What a scored row adds to them. */
  add(row: Row, to: AddTo): void;
  readonly numbers: readonly NumberOfTotals[];
}

/** Arithmetic mean; null of nothing. */
export function meanOfNumbers(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** A sum over a count, as totals hold them; null over nothing. */
export function ratioOf(totals: Float64Array, sum: number, count: number): number | null {
  const n = totals[count] ?? 0;
  return n === 0 ? null : (totals[sum] ?? 0) / n;
}

/** The mean of a value over rows: a number, null where it could not be read, undefined where the metric is not about the row. */
export function meanMetric<Row>(
  name: string,
  valueOf: (row: Row) => number | null | undefined,
): SavedMetric<Row> {
  return {
    standing: (row) => {
      const value = valueOf(row);
      if (value === undefined) return 'out';
      return value === null ? 'unscored' : 'scored';
    },
    columns: 2,
    add: (row, to) => {
      to(0, valueOf(row) ?? 0);
      to(1, 1);
    },
    numbers: [{ name, of: (totals) => ratioOf(totals, 0, 1) }],
  };
}

/** The rows of each group by its name, in alphabetical order of code units; rows without a name are in none. */
export function groupRows<Row>(
  rows: readonly Row[],
  nameOf: (row: Row) => string | null | undefined,
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name == null) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return new Map([...groups].sort(([one], [two]) => (one < two ? -1 : 1)));
}

/** Names that rows give their groups, each once, in alphabetical order of their code units. */
export function groupNames<Row>(
  rows: readonly Row[],
  nameOf: (row: Row) => string | null | undefined,
): string[] {
  return [...groupRows(rows, nameOf).keys()];
}

/** What a metric rests on: the totals of its scored rows, by cluster in order of their first row. */
interface Measured {
  readonly samples: number;
  readonly unscored: number;
  readonly totals: Float64Array;
  readonly prepared: Prepared;
}

function measure<Row extends { readonly cluster: string }>(
  rows: readonly Row[],
  metric: SavedMetric<Row>,
): Measured {
  const places = new Map<string, number>();
  const entries: { place: number[]; column: number[]; amount: number[] } = {
    place: [],
    column: [],
    amount: [],
  };
  const totals = new Float64Array(metric.columns);
  let samples = 0;
  let unscored = 0;
  for (const row of metric.rows ?? rows) {
    const standing = metric.standing(row);
    if (standing === 'unscored') unscored += 1;
    if (standing !== 'scored') continue;
    samples += 1;
    const place = places.get(row.cluster) ?? places.size;
    places.set(row.cluster, place);
    metric.add(row, (column, amount) => {
      if (amount === 0) return;
      totals[column] = (totals[column] ?? 0) + amount;
      entries.place.push(place);
      entries.column.push(column);
      entries.amount.push(amount);
    });
  }
  return {
    samples,
    unscored,
    totals,
    prepared: { clusters: places.size, columns: metric.columns, entries, numbers: metric.numbers },
  };
}

/**
 * Every number over the rows: its value under its name, the rows that it rests on under `NAME:n_samples`, those left out
 * because their verdict is missing or unreadable under `NAME:n_unscored`, and a 95 % percentile bootstrap interval over
 * clusters under `NAME:low` and `NAME:high`: null where fewer than two clusters leave nothing to draw, and where more than
 * half of the resamples do not define the number. A metric that no row is about is left out.
 */
export function reportMetrics<Row extends { readonly cluster: string }>(
  rows: readonly Row[],
  metrics: readonly SavedMetric<Row>[],
): FlatReport {
  const about = metrics
    .map((metric) => measure(rows, metric))
    .filter(({ samples, unscored }) => samples + unscored > 0);
  const intervals = resampleNumbers(about.map(({ prepared }) => prepared));
  const report = new Map<string, number | null>();
  for (const { samples, unscored, totals, prepared } of about) {
    for (const number of prepared.numbers) {
      const { name } = number;
      const estimate = samples === 0 ? null : number.of(totals);
      const interval = estimate === null ? undefined : intervals.get(number);
      report.set(name, estimate);
      report.set(`${name}:n_samples`, samples);
      report.set(`${name}:n_unscored`, unscored);
      report.set(`${name}:low`, interval?.low ?? null);
      report.set(`${name}:high`, interval?.high ?? null);
    }
  }
  return report;
}
