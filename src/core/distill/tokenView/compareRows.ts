import {
  entropyOf,
  forwardKl,
  jensenShannon,
  logSoftmax,
  rankOf,
  reverseKl,
} from '../tokenFacts.ts';

/** What one model says of a token at its position, nats. */
export interface RowReading {
  /** Log-probabilities of the whole vocabulary. */
  readonly logprobs: Float64Array;
  readonly logprob: number;
  readonly entropy: number;
  readonly rank: number;
}

/** What two models say at one position. */
export interface RowPair {
  readonly student: RowReading;
  readonly teacher: RowReading;
  /** KL(student || teacher), KL(teacher || student), and the Jensen-Shannon divergence with half of each. */
  readonly reverseKl: number;
  readonly forwardKl: number;
  readonly jensenShannon: number;
}

/**
 * Reads two rows of logits over one vocabulary at a token. A divergence that rounding would make negative is 0.
 *
 * @throws RangeError for rows of different lengths, or a token outside them.
 */
export function compareRows(student: Float32Array, teacher: Float32Array, token: number): RowPair {
  const left = readRow(student, token);
  const right = readRow(teacher, token);
  return {
    student: left,
    teacher: right,
    reverseKl: Math.max(0, reverseKl(left.logprobs, right.logprobs)),
    forwardKl: Math.max(0, forwardKl(left.logprobs, right.logprobs)),
    jensenShannon: Math.max(0, jensenShannon(left.logprobs, right.logprobs, 0.5)),
  };
}

function readRow(logits: Float32Array, token: number): RowReading {
  const rank = rankOf(logits, token);
  const logprobs = logSoftmax(logits, 0, logits.length);
  return { logprobs, logprob: logprobs[token] ?? -Infinity, entropy: entropyOf(logprobs), rank };
}
