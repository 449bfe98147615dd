import { passAtK } from '../../stats/passAtK.ts';
import { meanMetric, reportMetrics, type FlatReport, type SavedMetric } from '../savedMetric.ts';
import type { SavedSamples } from './rows.ts';

const EVERY_UP_TO = 10;

/** The k that are reported: each up to 10, then 20, 50, 100, 200 and so on, and as many as any question has answers. */
export function reportedKs(most: number): number[] {
  const ks = new Set([most]);
  for (let k = 1; k <= Math.min(most, EVERY_UP_TO); k += 1) ks.add(k);
  for (let ten = EVERY_UP_TO; ten <= most; ten *= 10)
    for (const times of [1, 2, 5]) if (times * ten <= most) ks.add(times * ten);
  return [...ks].sort((a, b) => a - b);
}

/**
 * Mean over questions of the unbiased estimate from the answers that could be read. A question that was answered fewer than k
 * times says nothing of it; one of which fewer than k answers were read is unscored.
 */
function passMetric(k: number): SavedMetric<SavedSamples> {
  return meanMetric(`pass@${String(k)}`, ({ answers, read, right }) => {
    if (answers < k) return undefined;
    return read < k ? null : passAtK(read, right, k);
  });
}

/** pass@k of every reported k, and how many single answers have no verdict. */
export function scoreSamples(rows: readonly SavedSamples[]): FlatReport {
  const most = rows.reduce((max, { answers }) => Math.max(max, answers), 1);
  const unread = rows.reduce((sum, { answers, read }) => sum + answers - read, 0);
  return new Map([
    ...reportMetrics(rows, reportedKs(most).map(passMetric)),
    ['n_unscored_samples', unread] as const,
  ]);
}
