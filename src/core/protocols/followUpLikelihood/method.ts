import type { MethodCard } from '../protocol.ts';

/** The card of the protocol, shown beside its numbers. */
export const followUpLikelihoodMethod: MethodCard = {
  summary:
    'The student is a reward model that was never trained to be one. After a note, a question and one answer it is not asked to judge anything: how probable does it find it that the person who asked goes on content, and how probable that the person complains? ' +
    'The reward is the mean log-likelihood per token of three content follow-ups less that of three complaints. What counts is whether right answers get higher rewards than wrong ones.',
  source:
    'Follow-up likelihood as reward, FLR (arXiv 2409.13948): the idea. Its abstract alone was at hand; pair accuracy as in RewardBench.',
  ours: 'The formula (reconstructed), the six follow-ups, the transcript that they stand at the end of, and the items. A question with a reward that is not a number is left out and counted as unscored.',
  doubt:
    'The source’s models have read millions of conversations. The bundled students have read none, so they can be expected to be near chance here; a model from a hub need not be. Only what a short note decides is asked. Random answers have no likelihood, so the random baseline cannot play; chance is known.',
};
