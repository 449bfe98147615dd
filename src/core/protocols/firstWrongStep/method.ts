import type { MethodCard } from '../protocol.ts';

/** The card of the protocol, shown beside its numbers. */
export const firstWrongStepMethod: MethodCard = {
  summary:
    'The student reads a problem with a numbered solution and answers the number of the first wrong step, or none. ' +
    'Process F1 is the harmonic mean of two accuracies: the exact step on solutions with a mistake, and “none” on right ones. No judge is asked.',
  source:
    'ProcessBench (arXiv 2412.06559): the task, and F1 as the harmonic mean of both accuracies.',
  ours: 'The problems, the kinds of mistake, the plain accuracy, and the rule that an unreadable answer is a wrong one.',
  doubt:
    'Mistakes are drawn by a program, one a solution and each visible in its own line or the one before. Models’ own mistakes look different and are harder to place.',
};
