import type { Sampling } from '../../src/core/calls/call.ts';
import { createRandom } from '../../src/core/random.ts';
import { logSoftmax } from './logSoftmax.ts';

/** Picks the next token from a row of logits. */
export type TokenPicker = (logits: Float32Array) => number;

/**
 * The picker for a call's sampling. Greedy takes the first of equal maxima. Sampling divides logits by the temperature,
 * keeps the `topK` likeliest tokens (Fan et al. 2018) where the call says so, and draws from the smallest set of those
 * whose probabilities reach `topP` of theirs together (nucleus sampling, Holtzman et al. 2020). The same seed over the same
 * logits gives the same tokens. A temperature of 0 is greedy.
 */
export function tokenPicker(sampling: Sampling): TokenPicker {
  if (sampling.kind === 'greedy' || sampling.temperature <= 0) return likeliest;
  const random = createRandom(String(sampling.seed));
  return (logits) => sampleNucleus(logits, sampling, random.next());
}

/** Whether a picked token has a logit at all: where all are NaN or less infinity, the pick means nothing. */
export function hasLogit(logits: Float32Array, token: number): boolean {
  return (logits[token] ?? NaN) > -Infinity;
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
  { temperature, topP, topK }: Extract<Sampling, { kind: 'sample' }>,
  point: number,
): number {
  const logprobs = logSoftmax(logits.map((logit) => logit / temperature));
  // Numbers without their tokens sort many times faster than tokens by their numbers; a vocabulary is large.
  const descending = logprobs.slice().sort().reverse();
  const candidates = descending.subarray(0, topK ?? descending.length);
  const reach = topK === undefined ? topP : topP * massOf(candidates);
  const upTo: number[] = [];
  let mass = 0;
  for (const logprob of candidates) {
    mass += Math.exp(logprob);
    upTo.push(mass);
    if (mass >= reach) break;
  }
  const place = upTo.findIndex((most) => point * mass < most);
  return place < 0 ? likeliest(logits) : tokenAt(logprobs, descending, place);
}

function massOf(logprobs: Float64Array): number {
  return logprobs.reduce((sum, logprob) => sum + Math.exp(logprob), 0);
}

/** The token at a place of the order from the likeliest on, in which the lower of equals is first. */
function tokenAt(logprobs: Float64Array, descending: Float64Array, place: number): number {
  const logprob = descending[place] ?? NaN;
  let before = place - descending.indexOf(logprob);
  for (let token = logprobs.indexOf(logprob); token >= 0;) {
    if (before === 0) return token;
    before -= 1;
    token = logprobs.indexOf(logprob, token + 1);
  }
  return 0;
}
