import type { Rollout } from '../rollout.ts';
import { byProblem, meanOr0, requireCorrect } from './tokenWeights.ts';

/**
 * Uni-OPD's margin (arXiv 2605.03677, read in its code, methods C8). A text's score is the mean of its tokens' advantages. Within the
 * texts over one problem the right ones must score on average at least `margin` nats above the wrong ones; where they do not, the
 * whole gap is made up: half is added to each token of the right texts, half taken from each of the wrong ones.
 *
 * The code has variants: means or the worst right against the best wrong text; shifting up, down or both halves; or masking
 * tokens. We take means, which no single text decides, and both halves, which leave the group's level about where it
 * was. Problems with right texts only, or wrong ones only, are left alone. Scores are over all written tokens, whichever
 * of them a selection keeps.
 *
 * @throws MissingCorrectnessError for a text that could not be marked.
 */
export function shiftToMargin(
  rollouts: readonly Rollout[],
  advantages: readonly Float64Array[],
  margin: number,
): Float64Array[] {
  const shifted = advantages.map((text) => Float64Array.from(text));
  for (const group of byProblem(rollouts)) {
    const scores: { readonly right: number[]; readonly wrong: number[] } = { right: [], wrong: [] };
    const isRight = new Map<number, boolean>();
    for (const index of group) {
      const [rollout, text] = [rollouts[index], advantages[index]];
      if (rollout === undefined || text === undefined || text.length === 0) continue;
      const correct = requireCorrect(rollout);
      isRight.set(index, correct);
      scores[correct ? 'right' : 'wrong'].push(meanOr0(text));
    }
    if (scores.right.length === 0 || scores.wrong.length === 0) continue;
    const gap = margin - (meanOr0(scores.right) - meanOr0(scores.wrong));
    if (gap <= 0) continue;
    for (const [index, correct] of isRight) {
      const text = shifted[index];
      if (text === undefined) continue;
      for (let t = 0; t < text.length; t += 1)
        text[t] = (text[t] ?? 0) + (correct ? gap : -gap) / 2;
    }
  }
  return shifted;
}
