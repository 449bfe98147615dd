import { bootstrapMean } from '../../stats/intervals/bootstrapMean.ts';
import { isOneCluster } from '../../stats/oneCluster.ts';
import type { ClusteredValue } from '../../stats/intervals/clusteredMeanInterval.ts';
import type { CurveOptions, Estimate } from './klCurve.ts';
import type { PrefixArm, PrefixOutcome } from './outcomes.ts';

export interface PrefixPoint {
  readonly k: number;
  /** Problems that the figures are over: the same for every arm. */
  readonly problems: number;
  /** Problems left out because a reply has not more than k tokens, and because a beginning holds the answer. */
  readonly short: number;
  readonly givesAway: number;
  /** Accuracy of the same problems without a beginning, and after the first k tokens of each kind; null for no problems. */
  readonly accuracy: Readonly<Record<PrefixArm | 'alone', Estimate>> | null;
  /** Accuracy after the teacher's beginning, less that of each control, problem by problem. */
  readonly gain: Readonly<Record<Exclude<PrefixArm, 'teacher'> | 'alone', Estimate>> | null;
}

export interface PrefixCurve {
  readonly problems: number;
  /** Over all problems: the student without a beginning, and the teacher's own replies. */
  readonly alone: Estimate;
  readonly teacher: Estimate;
  readonly points: readonly PrefixPoint[];
}

/**
 * Accuracy by length of the beginning, with 95 % bootstrap intervals over clusters of problems. Each length has its own
 * problems (the ones whose replies are long enough and give nothing away), so accuracies of different lengths are of
 * different problems; those of one length are not, and their differences are paired.
 *
 * Null for no outcomes.
 */
export function prefixCurve(
  outcomes: readonly PrefixOutcome[],
  options: CurveOptions,
): PrefixCurve | null {
  const mean = (rows: readonly ClusteredValue[]): Estimate => {
    const found = bootstrapMean(rows, options);
    if (found === null) return { value: Number.NaN, interval: null };
    return {
      value: found.estimate,
      interval: isOneCluster(found) ? null : [found.low, found.high],
    };
  };
  if (outcomes.length === 0) return null;
  const ladder = [...new Set(outcomes.flatMap(({ rungs }) => rungs.map(({ k }) => k)))];
  return {
    problems: outcomes.length,
    alone: mean(outcomes.map(({ cluster, alone }) => ({ cluster, value: alone }))),
    teacher: mean(
      outcomes.map(({ cluster, teacherCorrect }) => ({ cluster, value: Number(teacherCorrect) })),
    ),
    points: ladder.sort((a, b) => a - b).map((k) => pointAt(k, outcomes, mean)),
  };
}

function pointAt(
  k: number,
  outcomes: readonly PrefixOutcome[],
  mean: (rows: readonly ClusteredValue[]) => Estimate,
): PrefixPoint {
  const rungs = outcomes.map(({ rungs }) => rungs.find((rung) => rung.k === k));
  const count = (why: 'short' | 'gives-away'): number =>
    rungs.filter((rung) => rung?.leftOut === why).length;
  const there = outcomes.flatMap(({ cluster, alone }, index) => {
    const shares = rungs[index]?.shares;
    return shares == null ? [] : [{ cluster, shares: { ...shares, alone } }];
  });
  const base = { k, problems: there.length, short: count('short'), givesAway: count('gives-away') };
  if (there.length === 0) return { ...base, accuracy: null, gain: null };
  const accuracy = (arm: PrefixArm | 'alone'): Estimate =>
    mean(there.map(({ cluster, shares }) => ({ cluster, value: shares[arm] })));
  const gain = (arm: PrefixArm | 'alone'): Estimate =>
    mean(there.map(({ cluster, shares }) => ({ cluster, value: shares.teacher - shares[arm] })));
  return {
    ...base,
    accuracy: {
      alone: accuracy('alone'),
      teacher: accuracy('teacher'),
      own: accuracy('own'),
      other: accuracy('other'),
    },
    gain: { alone: gain('alone'), own: gain('own'), other: gain('other') },
  };
}
