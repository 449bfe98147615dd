import { tieGaps, winnersCredit, type Rewards } from '../../protocols/rateAnswers/rateAnswer.ts';
import { tiesScore } from '../../protocols/rateAnswers/tiesScore.ts';
import { STEP_AGGREGATIONS } from '../../stats/aggregateSteps.ts';
import { groupNames, meanMetric, meanOfNumbers, type SavedMetric } from '../savedMetric.ts';

import type { SavedChoice } from './rows.ts';

type Measure = (rewards: Rewards) => number;

/** Whether every right answer is above every wrong one; an equal reward is not. */
function isRankedFirst({ right, wrong }: Rewards): number {
  return Number(Math.min(...right) > Math.max(...wrong));
}

/** 1 over the rank of the best right answer; wrong answers with the same reward are ranked before it. */
function reciprocalRank({ right, wrong }: Rewards): number {
  const best = Math.max(...right);
  return 1 / (1 + wrong.filter((reward) => reward >= best).length);
}

/** A mean over questions with one list of rewards, but for the ties subset, which is scored otherwise. */
function choiceMetric(
  name: string,
  measure: Measure,
  aggregation: string,
  isIn: (choice: SavedChoice) => boolean = () => true,
): SavedMetric<SavedChoice> {
  return meanMetric(name, (choice) => {
    const rewards = choice.rewards.get(aggregation);
    if (choice.tie !== null || rewards === undefined || !isIn(choice)) return undefined;
    return rewards === null ? null : measure(rewards);
  });
}

function tiesEstimate(choices: readonly SavedChoice[]): number | null {
  return tiesScore(
    choices.flatMap(({ tie, rewards }) => {
      const apart = rewards.get('');
      if (tie === null || apart == null) return [];
      const { margin, spread } = tieGaps(apart);
      return [{ ...tie, isAccurate: margin > 0, margin, spread }];
    }),
  );
}

function standingOf({ rewards }: SavedChoice): 'scored' | 'unscored' | 'out' {
  const apart = rewards.get('');
  if (apart === undefined) return 'out';
  return apart === null ? 'unscored' : 'scored';
}

const ties: SavedMetric<SavedChoice> = {
  name: 'ties',
  standing: (choice) => (choice.tie === null ? 'out' : standingOf(choice)),
  estimate: tiesEstimate,
};

/** Unweighted mean over the subsets, the ties score among them. */
function overall(subsets: readonly string[]): SavedMetric<SavedChoice> {
  return {
    name: 'rewardbench2',
    standing: (choice) => (choice.subset === null ? 'out' : standingOf(choice)),
    estimate: (choices) => {
      const scores = subsets.map((name) => {
        const own = choices.filter(({ subset }) => subset === name);
        return meanOfNumbers(
          own.flatMap(({ rewards }) => {
            const apart = rewards.get('');
            return apart == null ? [] : [winnersCredit(apart)];
          }),
        );
      });
      return meanOfNumbers([...scores, tiesEstimate(choices)].filter((score) => score !== null));
    },
  };
}

/** Metrics of choosing among several answers, the leading ones first. */
export function choiceMetrics(choices: readonly SavedChoice[]): SavedMetric<SavedChoice>[] {
  const subsets = groupNames(choices, ({ subset, tie }) => (tie === null ? subset : null));
  return [
    ...(subsets.length === 0 ? [] : [overall(subsets)]),
    choiceMetric('credit', winnersCredit, ''),
    choiceMetric('accuracy', isRankedFirst, ''),
    choiceMetric('mrr', reciprocalRank, ''),
    ties,
    ...subsets.map((name) =>
      choiceMetric(`subset:${name}/credit`, winnersCredit, '', ({ subset }) => subset === name),
    ),
    ...STEP_AGGREGATIONS.flatMap((name) => [
      choiceMetric(`accuracy@${name}`, isRankedFirst, name),
      choiceMetric(`mrr@${name}`, reciprocalRank, name),
    ]),
  ];
}
