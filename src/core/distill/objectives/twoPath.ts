import type { Rollout } from '../rollout.ts';
import {
  byProblem,
  meanOr0,
  requireCorrect,
  requireFacts,
  type TokenWeights,
} from './tokenWeights.ts';

/**
 * SCOPE (arXiv 2604.10688, public pages and code, methods C3): right texts by maximum likelihood of what the student wrote, weighted
 * by PPL_S^(1/τ), so that what it was least sure of counts most; wrong ones by reverse KL, weighted by PPL_T^(-1/τ), so that the
 * teacher is followed where it knows its way. PPL = exp(-mean log-probability). Weights are a softmax within the right, and
 * within the wrong texts over one problem, times how many there are, so that their mean is 1.
 *
 * The released code's switch `student_path_ppl_positive` gives PPL_S^(-1/τ) on the right path, the opposite of the paper; this
 * follows the paper. The step's average over tokens rather than over texts is ours.
 *
 * @throws MissingFactsError, MissingCorrectnessError
 */
export function twoPathWeights(rollouts: readonly Rollout[], tau: number): TokenWeights {
  const zeros = (): Float64Array[] => rollouts.map(({ tokens }) => new Float64Array(tokens.length));
  const [divergenceWeights, likelihoodWeights] = [zeros(), zeros()];
  for (const group of byProblem(rollouts)) {
    const right: PathMember[] = [];
    const wrong: PathMember[] = [];
    for (const index of group) {
      const rollout = rollouts[index];
      if (rollout === undefined || rollout.tokens.length === 0) continue;
      const { logStudent, logTeacher } = requireFacts(rollout);
      if (requireCorrect(rollout)) right.push({ index, logWeight: -meanOr0(logStudent) / tau });
      else wrong.push({ index, logWeight: meanOr0(logTeacher) / tau });
    }
    for (const [index, weight] of groupWeights(right)) likelihoodWeights[index]?.fill(weight);
    for (const [index, weight] of groupWeights(wrong)) divergenceWeights[index]?.fill(weight);
  }
  return { divergence: { kind: 'reverse', beta: 0 }, divergenceWeights, likelihoodWeights };
}

interface PathMember {
  readonly index: number;
  readonly logWeight: number;
}

/** Softmax of the log-weights times their number; a single member gets 1. */
function groupWeights(members: readonly PathMember[]): (readonly [number, number])[] {
  const most = Math.max(...members.map(({ logWeight }) => logWeight));
  const raw = members.map(({ logWeight }) => Math.exp(logWeight - most));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return members.map(({ index }, at) => [index, ((raw[at] ?? 0) / total) * members.length]);
}
