import { requireCorrect } from '../objectives/tokenWeights.ts';
import type { Rollout } from '../rollout.ts';
import type { Confidence } from './confidenceLine.ts';

/**
 * What each problem's texts should say of themselves: how many of them are right, of all (CaOPD's empirical p = correct / K, arXiv
 * 2604.16830, read in its code, methods C6; K is 8 or 16 there). All texts over a problem get one target, the right and the wrong, since the
 * student cannot know which of its tries this one is.
 *
 * @throws MissingCorrectnessError for a text that could not be marked.
 */
export function confidenceTargets(
  rollouts: readonly Pick<Rollout, 'problem' | 'correct'>[],
): Map<number, Confidence> {
  const targets = new Map<number, Confidence>();
  for (const rollout of rollouts) {
    const { right, of } = targets.get(rollout.problem) ?? { right: 0, of: 0 };
    targets.set(rollout.problem, {
      right: right + Number(requireCorrect(rollout)),
      of: of + 1,
    });
  }
  return targets;
}
