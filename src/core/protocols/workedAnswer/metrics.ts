import { meanOf, type Metric } from '../metric.ts';

/** Metrics of worked answers, the leading one first. */
export const workedAnswerMetrics: readonly Metric[] = [
  {
    id: 'accuracy',
    title: 'Accuracy',
    basis: 'gold',
    formula:
      'Share of items whose number behind the last “Answer” equals the gold answer; an answer without one is wrong.',
    source: 'GSM8K (exact match)',
    chance: null,
    measuredBy: 'correct',
    estimate: (rows) => meanOf(rows, 'correct'),
  },
  {
    id: 'stepAccuracy',
    title: 'Step accuracy',
    basis: 'gold',
    formula:
      'Steps that are the gold step of their position, over the longer of the written and the gold list, averaged over items.',
    source: 'ours',
    chance: null,
    measuredBy: 'stepsRight',
    estimate: (rows) => meanOf(rows, 'stepsRight'),
  },
  {
    id: 'allSteps',
    title: 'All steps right',
    basis: 'gold',
    formula: 'Share of items whose every step is the gold step, none missing and none too many.',
    source: 'ours',
    chance: null,
    measuredBy: 'allStepsRight',
    estimate: (rows) => meanOf(rows, 'allStepsRight'),
  },
];
