import { auroc } from '../../stats/calibration/auroc.ts';
import { brierScore } from '../../stats/calibration/brierScore.ts';
import { expectedCalibrationError } from '../../stats/calibration/expectedCalibrationError.ts';
import { overconfidenceGap } from '../../stats/calibration/overconfidenceGap.ts';
import { strictPairRanking } from '../../stats/calibration/strictPairRanking.ts';
import { readConfidence } from './confidenceLine.ts';

export interface CalibrationFigures {
  /** Replies whose confidence could be read, on which all figures rest, and all replies. */
  readonly read: number;
  readonly replies: number;
  /** Null where no confidence could be read. */
  readonly error: number | null;
  readonly brier: number | null;
  /** Mean confidence less accuracy. */
  readonly gap: number | null;
  /** Share of pairs of a right and a wrong reply in which the right one is surer, ties not counting; null where a class is missing. */
  readonly ranking: number | null;
  readonly auroc: number | null;
}

/**
 * CaOPD's metrics (methods C6) of replies with what they say of themselves: ECE in 10 equal bins, Brier, OCG, SPR, and AUROC, which
 * is ours. A reply without a readable confidence line is left out and counted: it is not the same as no confidence.
 */
export function calibrationFigures(
  replies: readonly { readonly text: string; readonly correct: boolean }[],
): CalibrationFigures {
  const predictions = replies.flatMap(({ text, correct }) => {
    const confidence = readConfidence(text);
    return confidence === null ? [] : [{ confidence: confidence.right / confidence.of, correct }];
  });
  const area = auroc(predictions);
  return {
    read: predictions.length,
    replies: replies.length,
    error: expectedCalibrationError(predictions)?.error ?? null,
    brier: brierScore(predictions),
    gap: overconfidenceGap(predictions),
    ranking: area === null ? null : strictPairRanking(predictions),
    auroc: area,
  };
}
