import { bootstrapInterval, type Interval } from '../stats/bootstrapInterval.ts';
import { icc21 } from '../stats/agreement/icc21.ts';
import { bootstrapMean } from '../stats/intervals/bootstrapMean.ts';
import { kappaOfLabels } from '../stats/kappaOfLabels.ts';

/** One question to which two judges gave a mark each. */
export interface MarkPair {
  cluster: string;
  first: string;
  second: string;
}

/** One answer to which two judges gave a number each. */
export interface ScorePair {
  cluster: string;
  first: number;
  second: number;
}

/** How far two judges agree. */
export interface MarkAgreement {
  /** Cohen's kappa; null where it is not defined, as where both always give the same one mark. */
  kappa: Interval | null;
  /** Share of questions with the same mark. */
  share: Interval | null;
}

const RESAMPLES = 2000;

/** Agreement of two judges' marks, with 95 % bootstrap intervals over clusters: the marks of one document stand together. */
export function markAgreement(rows: readonly MarkPair[]): MarkAgreement {
  return {
    kappa: bootstrapInterval(
      rows,
      (sample) => kappaOfLabels(sample.map(({ first, second }) => [first, second] as const)),
      { resamples: RESAMPLES },
    ),
    share: bootstrapMean(
      rows.map(({ cluster, first, second }) => ({ cluster, value: first === second ? 1 : 0 })),
      { resamples: RESAMPLES },
    ),
  };
}

/** ICC(2,1) of two judges' numbers with its 95 % bootstrap interval over clusters; null where it is not defined. */
export function scoreAgreement(rows: readonly ScorePair[]): Interval | null {
  return bootstrapInterval(
    rows,
    (sample) => icc21(sample.map(({ first, second }) => [first, second])),
    { resamples: RESAMPLES },
  );
}
