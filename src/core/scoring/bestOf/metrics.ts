import {
  reciprocalRank,
  tieGaps,
  winnersCredit,
  type Rewards,
} from '../../protocols/rateAnswers/rateAnswer.ts';
import { tiesScore, type RatedTie } from '../../protocols/rateAnswers/tiesScore.ts';
import { STEP_AGGREGATIONS } from '../../stats/aggregateSteps.ts';
import {
  groupRows,
  meanMetric,
  meanOfNumbers,
  ratioOf,
  type SavedMetric,
  type Standing,
} from '../savedMetric.ts';
import type { SavedChoice } from './rows.ts';

type Measure = (rewards: Rewards) => number;

/** Whether every right answer is above every wrong one; an equal reward is not. */
function isRankedFirst({ right, wrong }: Rewards): number {
  return Number(Math.min(...right) > Math.max(...wrong));
}

/** A mean over questions with one list of rewards, but for the ties subset, which is scored otherwise. */
function choiceMetric(
  name: string,
  measure: Measure,
  aggregation: string,
): SavedMetric<SavedChoice> {
  return meanMetric(name, ({ tie, rewards }) => {
    const apart = rewards.get(aggregation);
    if (tie !== null || apart === undefined) return undefined;
    return apart === null ? null : measure(apart);
  });
}

function standingBy(aggregation: string) {
  return ({ rewards }: SavedChoice): Standing => {
    const apart = rewards.get(aggregation);
    if (apart === undefined) return 'out';
    return apart === null ? 'unscored' : 'scored';
  };
}

/** The questions of the ties subset as one way of making rewards rates them, a column each: how often each was drawn. */
function tieColumns(choices: readonly SavedChoice[], aggregation: string) {
  const columns = new Map<SavedChoice, number>();
  const rated: RatedTie[] = [];
  for (const choice of choices) {
    const apart = choice.rewards.get(aggregation);
    if (choice.tie === null || apart == null) continue;
    const { margin, spread } = tieGaps(apart);
    columns.set(choice, rated.length);
    rated.push({ ...choice.tie, isAccurate: margin > 0, margin, spread });
  }
  return {
    columns,
    /** Of the totals from the column `first` on. */
    score: (totals: Float64Array, first: number): number | null =>
      tiesScore(
        rated.flatMap((tie, column) => new Array<RatedTie>(totals[first + column] ?? 0).fill(tie)),
      ),
  };
}

function tiesMetric(
  name: string,
  choices: readonly SavedChoice[],
  aggregation: string,
): SavedMetric<SavedChoice> {
  const rows = choices.filter(({ tie }) => tie !== null);
  const ties = tieColumns(rows, aggregation);
  return {
    rows,
    standing: standingBy(aggregation),
    columns: ties.columns.size,
    add: (choice, to) => {
      to(ties.columns.get(choice) ?? 0, 1);
    },
    numbers: [{ name, of: (totals) => ties.score(totals, 0) }],
  };
}

/** Unweighted mean over the subsets that the file has, the ties score among them; null unless each of them has its number. */
function overall(
  choices: readonly SavedChoice[],
  subsets: readonly string[],
): SavedMetric<SavedChoice> {
  const rows = choices.filter(({ subset }) => subset !== null);
  const hasTies = rows.some(({ tie }) => tie !== null);
  const ties = tieColumns(rows, '');
  const places = new Map(subsets.map((name, place) => [name, place]));
  const firstTie = 2 * subsets.length;
  return {
    rows,
    standing: standingBy(''),
    columns: firstTie + ties.columns.size,
    add: (choice, to) => {
      const tie = ties.columns.get(choice);
      if (tie !== undefined) to(firstTie + tie, 1);
      const place = places.get(choice.subset ?? '');
      const apart = choice.rewards.get('');
      if (tie !== undefined || place === undefined || apart == null) return;
      to(2 * place, winnersCredit(apart));
      to(2 * place + 1, 1);
    },
    numbers: [
      {
        name: 'rewardbench2',
        of: (totals) => {
          const scores = subsets.map((_, place) => ratioOf(totals, 2 * place, 2 * place + 1));
          if (hasTies) scores.push(ties.score(totals, firstTie));
          const known = scores.filter((score) => score !== null);
          return known.length < scores.length ? null : meanOfNumbers(known);
        },
      },
    ],
  };
}

/** Metrics of choosing among several answers, the leading ones first. */
export function choiceMetrics(choices: readonly SavedChoice[]): SavedMetric<SavedChoice>[] {
  const subsets = groupRows(choices, ({ subset, tie }) => (tie === null ? subset : null));
  return [
    ...(subsets.size === 0 ? [] : [overall(choices, [...subsets.keys()])]),
    choiceMetric('credit', winnersCredit, ''),
    choiceMetric('accuracy', isRankedFirst, ''),
    choiceMetric('mrr', reciprocalRank, ''),
    tiesMetric('ties', choices, ''),
    ...[...subsets].map(([name, rows]) => ({
      ...choiceMetric(`subset:${name}/credit`, winnersCredit, ''),
      rows,
    })),
    ...STEP_AGGREGATIONS.flatMap((name) => [
      choiceMetric(`accuracy@${name}`, isRankedFirst, name),
      choiceMetric(`mrr@${name}`, reciprocalRank, name),
      tiesMetric(`ties@${name}`, choices, name),
    ]),
  ];
}
