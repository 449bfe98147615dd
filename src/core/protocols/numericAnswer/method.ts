import type { MethodCard } from '../protocol.ts';

/** The card of the protocol, shown beside its numbers. */
export const numericAnswerMethod: MethodCard = {
  summary:
    'The student reads a case that tells a formula in words and the numbers to put in, and writes a number. The first number of its first line counts, right of the last equals sign where there is one, and is right within the item’s tolerance.',
  source:
    'The task of MedCalc-Bench (Khandekar et al. 2024): clinical calculators scored by the final number within a tolerance. None of its notes or questions were used.',
  ours: 'The prompt, the reader of numbers, formulas told in the prompt instead of recalled, and the median relative error.',
  doubt:
    'A comma before three digits is read as grouping thousands, so a decimal comma there is misread. A model that counts its steps before the number, without an equals sign, is marked on the wrong one. The formula is given, so knowing medicine is not measured.',
};
