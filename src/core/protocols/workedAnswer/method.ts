import type { MethodCard } from '../protocol.ts';

/** The card of the protocol, shown beside its numbers. */
export const workedAnswerMethod: MethodCard = {
  summary:
    'The student reads a start and a list of instructions, one sum each, writes every step and then the answer. ' +
    'The whole number behind the last “Answer” is compared with the gold one; the written steps are compared with the gold steps, first with first, second with second. No judge is asked.',
  source:
    'Exact match of the final number, as in GSM8K (arXiv 2110.14168); written intermediate steps as in scratchpads (arXiv 2112.00114).',
  ours: 'The problems, the share of right steps over the longer of both lists, and the rule that an answer without “Answer” and a number is a wrong one.',
  doubt:
    'The problems are generated, with numbers below 200 and a few words. The score says how well a model chains small sums in this wording, not how well it reasons.',
};
