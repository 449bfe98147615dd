import type { MethodCard } from '../protocol.ts';

/** The card of the protocol, shown beside its numbers. */
export const rateAnswersMethod: MethodCard = {
  summary:
    'The student is a reward model. It is shown a short note, a question and one answer at a time, and the log-likelihoods of “yes” and “no” to the question whether the answer is right are compared. Their difference is the answer’s reward. It never sees two answers together. What counts is whether right answers get higher rewards than wrong ones.',
  source:
    'Pair accuracy as in RewardBench (Lambert et al. 2024); best of four, credit among equals, the mean over subsets and the ties score as in RewardBench 2 (Malik et al. 2025); sections as in RewardBench, reciprocal rank as in RewardMATH (Kim et al. 2024).',
  ours: 'The prompts and the items; the reward from the odds of yes to no; half credit for an exact tie of a pair, which RewardBench counts as wrong for a reward model; pairs within the mean over subsets. A choice counts only where yes and no together have at least 1 % of the probability: below it the answer is unrated, and the whole item wrong. Where the runtime gives no number, the item is left out and counted as unscored.',
  doubt:
    'Everything that decides an answer stands in a note of a few lines, so nothing is said of taste, style, knowledge or real harm, which reward models are used for. A subset called safety asks who must not eat what, no more. 100 items a subset and 30 pairs of ties make wide intervals.',
};
