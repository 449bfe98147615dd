import { SUBSETS, type Subset } from '../../packs/generators/preferences/family.ts';
import { meanOf, type Metric } from '../metric.ts';
import { aurocOfValues } from '../ranking.ts';

const SUBSET_TITLES: Readonly<Record<Subset, string>> = {
  factual: 'Factual',
  'exact-form': 'Exact form',
  sums: 'Sums',
  safety: 'Safety',
  focus: 'Focus',
  ties: 'Ties',
};

const PAIRS =
  'Share of pairs of a right and a wrong answer to one question whose right one has the higher reward, an exact tie counting one half, averaged over questions whose rewards are all numbers';

/** Metrics of the follow-up likelihood, the leading one first. */
export const followUpLikelihoodMetrics: readonly Metric[] = [
  {
    id: 'pairAccuracy',
    title: 'Pair accuracy',
    basis: 'gold',
    formula: `${PAIRS}.`,
    source: 'RewardBench (pair accuracy); reward after FLR',
    chance: 0.5,
    measuredBy: 'pairs',
    estimate: (rows) => meanOf(rows, 'pairs'),
  },
  {
    id: 'auroc',
    title: 'AUROC',
    basis: 'gold',
    formula:
      'Probability that the highest-paid right answer of a question has a higher reward than the highest-paid wrong one of any question, ties counting half: one threshold for all questions.',
    source: 'Hanley and McNeil 1982',
    chance: null,
    measuredBy: 'rewardRight',
    estimate: (rows) => aurocOfValues(rows, 'rewardRight', 'rewardWrong'),
  },
  {
    id: 'bestFirst',
    title: 'Right answer first',
    basis: 'gold',
    formula:
      'Share of questions whose highest reward is a right answer’s alone. A guess gets 0.5 of pairs, 0.25 of best-of-four questions.',
    source: 'RewardBench 2 (best of four)',
    chance: null,
    measuredBy: 'bestFirst',
    estimate: (rows) => meanOf(rows, 'bestFirst'),
  },
  {
    id: 'contentRate',
    title: 'Content rate',
    basis: 'gold',
    formula:
      'Share of answers with a reward above 0, averaged over questions: after them content is likelier than complaint. Ranking is not touched by it.',
    source: 'ours',
    chance: null,
    measuredBy: 'content',
    estimate: (rows) => meanOf(rows, 'content'),
  },
  ...SUBSETS.map((subset): Metric => ({
    id: subset,
    title: SUBSET_TITLES[subset],
    basis: 'gold',
    formula: `${PAIRS}, over the subset.`,
    source: 'RewardBench (pair accuracy); subsets as in RewardBench 2',
    chance: 0.5,
    measuredBy: subset,
    estimate: (rows) => meanOf(rows, subset),
  })),
];
