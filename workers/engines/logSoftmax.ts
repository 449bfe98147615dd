/** Natural log-probabilities of one row of logits, shifted by its maximum so that nothing overflows. */
export function logSoftmax(logits: Float32Array): Float64Array {
  const shift = logNormaliser(logits);
  return Float64Array.from(logits, (logit) => logit - shift);
}

/** Log-probability of one token of a row of logits. `-Infinity` for a token outside the row. */
export function logProbability(logits: Float32Array, token: number): number {
  return (logits[token] ?? -Infinity) - logNormaliser(logits);
}

/** What one row of logits says of a token, and of itself. */
export interface TokenReading {
  /** Natural log-probability of the token. */
  readonly logprob: number;
  /** Shannon entropy of the row, in nats. */
  readonly entropy: number;
  /** 1 + the number of tokens whose logit is greater; equals share a rank, the best of theirs. */
  readonly rank: number;
  /** `ln Σ e^z`: a logit less this is its token's log-probability. */
  readonly normaliser: number;
}

/**
 * Reads a row of logits z at a token y: `ln p(y) = z(y) - ln Σ e^z`, `H = -Σ p ln p` and the token's rank. Sums are of 64
 * bits and shifted by the greatest logit m: with `S = Σ e^(z-m)`, `H = ln S - Σ e^(z-m) (z-m) / S`.
 */
export function readToken(logits: Float32Array, token: number): TokenReading {
  const own = logits[token] ?? -Infinity;
  const max = greatest(logits);
  let sum = 0;
  let weighted = 0;
  let above = 0;
  // By index: rows are long, and there is one for each position.
  for (let at = 0; at < logits.length; at++) {
    const logit = logits[at] ?? NaN;
    const shifted = logit - max;
    const weight = Math.exp(shifted);
    sum += weight;
    // What has no probability has no part in the entropy; 0 x -Infinity would be no number.
    if (weight !== 0) weighted += weight * shifted;
    if (logit > own) above += 1;
  }
  const logSum = Math.log(sum);
  return {
    logprob: own - max - logSum,
    entropy: Math.max(0, logSum - weighted / sum),
    rank: above + 1,
    normaliser: max + logSum,
  };
}

/** The tokens of a row's greatest logits, the greatest first; of equals the lower id is first. */
export function likeliestTokens(
  logits: Float32Array | Float64Array,
  count: number,
): { readonly id: number; readonly logit: number }[] {
  const best: { id: number; logit: number }[] = [];
  let least = -Infinity;
  for (let id = 0; id < logits.length; id++) {
    const logit = logits[id] ?? -Infinity;
    if (best.length >= count && logit <= least) continue;
    let at = best.length;
    while (at > 0 && (best[at - 1]?.logit ?? Infinity) < logit) at -= 1;
    best.splice(at, 0, { id, logit });
    if (best.length > count) best.pop();
    least = best.at(-1)?.logit ?? -Infinity;
  }
  return best;
}

function greatest(logits: Float32Array): number {
  let max = -Infinity;
  for (let at = 0; at < logits.length; at++) max = Math.max(max, logits[at] ?? NaN);
  return max;
}

function logNormaliser(logits: Float32Array): number {
  const max = greatest(logits);
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - max);
  return max + Math.log(sum);
}

/** Softmax over a few log-probabilities: what each would be if nothing else could be said. Sums to 1. */
export function renormalise(logprobs: readonly number[]): number[] {
  const max = Math.max(...logprobs);
  // Nothing is possible: no label is likelier than another.
  if (max === -Infinity) return logprobs.map(() => 1 / logprobs.length);
  const weights = logprobs.map((logprob) => Math.exp(logprob - max));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
