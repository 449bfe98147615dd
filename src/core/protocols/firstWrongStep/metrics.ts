import { meanOf, type Metric, type ValueRow } from '../metric.ts';

/**
 * Harmonic mean of the accuracy on solutions with a mistake and the accuracy on right ones:
 * 2 a b / (a + b), 0 where both are 0 (ProcessBench, arXiv 2412.06559). Null where the rows hold
 * solutions of one sort only.
 */
export function processF1(rows: readonly ValueRow[]): number | null {
  return harmonicMean(meanOf(rows, 'foundMistake'), meanOf(rows, 'clearedRight'));
}

/** The same from the two accuracies. */
export function harmonicMean(onWrong: number | null, onRight: number | null): number | null {
  if (onWrong === null || onRight === null) return null;
  return onWrong + onRight === 0 ? 0 : (2 * onWrong * onRight) / (onWrong + onRight);
}

/** Metrics of finding the first wrong step, the leading one first. */
export const firstWrongStepMetrics: readonly Metric[] = [
  {
    id: 'processF1',
    title: 'Process F1',
    basis: 'gold',
    formula:
      '2 a b / (a + b), with a the share of solutions with a mistake whose first wrong step was named exactly, and b the share of right solutions that were answered none. Always answering none, or never, scores 0.',
    source: 'ProcessBench (arXiv 2412.06559)',
    chance: null,
    measuredBy: 'correct',
    estimate: processF1,
  },
  {
    id: 'accuracyOnWrong',
    title: 'Mistakes found',
    basis: 'gold',
    formula: 'Share of solutions with a mistake whose first wrong step was named exactly.',
    source: 'ProcessBench (arXiv 2412.06559)',
    chance: null,
    measuredBy: 'foundMistake',
    estimate: (rows) => meanOf(rows, 'foundMistake'),
  },
  {
    id: 'accuracyOnRight',
    title: 'Right solutions passed',
    basis: 'gold',
    formula: 'Share of right solutions that were answered none.',
    source: 'ProcessBench (arXiv 2412.06559)',
    chance: null,
    measuredBy: 'clearedRight',
    estimate: (rows) => meanOf(rows, 'clearedRight'),
  },
  {
    id: 'accuracy',
    title: 'Accuracy',
    basis: 'gold',
    formula:
      'Share of all solutions answered exactly; an unreadable answer is wrong. A guess is right once in (steps + 1) times, 0.18 on average for 3 to 7 steps.',
    source: 'standard',
    chance: null,
    measuredBy: 'correct',
    estimate: (rows) => meanOf(rows, 'correct'),
  },
];
