import type { MethodCard } from '../protocol.ts';

/** The card of the protocol, shown beside its numbers. */
export const likertExpectationMethod: MethodCard = {
  summary:
    'The student answers a health question in its own words. The judge is asked for a rating from 1 to 5 on six axes of the answer and three of the question, and one from 1 to 9 of the answer as a whole. It writes nothing: the log-likelihoods of the digits are read as a distribution, whose mean is the rating and whose variance says how unsure the judge is. It also rates the pack’s good and flawed reference answers, to see whether it puts them in order.',
  source:
    'The nine axes of PEEM; for the nine axes the expectation over digits with at least 1 % of the probability, and its normalisation, as in G-Eval (Liu et al. 2023); one reward from 1 to 9 by the softmax over all nine digits, the variance of ratings, and the joint of two, as in OPRM (arXiv 2602.12660).',
  ours: 'A reconstruction: of PEEM and OPRM no prompts were found, so the wordings are ours. PEEM’s judge writes a rationale beside each rating; here none is asked for. That the nine digits of the reward must have 1 % of the probability together, else it is unscored. The mean over the six response axes, which leads the board, and the order of the reference answers are ours.',
  doubt:
    'A rating says what one judge likes, and judges differ in how freely they give high ones; OPRM’s authors train their model for it, here any model is taken as it is. The bundled judge was taught to say yes or no and gives digits next to no probability, so with it nearly all is unscored: use a larger judge. The three axes of the question are the same for every student.',
};
