import { harmonicMean } from '../../protocols/firstWrongStep/metrics.ts';
import { aggregateSteps, type StepAggregation } from '../../stats/aggregateSteps.ts';
import {
  groupRows,
  meanMetric,
  meanOfNumbers,
  ratioOf,
  reportMetrics,
  type FlatReport,
  type SavedMetric,
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

/** Exact answers and answers, over solutions with a wrong step, then over those without. */
const SPLIT_COLUMNS = 4;

/** ProcessBench's F1 of the split whose totals begin at a column. */
function splitF1(totals: Float64Array, first: number): number | null {
  return harmonicMean(ratioOf(totals, first, first + 1), ratioOf(totals, first + 2, first + 3));
}

/** The mean over splits of their F1; null unless each of them has one. */
function processMetric(
  name: string,
  splits: readonly (string | null)[],
  rows: readonly SavedSolution[],
): SavedMetric<SavedSolution> {
  const firsts = new Map(splits.map((split, place) => [split, place * SPLIT_COLUMNS]));
  return {
    rows,
    standing: ({ gold, predicted }) => {
      if (gold === null) return 'out';
      return predicted === null ? 'unscored' : 'scored';
    },
    columns: splits.length * SPLIT_COLUMNS,
    add: (row, to) => {
      const right = onError(row) ?? onCorrect(row) ?? 0;
      const at = (firsts.get(row.subset) ?? 0) + (onError(row) === undefined ? 2 : 0);
      to(at, right);
      to(at + 1, 1);
    },
    numbers: [
      {
        name,
        of: (totals) => {
          const scores = [...firsts.values()].map((first) => splitF1(totals, first));
          const known = scores.filter((score) => score !== null);
          return known.length < scores.length ? null : meanOfNumbers(known);
        },
      },
    ],
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
  const asked = rows.filter(({ gold }) => gold !== null);
  const subsets = groupRows(asked, ({ subset }) => subset);
  const isWithout = asked.some(({ subset }) => subset === null);
  const splits = [...subsets.keys(), ...(isWithout ? [null] : [])];
  return [
    processMetric('process_f1', splits, asked),
    meanMetric('accuracy_error', onError),
    meanMetric('accuracy_correct', onCorrect),
    ...[...subsets].map(([name, own]) => processMetric(`subset:${name}/process_f1`, [name], own)),
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
  return [...groupRows(rows, ({ question }) => question)].map(([cluster, solutions]) => ({
    cluster,
    solutions,
  }));
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
