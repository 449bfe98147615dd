import type { Random } from '../../../random.ts';
import type { Tolerance } from '../../numericAnswers.ts';
import type { Split } from '../wording.ts';
import type { CalculatorStratum } from './calculator.ts';
import { decimalCalculators } from './decimals.ts';
import { oneStepCalculators } from './oneStep.ts';
import { scores, tellScore } from './scores.ts';
import { tell, type Told } from './tell.ts';
import { twoStepCalculators } from './twoStep.ts';

/** One calculator, and how to tell a case of it. */
export interface Problem {
  readonly id: string;
  readonly stratum: CalculatorStratum;
  readonly unit: string;
  readonly tolerance: Tolerance;
  readonly range: { readonly min: number; readonly max: number; readonly decimals: number };
  tell(split: Split, random: Random): Told;
}

/** Every calculator. Any change here changes every seed's items: raise the pack's version. */
export const problems: readonly Problem[] = [
  ...[...oneStepCalculators, ...twoStepCalculators, ...decimalCalculators].map(
    (calculator): Problem => ({
      ...calculator,
      tell: (split, random) => tell(calculator, split, random),
    }),
  ),
  ...scores.map((score): Problem => ({
    ...score,
    tell: (split, random) => tellScore(score, split, random),
  })),
];
