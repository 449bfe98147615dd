import { registerDelta } from '../../protocols/eligibility/registerDelta.ts';
import type { ValueRow } from '../../protocols/metric.ts';
import { consistency, faithfulness } from '../../protocols/verifyEvidence/contrast.ts';
import { groupRows, meanMetric, reportMetrics, type FlatReport } from '../savedMetric.ts';
import { originalOf, originalsByPair } from './originals.ts';
import type { SavedVerification } from './rows.ts';

/** Rows that are held against each other: a copy with its original, or the two registers of a pair. */
interface Compared {
  readonly cluster: string;
  readonly rows: readonly SavedVerification[];
  /** False where a row of it is not in the file. */
  readonly isWhole: boolean;
}

type Estimate = (rows: readonly ValueRow[]) => number | null;

/** A row as the protocols of the packs see it, of the one pair that is compared. */
function toValueRow(row: SavedVerification): ValueRow {
  return {
    cluster: row.cluster,
    stratum: '',
    values: {
      label: Number(row.gold),
      said: Number(row.predicted),
      correct: Number(row.predicted === row.gold),
      pair: 0,
      original: Number(row.variant === 'original'),
      altering: Number(row.variant === 'altering'),
      preserving: Number(row.variant === 'preserving'),
      register: row.register === null ? null : Number(row.register === 'patient'),
    },
  };
}

/** Null where a row is missing or was not read; undefined where the number is not about this comparison. */
function compare({ rows, isWhole }: Compared, estimate: Estimate): number | null | undefined {
  if (!isWhole || rows.some(({ predicted }) => predicted === null)) return null;
  return estimate(rows.map(toValueRow)) ?? undefined;
}

/** A copy with its original of the same register; both have the cluster of the copy, so that they are matched whatever the file says. */
function copiesOf(rows: readonly SavedVerification[], kind: 'altering' | 'preserving'): Compared[] {
  const originals = originalsByPair(rows);
  return rows
    .filter(({ variant }) => variant === kind)
    .map((copy) => {
      const original = originalOf(copy, originals);
      return {
        cluster: copy.cluster,
        isWhole: original !== undefined,
        rows: original === undefined ? [copy] : [{ ...original, cluster: copy.cluster }, copy],
      };
    });
}

/** The registers of each pair that was told in at least one. */
function registersOf(rows: readonly SavedVerification[]): Compared[] {
  const told = rows.filter(({ register, variant }) => register !== null && variant === 'original');
  return [...groupRows(told, ({ pair }) => pair).values()].map((own) => ({
    cluster: own[0]?.cluster ?? '',
    rows: own,
    isWhole: new Set(own.map(({ register }) => register)).size === 2,
  }));
}

/** Numbers over comparisons; `:n_samples` counts comparisons. */
export function scorePairs(rows: readonly SavedVerification[]): FlatReport {
  const metric = (name: string, estimate: Estimate) => [
    meanMetric<Compared>(name, (compared) => compare(compared, estimate)),
  ];
  return new Map([
    ...reportMetrics(copiesOf(rows, 'altering'), metric('faithfulness', faithfulness)),
    ...reportMetrics(copiesOf(rows, 'preserving'), metric('consistency', consistency)),
    ...reportMetrics(registersOf(rows), metric('register_accuracy_delta', registerDelta)),
  ]);
}
