import type { LossTerms, Rollout, TokenFacts } from '../rollout.ts';

/**
 * An objective's terms before tokens are chosen and the step is averaged: `LossTerms` with weights in the place of shares, 1 at
 * a token that counts plainly.
 */
export interface TokenWeights {
  readonly divergence: LossTerms['divergence'];
  readonly divergenceWeights: readonly Float64Array[] | null;
  readonly likelihoodWeights: readonly Float64Array[] | null;
}

/** A text came without what its arm's loss rests on. */
export class MissingFactsError extends Error {
  override readonly name = 'MissingFactsError';
}

/** An objective that tells right texts from wrong ones was given a text that nobody could mark. */
export class MissingCorrectnessError extends Error {
  override readonly name = 'MissingCorrectnessError';
}

/** @throws MissingFactsError where a text has none, or of another length than its tokens. */
export function requireFacts(rollout: Rollout): TokenFacts {
  const { facts, tokens } = rollout;
  if (facts === null) {
    throw new MissingFactsError(
      `A text over problem ${String(rollout.problem)} has no token facts, which this arm's loss rests on: score it with both models first.`,
    );
  }
  if (facts.logStudent.length !== tokens.length) {
    throw new MissingFactsError(
      `A text over problem ${String(rollout.problem)} has facts of ${String(facts.logStudent.length)} tokens, but ${String(tokens.length)} tokens.`,
    );
  }
  return facts;
}

/** @throws MissingCorrectnessError where the text could not be marked. */
export function requireCorrect(rollout: Pick<Rollout, 'problem' | 'correct'>): boolean {
  if (rollout.correct === null) {
    throw new MissingCorrectnessError(
      `A text over problem ${String(rollout.problem)} was cut before it could be right or wrong: this objective needs whole texts.`,
    );
  }
  return rollout.correct;
}

/** The same weight at every token of each text. */
export function uniform(rollouts: readonly Rollout[], weight: number): Float64Array[] {
  return rollouts.map(({ tokens }) => new Float64Array(tokens.length).fill(weight));
}

/** Mean of an array; 0 for an empty one. */
export function meanOr0(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += values[index] ?? Number.NaN;
  return values.length === 0 ? 0 : sum / values.length;
}

/** Places of texts by the problem they are over. */
export function byProblem(rollouts: readonly Rollout[]): number[][] {
  const groups = new Map<number, number[]>();
  for (const [index, { problem }] of rollouts.entries()) {
    const group = groups.get(problem);
    if (group === undefined) groups.set(problem, [index]);
    else group.push(index);
  }
  return [...groups.values()];
}
