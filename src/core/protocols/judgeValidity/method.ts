import type { MethodCard } from '../protocol.ts';

/** The card of the protocol, shown beside its numbers. */
export const judgeValidityMethod: MethodCard = {
  summary:
    'No student takes part. The judge marks every criterion of each item on the pack’s two reference answers, a good and a flawed one, with the very prompt it marks students’ answers with. Its marks are held to the authors’.',
  source:
    'HealthBench’s meta-evaluation of graders by agreement with physicians; balanced accuracy instead of macro F1.',
  ours: 'The authors’ marks instead of physicians’, two written reference answers instead of models’ answers, yes-rate, calibration of P(yes), and the rule that a judge whose balanced accuracy could be 0.50 ranks nobody.',
  doubt:
    'The reference answers are written to be clearly good or clearly flawed. A judge that tells these apart may still not tell two students’ answers apart.',
};
