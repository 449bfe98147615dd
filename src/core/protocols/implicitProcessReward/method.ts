import type { MethodCard } from '../protocol.ts';

/** The card of the protocol, shown beside its numbers. */
export const implicitProcessRewardMethod: MethodCard = {
  summary:
    'Two models that cut text into the same tokens read the same worked solutions and write nothing: the student is the tuned model, the judge’s place is taken by the reference model it is held against. ' +
    'A step’s reward is β times the sum over its tokens of the tuned model’s log-probability less the reference model’s. What counts is whether right solutions get higher rewards than wrong ones, and whether the wrong step gets the lowest.',
  source:
    'Implicit process rewards (arXiv 2412.01981): q_t = β Σ log π/π_ref over the first t tokens, a step’s reward being the difference of q at its end and at its beginning.',
  ours: 'The problems, and wrong solutions drawn by a program; β = 0.05, which scales rewards and changes no order. The source’s evaluation compares q at the end of each step with a threshold found on the same file; here no threshold is found. Rewards are rounded to five digits after the point, so that noise of the runtime decides no tie.',
  doubt:
    'The source’s tuned model learnt from right and wrong solutions with labels. The bundled pair are two sizes of one model that learnt right ones alone, so their difference is no trained reward. Models that cut the text into different tokens are not compared: such items are unscored.',
};
