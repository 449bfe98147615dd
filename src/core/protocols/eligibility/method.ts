import type { MethodCard } from '../protocol.ts';

/** The card of the protocol, shown beside its numbers. */
export const eligibilityMethod: MethodCard = {
  summary:
    'The student reads a patient in numbered sentences and one criterion of a trial, and answers yes or no with the numbers of the sentences that decide it. Gold labels give verdict F1 and evidence F1. Each patient is told twice, in clinical and in everyday words, and the difference between the two is taken patient by patient.',
  source:
    'NLI4PR (2025), which tells patients in medical and in patient language; evidence as in NLI4CT (2023).',
  ours: 'The patients, criteria and prompt, evidence for both verdicts, evidence F1 taken item by item, the paired difference, and the rule that an unreadable answer is a wrong one.',
  doubt:
    'Patients and criteria are generated from sentence frames, one fact a sentence and one fact a criterion. The everyday words are the authors’ choice, and a model trained on this pack’s training split has seen all of them; the numbers say how models compare here, not who is eligible for a trial.',
};
