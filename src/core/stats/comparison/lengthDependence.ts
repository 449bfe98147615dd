import { bootstrapInterval, type Interval } from '../bootstrapInterval.ts';
import { pearson } from '../correlation/pearson.ts';
import { normalCdf } from '../normalCdf.ts';
import { normalQuantile } from '../normalQuantile.ts';
import { isOneCluster } from '../oneCluster.ts';
import { correlationEquivalence } from './correlationEquivalence.ts';
import { NEGLIGIBLE } from './negligible.ts';

/** A test says something at this level. */
const LEVEL = 0.05;
/** Fewer pairs have no standard error. */
const FEWEST = 4;

/** An answer that was right (1) or wrong (0), with how long the text was that it was asked about. */
export interface AnsweredLength {
  /** The document: its items have one length, and are right and wrong together. */
  readonly cluster: string;
  readonly length: number;
  readonly correct: number;
}

/** Why there is no correlation of being right with length. */
export type NoCorrelation = 'few' | 'same-length' | 'all-right' | 'all-wrong';

export interface LengthCorrelation {
  /** Pearson's r of length and being right (point-biserial), in [-1, 1]. */
  readonly r: number;
  /** 95 % over clusters; null where too few resamples have a correlation. */
  readonly interval: Interval | null;
  readonly n: number;
  readonly clusters: number;
  readonly bound: number;
  /** TOST with items taken for independent, as published; null for a perfect correlation, which has no Fisher z. */
  readonly pValue: number | null;
  /** The same with the standard error of the bootstrap over clusters; null where there is none. */
  readonly pClustered: number | null;
  /**
   * `equivalent`: both p below 0.05. `correlated`: the interval lies on one side of 0. `small`: both, a correlation that is shown to
   * be below the bound. `open`: neither.
   */
  readonly conclusion: 'equivalent' | 'correlated' | 'small' | 'open';
}

export type LengthDependence =
  | { readonly kind: 'none'; readonly reason: NoCorrelation; readonly n: number }
  | ({ readonly kind: 'correlation' } & LengthCorrelation);

function correlationOf(rows: readonly AnsweredLength[]): number | null {
  return pearson(
    rows.map(({ length }) => length),
    rows.map(({ correct }) => correct),
  );
}

/** Why these rows have no correlation; null where they do. */
function lacking(rows: readonly AnsweredLength[]): NoCorrelation | null {
  const [first] = rows;
  if (first === undefined || rows.length < FEWEST) return 'few';
  if (rows.every(({ correct }) => correct === first.correct)) {
    return first.correct === 1 ? 'all-right' : 'all-wrong';
  }
  return rows.every(({ length }) => length === first.length) ? 'same-length' : null;
}

/** TOST by Fisher's z with a standard error in z taken from a 95 % interval; null where the interval has none. */
function clusteredTest(r: number, interval: Interval | null, bound: number): number | null {
  if (interval === null || isOneCluster(interval)) return null;
  const [low, high] = [Math.atanh(interval.low), Math.atanh(interval.high)];
  const error = (high - low) / (2 * normalQuantile(0.975));
  if (!(error > 0 && error < Infinity)) return null;
  return normalCdf((Math.abs(Math.atanh(r)) - Math.atanh(bound)) / error);
}

/**
 * Whether being right depends on the length of the text: the correlation, and the test of equivalence by which MedicalBench shows that
 * it hardly does (`correlationEquivalence`). Its test takes items for independent, though items of one document share their
 * length; so it is done a second time with the standard error of the bootstrap over documents, (atanh high − atanh low) / 3.92, and
 * equivalence is claimed only where both tests claim it.
 *
 * @throws RangeError for a bound outside (0, 1) or a length that is not finite.
 */
export function lengthDependence(
  rows: readonly AnsweredLength[],
  bound = NEGLIGIBLE,
): LengthDependence {
  const reason = lacking(rows);
  const r = reason === null ? correlationOf(rows) : null;
  if (r === null) return { kind: 'none', reason: reason ?? 'same-length', n: rows.length };
  const interval = bootstrapInterval(rows, correlationOf);
  const isPerfect = Math.abs(r) === 1;
  const pValue = isPerfect ? null : correlationEquivalence({ r, n: rows.length, bound }).pValue;
  const pClustered = isPerfect ? null : clusteredTest(r, interval, bound);
  const isSmall = pValue !== null && pValue < LEVEL && pClustered !== null && pClustered < LEVEL;
  const isThere =
    interval !== null && !isOneCluster(interval) && (interval.low > 0 || interval.high < 0);
  return {
    kind: 'correlation',
    r,
    interval,
    n: rows.length,
    clusters: new Set(rows.map(({ cluster }) => cluster)).size,
    bound,
    pValue,
    pClustered,
    conclusion: isSmall ? (isThere ? 'small' : 'equivalent') : isThere ? 'correlated' : 'open',
  };
}
