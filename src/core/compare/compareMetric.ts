import type { Metric, ValueRow } from '../protocols/metric.ts';
import type { Interval } from '../stats/bootstrapInterval.ts';
import { detectableFromError } from '../stats/comparison/detectableFromError.ts';
import { detectableShareDifference } from '../stats/comparison/detectableShareDifference.ts';
import { leastP } from '../stats/comparison/leastP.ts';
import { mcNemar } from '../stats/comparison/mcNemar.ts';
import { pairedBootstrap } from '../stats/comparison/pairedBootstrap.ts';
import { clusteredMeanInterval } from '../stats/intervals/clusteredMeanInterval.ts';
import { itemValueOf, type ItemValue } from './itemValue.ts';
import { measures, type UnitPair } from './pairUnits.ts';
import { pairedStatistic } from './pairedStatistic.ts';

/** Items on which the first run is better, neither is, the second is. */
export interface WinCounts {
  wins: number;
  ties: number;
  losses: number;
}

/** A metric of two runs over the items on which both measure it. */
export interface MetricComparison {
  metricId: string;
  /** Items, and the documents they come from. */
  n: number;
  clusters: number;
  /** Items on which one of the two runs alone measures the metric; left out. */
  halfMeasured: number;
  /** The metric of each over these items; null where they do not define it. */
  first: number | null;
  second: number | null;
  /** First less second, with its 95 % interval; null where it is not defined. */
  difference: Interval | null;
  /** Two-sided, not adjusted. */
  p: { value: number; test: 'mcnemar-exact' | 'paired-bootstrap' | 'sign-of-clusters' } | null;
  /** Smallest true difference found four times in five, from the spread that was seen; null where none is. */
  detectable: number | null;
  /** Null for a metric that no item has a value of. */
  counts: WinCounts | null;
}

/** Resamples of a mean, and of what has to be computed anew on every resample. */
const RESAMPLES = { mean: 10_000, whole: 2000 };

interface MeasuredPair {
  cluster: string;
  first: ValueRow;
  second: ValueRow;
}

function asRow({ cluster, stratum }: UnitPair, values: ValueRow['values']): ValueRow {
  return { cluster, stratum, values };
}

/** Which of two values is the better one: 1 the first, -1 the second, 0 neither. */
export function better(first: number, second: number, lowerIsBetter: boolean): 1 | 0 | -1 {
  if (first === second) return 0;
  return first > second === lowerIsBetter ? -1 : 1;
}

/**
 * Compares a metric of two runs over the items that both measure it. The interval is that of the paired bootstrap over
 * clusters. The p value is McNemar's exact one where values are 0 and 1 and no two items share a document, and that of the
 * paired bootstrap elsewhere. Where all differ by the same there is nothing to resample: the documents' signs are tested.
 */
export function compareMetric(pairs: readonly UnitPair[], metric: Metric): MetricComparison {
  const rows: MeasuredPair[] = [];
  let halfMeasured = 0;
  for (const pair of pairs) {
    const [first, second] = [asRow(pair, pair.first), asRow(pair, pair.second)];
    const both = [first, second].filter((row) => measures(metric, row)).length;
    if (both === 2) rows.push({ cluster: pair.cluster, first, second });
    else halfMeasured += both;
  }
  const clusters = new Set(rows.map(({ cluster }) => cluster)).size;
  const firsts = rows.map(({ first }) => first);
  const seconds = rows.map(({ second }) => second);
  const base = {
    metricId: metric.id,
    n: rows.length,
    clusters,
    halfMeasured,
    first: rows.length === 0 ? null : metric.estimate(firsts),
    second: rows.length === 0 ? null : metric.estimate(seconds),
  };
  const item = itemValueOf(metric, [...firsts, ...seconds]);
  const values = item === null ? null : itemPairs(rows, item);
  const counts = values && countWins(values, metric.lowerIsBetter === true);
  if (item?.kind === 'mean' && values !== null) return { ...base, ...ofMeans(values), counts };
  return { ...base, ...ofWhole(rows, metric), counts };
}

interface ItemPair {
  cluster: string;
  first: number;
  second: number;
}

function itemPairs(rows: readonly MeasuredPair[], item: ItemValue): ItemPair[] {
  return rows.flatMap(({ cluster, first, second }) => {
    const [one, two] = [item.of(first), item.of(second)];
    return one === null || two === null ? [] : [{ cluster, first: one, second: two }];
  });
}

function countWins(values: readonly ItemPair[], lowerIsBetter: boolean): WinCounts {
  const counts = { wins: 0, ties: 0, losses: 0 };
  for (const { first, second } of values) {
    const side = better(first, second, lowerIsBetter);
    if (side === 1) counts.wins += 1;
    else if (side === -1) counts.losses += 1;
    else counts.ties += 1;
  }
  return counts;
}

type Tested = Pick<MetricComparison, 'difference' | 'p' | 'detectable'>;

function ofMeans(values: readonly ItemPair[]): Tested {
  const compared = pairedBootstrap(values, { resamples: RESAMPLES.mean });
  if (compared === null) return { difference: null, p: null, detectable: null };
  const { difference, pValue } = compared;
  const isBinary = values.every(
    ({ first, second }) => (first === 0 || first === 1) && (second === 0 || second === 1),
  );
  if (isBinary && difference.clusters === values.length) {
    const onlyFirst = values.filter(({ first, second }) => first > second).length;
    const onlySecond = values.filter(({ first, second }) => first < second).length;
    return {
      difference,
      p: { value: mcNemar({ onlyFirst, onlySecond }).exact, test: 'mcnemar-exact' },
      detectable: detectableShareDifference({
        kind: 'paired',
        n: values.length,
        discordant: (onlyFirst + onlySecond) / values.length,
      }),
    };
  }
  const spread = clusteredMeanInterval(
    values.map(({ cluster, first, second }) => ({ cluster, value: first - second })),
  );
  const standardError = spread?.standardError ?? 0;
  return {
    difference,
    p:
      isSpread(standardError) || difference.estimate === 0
        ? { value: pValue, test: 'paired-bootstrap' }
        : // All documents differ by the same: the bootstrap, drawing one difference again and again, says no more than signs.
          { value: leastP(difference.clusters), test: 'sign-of-clusters' },
    detectable: foundFrom(standardError),
  };
}

function ofWhole(rows: readonly MeasuredPair[], metric: Metric): Tested {
  const compared = pairedStatistic(
    rows,
    (sample) => {
      const one = metric.estimate(sample.map(({ first }) => first));
      const two = metric.estimate(sample.map(({ second }) => second));
      return one === null || two === null ? null : one - two;
    },
    RESAMPLES.whole,
  );
  if (compared === null) return { difference: null, p: null, detectable: null };
  const { difference, pValue, standardError } = compared;
  return {
    difference,
    // Where no resample differs from the data, resampling cannot say how sure they are: it may be of two items.
    p:
      isSpread(standardError) || difference.estimate === 0
        ? { value: pValue, test: 'paired-bootstrap' }
        : null,
    detectable: foundFrom(standardError),
  };
}

/** Whether there is a spread beyond rounding. */
function isSpread(standardError: number): boolean {
  return standardError > 1e-12;
}

/** No spread at all says nothing of what could be found. */
function foundFrom(standardError: number): number | null {
  return isSpread(standardError) ? detectableFromError(standardError) : null;
}
