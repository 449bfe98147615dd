import type { Divergence } from './arm.ts';

/** What both models make of each token of one text, given the tokens before it. Arrays of one length; nats. */
export interface TokenFacts {
  /** Log-probability of the token under the student that wrote it, or that learns from it. */
  readonly logStudent: Float64Array;
  readonly logTeacher: Float64Array;
  /** Under the student at the start; null where the arm does not ask for it. */
  readonly logReference: Float64Array | null;
  /** Entropy of the student's distribution. */
  readonly entropy: Float64Array;
  /** KL(student || teacher) over the whole vocabulary. */
  readonly reverseKl: Float64Array;
}

/** A text that is learned from. */
export interface Rollout {
  /** Texts over one problem have one number. */
  readonly problem: number;
  /** Tokens of the reply, the end mark included where it was written. */
  readonly tokens: readonly number[];
  /** Whether the reply ended before the limit. */
  readonly ended: boolean;
  /**
   * Whether its answer is right; null where a prefix cut it before it could be. A text that had the longest reply's room and did
   * not end is wrong, not unknown.
   */
  readonly correct: boolean | null;
  /** Place of the first token of the confidence line that was put behind the reply; absent where none was. */
  readonly confidenceAt?: number;
  /** Null for objectives that need none, such as plain likelihood. */
  readonly facts: TokenFacts | null;
}

/**
 * A step's loss over texts, as weights of two kinds of terms at each token t of each text i:
 *
 *     sum over i, t of  divergenceShares[i][t] * D_t  -  likelihoodShares[i][t] * log S(y_t)
 *
 * with D_t the divergence of student and teacher at t. Shares are constants: no gradient flows through them. Null stands
 * for none of the kind.
 */
export interface LossTerms {
  readonly divergence: { readonly kind: Divergence; readonly beta: number } | null;
  readonly divergenceShares: readonly Float64Array[] | null;
  readonly likelihoodShares: readonly Float64Array[] | null;
}
