import type { MethodCard } from '../protocol.ts';

/** The card of the protocol, shown beside its numbers; the same over both kinds of items. */
export const confidenceMethod: MethodCard = {
  summary:
    'The student picks one of a few answers by its likelihood, and the share that it gives to the one it picked is its confidence. Then it is shown its answer and asked in words how sure it is, from 0 to 100. Gold labels say which answers are right; what counts is whether the confident ones are right more often, and as often as the confidence says.',
  source:
    'ECE with ten bins of equal width, Brier score, SPR and OCG as in CaOPD (arXiv 2604.16830); AUROC; AUGRC after Traub et al. 2024.',
  ours: 'Confidence as the likelihood of the answer’s label, where CaOPD asks for it in words alone; both are asked for here. The prompts, the reading of the words (a single number), and that unreadable answers and confidences are left out of these figures and counted beside them. An unreadable answer is a wrong one for accuracy; where the runtime gives no number, the question is unscored instead.',
  doubt:
    'Calibration error is above 0 by chance alone with few items, and knows nothing of how often a model is right: look at accuracy first. A model that is always at chance and says so is perfectly calibrated. A share of two labels is never below one half, one of four never below a quarter. Small models write no number when asked how sure they are; their confidence in words then rests on few items or none.',
};
