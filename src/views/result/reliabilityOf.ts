import type { ReliabilityData, ReliabilitySeries } from '../../charts/reliability/layout.ts';
import type { Paint } from '../../core/figures/scene.ts';
import {
  predictionsOf,
  type ConfidenceSource,
} from '../../core/protocols/confidenceCalibration/predictions.ts';
import type { ValueRow } from '../../core/protocols/metric.ts';
import { expectedCalibrationError } from '../../core/stats/calibration/expectedCalibrationError.ts';

const LABELS: Readonly<Record<ConfidenceSource, string>> = {
  confidence: 'probability of the answer',
  verbal: 'what the student said',
};
const SOURCES: readonly ConfidenceSource[] = ['confidence', 'verbal'];

/** The bins that a run's calibration errors are taken from; null where its protocol gives no confidences. */
export function reliabilityOf(
  rows: readonly Pick<ValueRow, 'values'>[],
  colour: Paint,
): ReliabilityData | null {
  const series = SOURCES.flatMap((source): ReliabilitySeries[] => {
    const calibration = expectedCalibrationError(predictionsOf(rows, source));
    return calibration === null
      ? []
      : [{ id: source, label: LABELS[source], colour, bins: calibration.bins }];
  });
  return series.length === 0 ? null : { series };
}
