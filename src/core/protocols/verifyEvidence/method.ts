import type { MethodCard } from '../protocol.ts';

/** The card of the protocol, shown beside its numbers. */
export const verifyEvidenceMethod: MethodCard = {
  summary:
    'The student reads a numbered note and a concept, and answers yes with the numbers of the sentences that show it, or no. ' +
    'Gold labels give verdict F1 and evidence F1. The judge never sees the student’s words: it marks, over the whole note and over the cited sentences alone, whether they show the concept, and its verdicts are compared with the answer. ' +
    'Some items have two copies: in one the deciding sentences are edited so that the answer turns round, in the other they are reworded and everything is reordered. The copies count for faithfulness and consistency only, and the judge does not mark them.',
  source:
    'Tasks 1 and 2 of MedicalBench (arXiv 2605.20197); precision, recall and F1 of the sentences as in NLI4CT (2023), pooled and, which is ours, item by item; macro F1, faithfulness and consistency as in NLI4CT-P (SemEval 2024 task 2).',
  ours: 'The prompts, the judge, evidence precision and F1 beside the source’s recall, and the rule that an unreadable answer is a wrong one. Copies are edited by program from the sentences’ templates.',
  doubt:
    'The notes are generated from sentence templates. The bundled models learnt from other wordings of the same facts, so they know the facts and not the sentences; the numbers say how models compare here, not how well they read a hospital’s notes. ' +
    'Faithfulness rests on the copies whose original a model got right, so two models are compared on different copies; consistency is full for a model that always gives the same answer.',
};
