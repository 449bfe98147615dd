import { createRandom, type Random } from '../random.ts';
import { BOOTSTRAP } from '../stats/bootstrapInterval.ts';
import { quantileSorted } from '../stats/quantile.ts';

/** A number that follows from totals over rows. */
export interface NumberOfTotals {
  readonly name: string;
  /** Null where the totals do not define it. It must not keep the array that it is given. */
  of(totals: Float64Array): number | null;
}

/** What the scored rows of a metric add to its totals: an entry an addition, in the order of the rows. */
export interface Prepared {
  readonly clusters: number;
  readonly columns: number;
  readonly entries: {
    /** The cluster's place in the order of first rows. */
    readonly place: readonly number[];
    readonly column: readonly number[];
    readonly amount: readonly number[];
  };
  readonly numbers: readonly NumberOfTotals[];
}

interface Ends {
  readonly low: number;
  readonly high: number;
}

/** Adds what clusters that were drawn so often add to the totals, which begin at 0. */
type AddUp = (times: Uint32Array, totals: Float64Array) => void;

/** Some of a metric's numbers. */
interface Task {
  readonly addUp: AddUp;
  readonly totals: Float64Array;
  readonly drawn: readonly Drawn[];
}

/** A number's values on the resamples that define it. */
interface Drawn {
  readonly number: NumberOfTotals;
  readonly values: Float64Array;
  kept: number;
}

/** Numbers whose resamples are held at a time: 1000 values of 8 bytes each, 130 MB in all. */
const MOST_NUMBERS = 16_384;
/** Where more than one in so many of the sums of clusters by columns is not 0, all of them are laid out. */
const SPARSE = 4;
const { resamples: RESAMPLES, seed: SEED } = BOOTSTRAP;

/**
 * 95 % percentile intervals of numbers that follow from totals, the clusters of a metric drawn with replacement: the draws and,
 * but for the order of sums, the values are those of `bootstrapInterval` over the metric's scored rows. Rows are not copied, and
 * metrics with as many clusters share their draws, so the time grows with the rows and not with rows times numbers.
 *
 * A number is left out where there are fewer than two clusters (every resample is then the data, which says nothing of how
 * sure it is), and where more than half of the resamples do not define it.
 */
export function resampleNumbers(metrics: readonly Prepared[]): Map<NumberOfTotals, Ends> {
  const ends = new Map<NumberOfTotals, Ends>();
  const byClusters = new Map<number, Prepared[]>();
  for (const metric of metrics) {
    if (metric.clusters < 2) continue;
    const alike = byClusters.get(metric.clusters);
    if (alike === undefined) byClusters.set(metric.clusters, [metric]);
    else alike.push(metric);
  }
  for (const [clusters, alike] of byClusters) {
    for (const tasks of batches(alike)) {
      draw(clusters, tasks);
      for (const { number, values, kept } of tasks.flatMap(({ drawn }) => drawn)) {
        if (kept * 2 < RESAMPLES) continue;
        const sorted = values.subarray(0, kept).sort();
        ends.set(number, {
          low: quantileSorted(sorted, 0.025),
          high: quantileSorted(sorted, 0.975),
        });
      }
    }
  }
  return ends;
}

/** The metrics' numbers in batches of at most MOST_NUMBERS; a metric with more is in several. */
function* batches(metrics: readonly Prepared[]): Generator<Task[]> {
  let batch: Task[] = [];
  let size = 0;
  for (const metric of metrics) {
    for (let from = 0; from < metric.numbers.length;) {
      const numbers = metric.numbers.slice(from, from + MOST_NUMBERS - size);
      batch.push(taskOf(metric, numbers));
      from += numbers.length;
      size += numbers.length;
      if (size < MOST_NUMBERS) continue;
      yield batch;
      batch = [];
      size = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

function taskOf(metric: Prepared, numbers: readonly NumberOfTotals[]): Task {
  const { clusters, columns, entries } = metric;
  const isDense = entries.place.length * SPARSE > clusters * columns;
  return {
    addUp: isDense ? denseSums(metric) : sparseSums(metric),
    totals: new Float64Array(columns),
    drawn: numbers.map((number) => ({ number, values: new Float64Array(RESAMPLES), kept: 0 })),
  };
}

/** A sum a cluster in each column. */
function denseSums({ clusters, columns, entries }: Prepared): AddUp {
  const sums = Array.from({ length: columns }, () => new Float64Array(clusters));
  for (const [entry, place] of entries.place.entries()) {
    const column = sums[entries.column[entry] ?? 0];
    if (column !== undefined) column[place] = (column[place] ?? 0) + (entries.amount[entry] ?? 0);
  }
  const fixed = sums.map(totalOfEvery);
  return (times, totals) => {
    for (const [index, column] of sums.entries())
      totals[index] = fixed[index] ?? weightedSum(column, times);
  };
}

/** By index: this loop runs a thousand times over all clusters. */
function weightedSum(column: Float64Array, times: Uint32Array): number {
  let total = 0;
  for (let place = 0; place < times.length; place += 1)
    total += (times[place] ?? 0) * (column[place] ?? 0);
  return total;
}

/** The total of every resample where all clusters have the same whole number, such as one row; null elsewhere. */
function totalOfEvery(column: Float64Array): number | null {
  const [first = 0] = column;
  return Number.isInteger(first) && column.every((sum) => sum === first)
    ? first * column.length
    : null;
}

/** The entries sorted by cluster: those of cluster c stand from starts[c] to starts[c + 1]. */
function sparseSums({ clusters, entries }: Prepared): AddUp {
  const starts = new Uint32Array(clusters + 1);
  for (const place of entries.place) starts[place + 1] = (starts[place + 1] ?? 0) + 1;
  for (let place = 0; place < clusters; place += 1)
    starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
  const next = starts.slice();
  const columnOf = new Uint32Array(entries.place.length);
  const amounts = new Float64Array(entries.place.length);
  for (const [entry, place] of entries.place.entries()) {
    const at = next[place] ?? 0;
    next[place] = at + 1;
    columnOf[at] = entries.column[entry] ?? 0;
    amounts[at] = entries.amount[entry] ?? 0;
  }
  return (times, totals) => {
    for (let place = 0; place < times.length; place += 1) {
      const weight = times[place] ?? 0;
      if (weight === 0) continue;
      const end = starts[place + 1] ?? 0;
      for (let entry = starts[place] ?? 0; entry < end; entry += 1) {
        const column = columnOf[entry] ?? 0;
        totals[column] = (totals[column] ?? 0) + weight * (amounts[entry] ?? 0);
      }
    }
  };
}

function draw(clusters: number, tasks: readonly Task[]): void {
  const random = createRandom(SEED);
  const places = new Uint32Array(clusters);
  const times = new Uint32Array(clusters);
  for (let round = 0; round < RESAMPLES; round += 1) {
    countDraws(random, places, times);
    for (const task of tasks) {
      task.totals.fill(0);
      task.addUp(times, task.totals);
      for (const one of task.drawn) {
        const value = one.number.of(task.totals);
        if (value === null) continue;
        one.values[one.kept] = value;
        one.kept += 1;
      }
    }
  }
}

/** Draws as many clusters as there are, with replacement, and counts how often each came. By index: this runs a thousand times. */
function countDraws(random: Random, places: Uint32Array, times: Uint32Array): void {
  random.fillInts(places, places.length);
  times.fill(0);
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    times[place] = (times[place] ?? 0) + 1;
  }
}
