import { createRandom } from '../random.ts';
import type { Arm } from './arm.ts';
import golden from './fixtures/golden.json' with { type: 'json' };
import { factsOf } from './tokenFacts.ts';
import type { Rollout } from './rollout.ts';
import type { TextLogits } from './termsLoss.ts';

/** A text with the logits of student, teacher and the student at the start, for tests. */
export interface TestText extends TextLogits {
  readonly teacher: readonly number[];
  readonly reference: readonly number[];
  readonly problem: number;
  readonly correct: boolean;
}

export const GOLDEN_TEXTS: readonly TestText[] = golden.texts;
export const GOLDEN_VOCABULARY: number = golden.vocabSize;

/** The texts as a trainer would hand them over. The last token stands for the confidence line where one is asked for. */
export function rolloutsOf(
  texts: readonly TestText[],
  vocabSize: number,
  objective: Arm['objective']['kind'],
): Rollout[] {
  return texts.map(({ problem, correct, tokens, student, teacher, reference }) => ({
    problem,
    correct,
    tokens,
    ended: true,
    ...(objective === 'calibration' ? { confidenceAt: tokens.length - 1 } : {}),
    // Float64 in place of float32: the golden numbers are computed from exactly these logits.
    facts: factsOf({
      student: Float64Array.from(student),
      teacher: Float64Array.from(teacher),
      reference: Float64Array.from(reference),
      tokens,
      vocabSize,
    }),
  }));
}

/** Rows of random log-probabilities; the larger `spread`, the more peaked. */
export function randomRow(seed: string, size: number, spread: number): number[] {
  const random = createRandom(seed);
  const logits = Array.from({ length: size }, () => {
    // Sum of uniform numbers: normal enough.
    const sum = Array.from({ length: 12 }, () => random.next()).reduce((a, b) => a + b, -6);
    return spread * sum;
  });
  const most = Math.max(...logits);
  const logTotal = most + Math.log(logits.reduce((sum, z) => sum + Math.exp(z - most), 0));
  return logits.map((z) => z - logTotal);
}
