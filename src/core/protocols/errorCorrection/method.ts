import type { MethodCard } from '../protocol.ts';

/** The card of the protocol, shown beside its numbers. */
export const errorCorrectionMethod: MethodCard = {
  summary:
    'The student reads a numbered note whose first sentence is right, and answers none, or the number of the sentence that contradicts it and that sentence put right. The number and the sentence are compared with the gold ones. No judge is asked.',
  source:
    'The tasks and the ROUGE-1 composite of MEDIQA-CORR 2024 and MEDEC (arXiv 2412.19260), after the organisers’ published script.',
  ours: 'The notes, the prompt, that an unreadable answer is wrong, and exact correction. The source also takes BERTScore and BLEURT and averages the three; they need large models and are not computed here. ROUGE-1 counts repeated words as rouge-score does; the organisers’ script used a package that counts each word once, and minds case and punctuation.',
  doubt:
    'A wrong sentence differs from the right one in a word, so copying it out unchanged earns most of ROUGE-1: read exact correction beside the composite. The notes are generated from sentence frames, and each error contradicts the first sentence; no knowledge of medicine is needed, unlike in the source.',
};
