/** Natural log-probabilities of one row of logits, shifted by its maximum so that nothing overflows. */
export function logSoftmax(logits: Float32Array): Float64Array {
  const shift = logNormaliser(logits);
  return Float64Array.from(logits, (logit) => logit - shift);
}

/** Log-probability of one token of a row of logits. `-Infinity` for a token outside the row. */
export function logProbability(logits: Float32Array, token: number): number {
  return (logits[token] ?? -Infinity) - logNormaliser(logits);
}

function logNormaliser(logits: Float32Array): number {
  let max = -Infinity;
  for (const logit of logits) if (logit > max) max = logit;
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
