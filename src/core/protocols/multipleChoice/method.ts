import type { MethodCard } from '../protocol.ts';

/** The card of the protocol, shown beside its numbers. */
export const multipleChoiceMethod: MethodCard = {
  summary:
    'The student reads a short case, a question and four options under the letters A to D. Nothing is generated: the log-likelihoods of the four letters as the next thing said are compared, and the most likely one is its choice.',
  source:
    'Choice by the likelihood of the option’s letter as in MMLU (Hendrycks et al. 2021); Brier score as in Brier 1950.',
  ours: 'The prompt, and the rule that a choice counts only where the four letters together have at least 1 % of the probability; below it the answer is unreadable, and wrong. Where the runtime gives no number, the question is left out and counted as unscored.',
  doubt:
    'Models may prefer a letter whatever it stands for. Each letter is right equally often, so such a model scores at chance, but the options are shown in one order only. A model that would first write out its reasoning is not given the room.',
};
