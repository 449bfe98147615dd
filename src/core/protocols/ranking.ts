import { aurocOfScores } from '../stats/aurocOfScores.ts';
import { measured, type ValueRow } from './metric.ts';

/**
 * Credit of a pair of rewards: 1 where the right one's is higher, one half where they are equal, 0 where it is lower. Null
 * where one is missing: a number that the runtime did not give says nothing of the student.
 */
export function pairCredit(right: number | null, wrong: number | null): number | null {
  if (right === null || wrong === null) return null;
  if (right === wrong) return 0.5;
  return Number(right > wrong);
}

/** AUROC of one value over another, both pooled over all rows: one threshold has to serve every item. */
export function aurocOfValues(
  rows: readonly ValueRow[],
  above: string,
  below: string,
): number | null {
  return aurocOfScores(measured(rows, above), measured(rows, below));
}

/** AUROC of a value between the rows where `label` is 1 and those where it is 0. */
export function aurocByLabel(
  rows: readonly ValueRow[],
  value: string,
  label: string,
): number | null {
  const ofLabel = (wanted: number) => rows.filter(({ values }) => values[label] === wanted);
  return aurocOfScores(measured(ofLabel(1), value), measured(ofLabel(0), value));
}

/** 1-based place of the lowest value; of equals the last, so that all being equal finds nothing early. Null for none. */
export function lowestPlace(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.lastIndexOf(Math.min(...values)) + 1;
}

/** `+1.25`, or `unread`: a reward as it is shown beside its answer. */
export function sayReward(reward: number | null): string {
  if (reward === null) return 'unread';
  return `${reward < 0 ? '−' : '+'}${Math.abs(reward).toFixed(2)}`;
}
