import type { LossTerms } from './rollout.ts';
import { logMixture, logSoftmax, reverseKl } from './tokenFacts.ts';

/** One text's tokens, and the rows of logits that they were written from, row-major [tokens, vocabSize]. */
export interface TextLogits {
  readonly tokens: readonly number[];
  readonly student: ArrayLike<number>;
  /** Null where the terms hold no divergence. */
  readonly teacher: ArrayLike<number> | null;
}

export interface TermsLoss {
  /** Nats. */
  readonly loss: number;
  /** Of the loss by the student's logits, text by text, in their layout. */
  readonly gradients: readonly Float64Array[];
}

/**
 * The loss of a step and its gradient by the student's logits, in float64, by formula: what a device's loss is compared with. With S
 * the softmax of the logits z, and shares held constant:
 *
 * - -log S(y) has S - 1[y];
 * - KL(S || T) has S (log(S / T) - KL);
 * - KL(T || S) has S - T;
 * - JSD_β has (1 - β) S (log(S / m) - KL(S || m)), with m = β T + (1 - β) S.
 *
 * Gradients: methods A1 for the reverse divergence, our derivation for JSD, elementary for the others.
 *
 * @throws RangeError for a divergence without a teacher, shares of another length than the tokens, and logits too short.
 */
export function termsLoss(
  terms: LossTerms,
  texts: readonly TextLogits[],
  vocabSize: number,
): TermsLoss {
  let loss = 0;
  const gradients = texts.map((text, index) => {
    const gradient = new Float64Array(text.tokens.length * vocabSize);
    const likelihood = sharesOf(terms.likelihoodShares, index, text);
    const divergence = sharesOf(terms.divergenceShares, index, text);
    for (const [t, token] of text.tokens.entries()) {
      const row = gradient.subarray(t * vocabSize, (t + 1) * vocabSize);
      const logS = logSoftmax(text.student, t * vocabSize, vocabSize);
      const likelihoodShare = likelihood?.[t] ?? 0;
      if (likelihoodShare !== 0) {
        loss -= likelihoodShare * (logS[token] ?? Number.NaN);
        for (let v = 0; v < vocabSize; v += 1) {
          const move = Math.exp(logS[v] ?? Number.NaN) - Number(v === token);
          row[v] = (row[v] ?? 0) + likelihoodShare * move;
        }
      }
      const divergenceShare = divergence?.[t] ?? 0;
      if (divergenceShare === 0) continue;
      if (terms.divergence === null || text.teacher === null) {
        throw new RangeError(
          'A divergence needs its kind, and the teacher’s logits of every text.',
        );
      }
      const logT = logSoftmax(text.teacher, t * vocabSize, vocabSize);
      const { value, gradient: moves } = divergenceAt(terms.divergence, logS, logT);
      loss += divergenceShare * value;
      for (let v = 0; v < vocabSize; v += 1) {
        row[v] = (row[v] ?? 0) + divergenceShare * (moves[v] ?? Number.NaN);
      }
    }
    return gradient;
  });
  return { loss, gradients };
}

/** A divergence of two rows of log-probabilities, and its gradient by the student's logits. */
function divergenceAt(
  { kind, beta }: NonNullable<LossTerms['divergence']>,
  logS: Float64Array,
  logT: Float64Array,
): { readonly value: number; readonly gradient: Float64Array } {
  switch (kind) {
    case 'forward':
      return {
        value: reverseKl(logT, logS),
        gradient: logS.map((log, v) => Math.exp(log) - Math.exp(logT[v] ?? Number.NaN)),
      };
    case 'reverse': {
      const value = reverseKl(logS, logT);
      return { value, gradient: pulled(logS, logT, value) };
    }
    case 'jsd': {
      const mixture = logMixture(logS, logT, beta);
      const own = reverseKl(logS, mixture);
      return {
        value: beta * reverseKl(logT, mixture) + (1 - beta) * own,
        gradient: pulled(logS, mixture, own).map((move) => (1 - beta) * move),
      };
    }
  }
}

/** S (log(S / q) - KL(S || q)). */
function pulled(logS: Float64Array, logQ: Float64Array, kl: number): Float64Array {
  return logS.map((log, v) => {
    const p = Math.exp(log);
    return p === 0 ? 0 : p * (log - (logQ[v] ?? Number.NaN) - kl);
  });
}

function sharesOf(
  shares: readonly Float64Array[] | null,
  index: number,
  { tokens }: TextLogits,
): Float64Array | null {
  if (shares === null) return null;
  const own = shares[index];
  if (own?.length !== tokens.length) {
    throw new RangeError(
      `Text ${String(index + 1)} has ${String(tokens.length)} tokens, but shares for ${String(own?.length ?? 0)}.`,
    );
  }
  return own;
}
