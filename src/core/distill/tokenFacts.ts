import type { TokenFacts } from './rollout.ts';

/**
 * Log-probabilities, in nats, of the `size` logits from `offset` on, computed in float64 whatever the logits are kept in.
 *
 * @throws RangeError where the row does not lie within the logits.
 */
export function logSoftmax(
  logits: ArrayLike<number>,
  offset: number,
  size: number,
): Float64Array<ArrayBuffer> {
  if (size < 1 || offset < 0 || offset + size > logits.length) {
    throw new RangeError(
      `A row of ${String(size)} logits from ${String(offset)} on does not lie within ${String(logits.length)}.`,
    );
  }
  const row = new Float64Array(size);
  let most = -Infinity;
  for (let v = 0; v < size; v += 1) {
    const logit = logits[offset + v] ?? Number.NaN;
    row[v] = logit;
    if (logit > most) most = logit;
  }
  let sum = 0;
  for (const logit of row) sum += Math.exp(logit - most);
  // The largest logit goes first: with it in one sum, large logits would cost digits.
  const logSum = Math.log(sum);
  for (let v = 0; v < size; v += 1) row[v] = (row[v] ?? Number.NaN) - most - logSum;
  return row;
}

/** Entropy of a distribution given by its log-probabilities: -Σ p log p, nats. Values of probability 0 add nothing. */
export function entropyOf(logS: ArrayLike<number>): number {
  let sum = 0;
  for (let v = 0; v < logS.length; v += 1) {
    const log = logS[v] ?? Number.NaN;
    const p = Math.exp(log);
    if (p !== 0) sum -= p * log;
  }
  return sum;
}

/**
 * KL(S || T) = Σ S log(S / T), nats, over the whole vocabulary: the reverse divergence of on-policy distillation, which punishes
 * what the student says and the teacher would not (methods A1, standard definition). Infinite where the teacher rules out
 * what the student allows.
 *
 * @throws RangeError for distributions over different numbers of tokens.
 */
export function reverseKl(logS: ArrayLike<number>, logT: ArrayLike<number>): number {
  requireOneVocabulary(logS, logT);
  let sum = 0;
  for (let v = 0; v < logS.length; v += 1) {
    const log = logS[v] ?? Number.NaN;
    const p = Math.exp(log);
    if (p !== 0) sum += p * (log - (logT[v] ?? Number.NaN));
  }
  return sum;
}

/** KL(T || S), nats: the divergence of ordinary distillation, which wants the student to cover all that the teacher says. */
export function forwardKl(logS: ArrayLike<number>, logT: ArrayLike<number>): number {
  return reverseKl(logT, logS);
}

/** log(β T + (1 - β) S), token by token. */
export function logMixture(
  logS: ArrayLike<number>,
  logT: ArrayLike<number>,
  beta: number,
): Float64Array<ArrayBuffer> {
  requireOneVocabulary(logS, logT);
  const [logBeta, logRest] = [Math.log(beta), Math.log1p(-beta)];
  const mixture = new Float64Array(logS.length);
  for (let v = 0; v < mixture.length; v += 1) {
    const teacher = logBeta + (logT[v] ?? Number.NaN);
    const student = logRest + (logS[v] ?? Number.NaN);
    const most = Math.max(teacher, student);
    mixture[v] =
      most === -Infinity
        ? -Infinity
        : most + Math.log(Math.exp(teacher - most) + Math.exp(student - most));
  }
  return mixture;
}

/**
 * JSD_β = β KL(T || m) + (1 - β) KL(S || m) with m = β T + (1 - β) S, nats: bounded, 0 for β = 0 and β = 1 (read in TIP's released
 * code, methods C1; the same as GKD's, arXiv 2306.13649).
 */
export function jensenShannon(
  logS: ArrayLike<number>,
  logT: ArrayLike<number>,
  beta: number,
): number {
  const mixture = logMixture(logS, logT, beta);
  return beta * reverseKl(logT, mixture) + (1 - beta) * reverseKl(logS, mixture);
}

/** Place of a token among all by its logit or log-probability: 1 + how many lie strictly above it (methods C2, unclipped). */
export function rankOf(row: ArrayLike<number>, token: number): number {
  const own = row[token];
  if (own === undefined) {
    throw new RangeError(
      `Token ${String(token)} is not one of a vocabulary of ${String(row.length)}.`,
    );
  }
  let above = 0;
  for (let v = 0; v < row.length; v += 1) if ((row[v] ?? Number.NaN) > own) above += 1;
  return 1 + above;
}

/** The rows of logits that a text's tokens were written from: row t is what the model said before token t. */
export interface FactsInput {
  /** Row-major [tokens, vocabSize], of each model. */
  readonly student: ArrayLike<number>;
  readonly teacher: ArrayLike<number>;
  readonly reference: ArrayLike<number> | null;
  readonly tokens: readonly number[];
  readonly vocabSize: number;
}

/**
 * What the models make of each token of a text: float64, from whatever the logits were computed in.
 *
 * @throws RangeError for logits of another size than tokens by vocabulary, and for a token outside the vocabulary.
 */
export function factsOf({
  student,
  teacher,
  reference,
  tokens,
  vocabSize,
}: FactsInput): TokenFacts {
  const size = tokens.length * vocabSize;
  for (const logits of [student, teacher, reference]) {
    if (logits !== null && logits.length !== size) {
      throw new RangeError(
        `${String(tokens.length)} tokens of a vocabulary of ${String(vocabSize)} need ${String(size)} logits, not ${String(logits.length)}.`,
      );
    }
  }
  const column = (): Float64Array<ArrayBuffer> => new Float64Array(tokens.length);
  const [logStudent, logTeacher, entropy, kl] = [column(), column(), column(), column()];
  const logReference = reference === null ? null : column();
  for (const [t, token] of tokens.entries()) {
    const logS = logSoftmax(student, t * vocabSize, vocabSize);
    const logT = logSoftmax(teacher, t * vocabSize, vocabSize);
    logStudent[t] = logProbabilityOf(logS, token);
    logTeacher[t] = logProbabilityOf(logT, token);
    entropy[t] = entropyOf(logS);
    kl[t] = reverseKl(logS, logT);
    if (reference !== null && logReference !== null) {
      const logR = logSoftmax(reference, t * vocabSize, vocabSize);
      logReference[t] = logProbabilityOf(logR, token);
    }
  }
  return { logStudent, logTeacher, logReference, entropy, reverseKl: kl };
}

function logProbabilityOf(row: Float64Array, token: number): number {
  const log = row[token];
  if (log === undefined) {
    throw new RangeError(
      `Token ${String(token)} is not one of a vocabulary of ${String(row.length)}.`,
    );
  }
  return log;
}

function requireOneVocabulary(first: ArrayLike<number>, second: ArrayLike<number>): void {
  if (first.length !== second.length) {
    throw new RangeError(
      `Distributions over ${String(first.length)} and ${String(second.length)} tokens cannot be compared: teacher and student must share a vocabulary.`,
    );
  }
}
