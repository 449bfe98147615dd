import type { MethodCard } from '../protocol.ts';

/** The card of the protocol, shown beside its numbers. */
export const likelihoodRewardMethod: MethodCard = {
  summary:
    'The reward of a worked solution is the log-likelihood, in nats, that the student gives to the right answer once it stands at the end of that solution. No judge and no parser is needed. ' +
    'The student is shown the right solution of each problem, and one with a wrong sum that is carried on; it also writes a solution of its own. What counts is whether right solutions get higher rewards than wrong ones.',
  source:
    'Likelihood of the reference answer after the reasoning as a reward, as in VeriFree (arXiv 2505.21493) and later likelihood rewards; the reward of a prefix less that of the one before after P2S. Abstracts only were at hand.',
  ours: 'The wrong solutions, drawn by a program; the prompt; the sum over the answer’s tokens rather than their mean; the difference form of the prefix reward, with the answer as the part to be reached. An answer whose tokens cannot be told from the solution’s has no reward, as where a number is none: what would rest on it is left out, and the problem counted as unscored.',
  doubt:
    'A model that copies the last result as its answer ranks most pairs right without checking one sum: wrong solutions here end in a wrong number. Whether the reward sees a wrong step before the end says the share of wrong steps found. Random answers have no likelihood, so the random baseline cannot play; chance is known.',
};
