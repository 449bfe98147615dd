import type { Prediction } from '../../stats/calibration/prediction.ts';
import type { ValueRow } from '../metric.ts';

/** `confidence` is the probability of the answer, `verbal` what the student said of it. */
export type ConfidenceSource = 'confidence' | 'verbal';

/** Answers with the confidence of one sort; rows without it are left out. */
export function predictionsOf(
  rows: readonly Pick<ValueRow, 'values'>[],
  source: ConfidenceSource,
): Prediction[] {
  return rows.flatMap(({ values }) => {
    const confidence = values[source];
    return typeof confidence === 'number' ? [{ confidence, correct: values['correct'] === 1 }] : [];
  });
}
