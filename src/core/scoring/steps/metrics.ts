import { processF1 } from '../../protocols/firstWrongStep/metrics.ts';
import { aggregateSteps, type StepAggregation } from '../../stats/aggregateSteps.ts';
import {
  groupNames,
  meanMetric,
  meanOfNumbers,
  type FlatReport,
  reportMetrics,
  type SavedMetric,
  withinGroup,
} from '../savedMetric.ts';
import type { SavedSolution } from './rows.ts';

/** Whether the first wrong step was named exactly, over solutions with one, or over those without. */
function exactWhere(hasError: boolean) {
  return ({ gold, predicted }: SavedSolution): number | null | undefined => {
    if (gold === null || gold >= 0 !== hasError) return undefined;
    return predicted === null ? null : Number(predicted === gold);
  };
}

const onError = exactWhere(true);
const onCorrect = exactWhere(false);

/** ProcessBench's F1 of the rows of one split. */
function splitF1(rows: readonly SavedSolution[]): number | null {
  return processF1(
    rows.map((row) => ({
      cluster: row.cluster,
      stratum: '',
      values: { foundMistake: onError(row) ?? null, clearedRight: onCorrect(row) ?? null },
    })),
  );
}

function processMetric(
  name: string,
  subsets: readonly (string | null)[],
): SavedMetric<SavedSolution> {
  return {
    name,
    standing: ({ gold, predicted }) => {
      if (gold === null) return 'out';
      return predicted === null ? 'unscored' : 'scored';
    },
    estimate: (rows) =>
      meanOfNumbers(
        subsets
          .map((name) => splitF1(rows.filter(({ subset }) => subset === name)))
          .filter((score) => score !== null),
      ),
  };
}

function shareOfTrue(verdicts: readonly (boolean | null)[]): number | null | undefined {
  if (verdicts.length === 0) return undefined;
  return meanOfNumbers(verdicts.filter((verdict) => verdict !== null).map(Number));
}

function efficiency({ steps }: SavedSolution): number | null | undefined {
  return shareOfTrue(steps.map(({ label }) => (label === null ? null : label === 'Reasoning')));
}

/** Over reasoning steps alone: the other labels assert nothing new. */
function factuality({ steps }: SavedSolution): number | null | undefined {
  return shareOfTrue(
    steps.filter(({ label }) => label === 'Reasoning').map(({ correct }) => correct),
  );
}

function solutionMetrics(rows: readonly SavedSolution[]): SavedMetric<SavedSolution>[] {
  const subsets = groupNames(rows, ({ subset }) => subset);
  const isWithout = rows.some(({ subset }) => subset === null);
  return [
    processMetric('process_f1', isWithout ? [...subsets, null] : subsets),
    meanMetric('accuracy_error', onError),
    meanMetric('accuracy_correct', onCorrect),
    ...subsets.map((name) =>
      withinGroup(
        processMetric('', [name]),
        `subset:${name}/process_f1`,
        ({ subset }) => subset === name,
      ),
    ),
    meanMetric('efficiency', efficiency),
    meanMetric('factuality', factuality),
    meanMetric('completeness', ({ goldHit }) => shareOfTrue(goldHit)),
    meanMetric('answer_accuracy', ({ answerCorrect }) =>
      answerCorrect == null ? answerCorrect : Number(answerCorrect),
    ),
  ];
}

/** Every solution of one question. */
interface SavedQuestion {
  readonly cluster: string;
  readonly solutions: readonly SavedSolution[];
}

/** Whether the solution with the highest reward is right; the first of several that share it. */
function bestIsRight(solutions: readonly SavedSolution[], how: StepAggregation): number | null {
  let best: { reward: number; isRight: boolean | null } | null = null;
  for (const { scores, answerCorrect } of solutions) {
    if (scores === null) return null;
    const reward = aggregateSteps(scores, how);
    if (reward === null) return null;
    if (best === null || reward > best.reward) best = { reward, isRight: answerCorrect ?? null };
  }
  return best?.isRight == null ? null : Number(best.isRight);
}

function questionsOf(rows: readonly SavedSolution[]): SavedQuestion[] {
  return groupNames(rows, ({ question }) => question).map((name) => {
    const solutions = rows.filter(({ question }) => question === name);
    return { cluster: name, solutions };
  });
}

/** Med-PRM takes the smallest step, or the last one. */
const BEST_OF_N = ['min', 'last'] as const;

const questionMetrics: readonly SavedMetric<SavedQuestion>[] = BEST_OF_N.map((how) =>
  meanMetric(`best_of_n@${how}`, ({ solutions }) => bestIsRight(solutions, how)),
);

/** Verdicts about single steps that are missing, over all rows. */
function unscoredSteps(rows: readonly SavedSolution[]): number {
  return rows
    .flatMap(({ steps, goldHit }) => [
      ...steps.map(({ label, correct }) => (label === 'Reasoning' ? correct : label)),
      ...goldHit,
    ])
    .filter((verdict) => verdict === null).length;
}

/** Numbers about steps: where solutions go wrong, what their steps are, and what choosing by steps comes to. */
export function scoreSolutions(rows: readonly SavedSolution[]): FlatReport {
  return new Map([
    ...reportMetrics(rows, solutionMetrics(rows)),
    ...reportMetrics(questionsOf(rows), questionMetrics),
    ['n_unscored_steps', unscoredSteps(rows)] as const,
  ]);
}
