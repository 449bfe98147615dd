import { auroc } from '../../stats/calibration/auroc.ts';
import { augrc } from '../../stats/calibration/augrc.ts';
import { brierScore } from '../../stats/calibration/brierScore.ts';
import { expectedCalibrationError } from '../../stats/calibration/expectedCalibrationError.ts';
import { overconfidenceGap } from '../../stats/calibration/overconfidenceGap.ts';
import type { Prediction } from '../../stats/calibration/prediction.ts';
import { strictPairRanking } from '../../stats/calibration/strictPairRanking.ts';
import { meanOf, type Metric } from '../metric.ts';
import { predictionsOf, type ConfidenceSource } from './predictions.ts';

/** One figure over the answers that have the confidence. */
function figure(
  metric: Pick<Metric, 'id' | 'title' | 'formula' | 'source'> & Partial<Metric>,
  of: ConfidenceSource,
  compute: (predictions: readonly Prediction[]) => number | null,
): Metric {
  return {
    basis: 'gold',
    chance: null,
    measuredBy: of,
    estimate: (rows) => compute(predictionsOf(rows, of)),
    ...metric,
  };
}

const error = (predictions: readonly Prediction[]): number | null =>
  expectedCalibrationError(predictions)?.error ?? null;

/** SPR needs a right and a wrong answer; the paper’s 0 without a pair would read as a bad model. */
function pairRanking(predictions: readonly Prediction[]): number | null {
  return new Set(predictions.map(({ correct }) => correct)).size < 2
    ? null
    : strictPairRanking(predictions);
}

const CAOPD = 'CaOPD (arXiv 2604.16830)';
const ECE =
  'Ten bins of equal width by confidence; the difference between mean confidence and share right in each, without its sign, weighted by the bin’s size. Lower is better.';

/** Metrics of calibration, the leading one first. */
export const confidenceMetrics: readonly Metric[] = [
  figure(
    {
      id: 'ece',
      title: 'Calibration error',
      formula: ECE,
      source: `Naeini et al. 2015, as in ${CAOPD}`,
      lowerIsBetter: true,
    },
    'confidence',
    error,
  ),
  figure(
    {
      id: 'brier',
      title: 'Brier score',
      formula:
        'Mean square of confidence less the outcome (1 right, 0 wrong). Always saying one half gets 0.25. Lower is better.',
      source: `Brier 1950, as in ${CAOPD}`,
      lowerIsBetter: true,
    },
    'confidence',
    brierScore,
  ),
  figure(
    {
      id: 'auroc',
      title: 'AUROC',
      formula:
        'Share of pairs of a right and a wrong answer whose right one has the higher confidence, an equal one counting half.',
      source: 'Hanley and McNeil 1982',
      chance: 0.5,
    },
    'confidence',
    auroc,
  ),
  figure(
    {
      id: 'spr',
      title: 'SPR',
      formula:
        'The same share, an equal confidence counting nothing; not given where all answers are right or all wrong.',
      source: `${CAOPD}; there it is 0 where all are right or all wrong`,
    },
    'confidence',
    pairRanking,
  ),
  figure(
    {
      id: 'augrc',
      title: 'AUGRC',
      formula:
        'Area under the share of answers that are accepted and wrong, over the share accepted, from the most confident down: error rate / 2 where confidence says nothing. Lower is better.',
      source: 'Traub et al. 2024',
      lowerIsBetter: true,
    },
    'confidence',
    augrc,
  ),
  figure(
    {
      id: 'ocg',
      title: 'Overconfidence',
      formula:
        'Mean confidence less share right: above 0 is overconfident, below 0 too modest, 0 neither on the whole.',
      source: `${CAOPD}, where it is OCG`,
    },
    'confidence',
    overconfidenceGap,
  ),
  {
    id: 'accuracy',
    title: 'Accuracy',
    basis: 'gold',
    formula: 'Share of items whose likeliest answer is right; an unreadable choice is wrong.',
    source: 'standard',
    chance: null,
    measuredBy: 'correct',
    estimate: (rows) => meanOf(rows, 'correct'),
  },
  {
    id: 'verbalRead',
    title: 'Says how sure',
    basis: 'gold',
    formula:
      'Share of answers whose confidence in words could be read: one number from 0 to 100. The next two rest on these alone.',
    source: 'ours',
    chance: null,
    measuredBy: 'verbalRead',
    estimate: (rows) => meanOf(rows, 'verbalRead'),
  },
  figure(
    {
      id: 'verbalEce',
      title: 'Calibration error in words',
      formula: `Of the confidence in words. ${ECE}`,
      source: CAOPD,
      lowerIsBetter: true,
    },
    'verbal',
    error,
  ),
  figure(
    {
      id: 'verbalOcg',
      title: 'Overconfidence in words',
      formula: 'Mean confidence in words less share right.',
      source: CAOPD,
    },
    'verbal',
    overconfidenceGap,
  ),
];
