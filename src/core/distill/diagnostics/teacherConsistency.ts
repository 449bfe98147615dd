import { reverseKl } from '../tokenFacts.ts';

/** Log-probabilities at one place of a cached text: under the teacher that made the fine-tuning data, and the one that now teaches. */
export interface TeacherPair {
  readonly logTuning: ArrayLike<number>;
  readonly logTeaching: ArrayLike<number>;
}

/** Means over places. */
export interface TeacherConsistency {
  readonly places: number;
  /** KL(tuning || teaching), nats. */
  readonly kl: number;
  /** Half the sum of differences of probability, in [0, 1]. */
  readonly totalVariation: number;
  /** Share of places at which both think the same token likeliest. */
  readonly sameFirst: number;
}

function firstOf(row: ArrayLike<number>): number {
  let first = 0;
  for (let v = 1; v < row.length; v += 1)
    if ((row[v] ?? Number.NaN) > (row[first] ?? Number.NaN)) first = v;
  return first;
}

/**
 * How far two teachers differ on cached texts. Lightning OPD (arXiv 2604.13010, code and public pages, methods C7) requires that the same
 * teacher made the fine-tuning data and scores the cache; with another one it loses about 6.8 points there. The same teacher gives
 * 0, 0 and 1 here. The paper states the condition, not a measure of it: these three are ours, and so is any threshold on them.
 *
 * Null for no places.
 */
export function teacherConsistency(places: readonly TeacherPair[]): TeacherConsistency | null {
  if (places.length === 0) return null;
  let [kl, totalVariation, same] = [0, 0, 0];
  for (const { logTuning, logTeaching } of places) {
    kl += reverseKl(logTuning, logTeaching);
    let apart = 0;
    for (let v = 0; v < logTuning.length; v += 1) {
      apart += Math.abs(
        Math.exp(logTuning[v] ?? Number.NaN) - Math.exp(logTeaching[v] ?? Number.NaN),
      );
    }
    totalVariation += apart / 2;
    same += Number(firstOf(logTuning) === firstOf(logTeaching));
  }
  const n = places.length;
  return { places: n, kl: kl / n, totalVariation: totalVariation / n, sameFirst: same / n };
}
