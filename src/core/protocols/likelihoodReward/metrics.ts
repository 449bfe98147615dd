import { meanOf, type Metric } from '../metric.ts';
import { aurocByLabel, aurocOfValues } from '../ranking.ts';

/** Metrics of the likelihood reward, the leading one first. */
export const likelihoodRewardMetrics: readonly Metric[] = [
  {
    id: 'pairAccuracy',
    title: 'Pair accuracy',
    basis: 'gold',
    formula:
      'Share of problems whose right solution has a higher reward than the wrong one; an exact tie counts one half. A problem without one of the two rewards is left out.',
    source: 'RewardBench (pair accuracy); reward as in VeriFree',
    chance: 0.5,
    measuredBy: 'pair',
    estimate: (rows) => meanOf(rows, 'pair'),
  },
  {
    id: 'auroc',
    title: 'AUROC, given solutions',
    basis: 'gold',
    formula:
      'Probability that the right solution of one problem has a higher reward than the wrong solution of any, ties counting half: one threshold for all problems.',
    source: 'Hanley and McNeil 1982',
    chance: 0.5,
    measuredBy: 'pair',
    estimate: (rows) => aurocOfValues(rows, 'rewardRight', 'rewardWrong'),
  },
  {
    id: 'ownAuroc',
    title: 'AUROC, own solutions',
    basis: 'gold',
    formula:
      'Probability that a solution which the student wrote itself and which ends in the right answer has a higher reward than one that does not, ties counting half. Empty where all end alike.',
    source: 'Hanley and McNeil 1982',
    chance: 0.5,
    measuredBy: 'ownReward',
    estimate: (rows) => aurocByLabel(rows, 'ownReward', 'ownCorrect'),
  },
  {
    id: 'gain',
    title: 'Gain from the right solution',
    basis: 'gold',
    formula:
      'Reward of the right solution less that of no solution at all, in nats, averaged over problems.',
    source: 'ours',
    chance: 0,
    measuredBy: 'gain',
    estimate: (rows) => meanOf(rows, 'gain'),
  },
  {
    id: 'wrongStepFound',
    title: 'Wrong steps found',
    basis: 'gold',
    formula:
      'Share of wrong solutions whose wrong step has the lowest prefix reward: the likelihood of the right answer after the step less that before it, in nats; of equals the last counts as lowest. A guess finds one in the number of steps, 0.19 over 2 to 12 steps.',
    source: 'P2S (path-to-suffix reward); difference form ours',
    chance: null,
    measuredBy: 'stepFound',
    estimate: (rows) => meanOf(rows, 'stepFound'),
  },
];
