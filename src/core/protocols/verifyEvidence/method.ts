import type { MethodCard } from '../protocol.ts';

/** The card of the protocol, shown beside its numbers. */
export const verifyEvidenceMethod: MethodCard = {
  summary:
    'The student reads a numbered note and a concept, and answers yes with the numbers of the sentences that show it, or no. ' +
    'Gold labels give verdict F1 and evidence F1. The judge never sees the student’s words: it marks, over the whole note and over the cited sentences alone, whether they show the concept, and its verdicts are compared with the answer.',
  source:
    'Tasks 1 and 2 of MedicalBench (arXiv 2605.20197); evidence F1 as in NLI4CT (2023), taken item by item.',
  ours: 'The prompts, the judge, evidence precision and F1 beside the source’s recall, and the rule that an unreadable answer is a wrong one.',
  doubt:
    'The notes are generated from sentence templates. A model trained on the same templates knows their wording; the numbers say how models compare here, not how well they read a hospital’s notes.',
};
