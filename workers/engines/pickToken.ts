import type { Sampling } from '../../src/core/calls/call.ts';
import { createRandom } from '../../src/core/random.ts';
import { logSoftmax } from './logSoftmax.ts';

/** Picks the next token from a row of logits. */
export type TokenPicker = (logits: Float32Array) => number;

/**
 * The picker for a call's sampling. Greedy takes the first of equal maxima. Sampling divides logits by the temperature
 * and draws from the smallest set of tokens whose probabilities reach `topP` (nucleus sampling, Holtzman et al. 2020);
 * the same seed over the same logits gives the same tokens. A temperature of 0 is greedy.
 */
export function tokenPicker(sampling: Sampling): TokenPicker {
  if (sampling.kind === 'greedy' || sampling.temperature <= 0) return likeliest;
  const { temperature, topP } = sampling;
  const random = createRandom(String(sampling.seed));
  return (logits) => sampleNucleus(logits, temperature, topP, random.next());
}

function likeliest(logits: Float32Array): number {
  let best = 0;
  let max = -Infinity;
  for (const [token, logit] of logits.entries()) {
    if (logit > max) {
      max = logit;
      best = token;
    }
  }
  return best;
}

/** @param point in [0, 1): where in the nucleus, laid out from its likeliest token on, the draw falls. */
function sampleNucleus(
  logits: Float32Array,
  temperature: number,
  topP: number,
  point: number,
): number {
  const logprobs = logSoftmax(logits.map((logit) => logit / temperature));
  const order = Array.from(logprobs.keys()).sort(
    (a, b) => (logprobs[b] ?? 0) - (logprobs[a] ?? 0) || a - b,
  );
  const nucleus: { token: number; upTo: number }[] = [];
  let mass = 0;
  for (const token of order) {
    mass += Math.exp(logprobs[token] ?? -Infinity);
    nucleus.push({ token, upTo: mass });
    if (mass >= topP) break;
  }
  const drawn = nucleus.find(({ upTo }) => point * mass < upTo);
  return drawn?.token ?? likeliest(logits);
}
