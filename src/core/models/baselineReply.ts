import type { ChooseReply, GenerateReply } from '../calls/call.ts';

/** A text as the reply of a baseline, which reads no token and takes no time; its words count as its tokens. */
export function written(text: string): GenerateReply {
  const newTokens = text.split(/\s+/u).length;
  return { kind: 'generate', text, finishReason: 'stop', promptTokens: 0, newTokens, latencyMs: 0 };
}

/** Probabilities of the labels (they sum to 1) as the choice of a baseline. */
export function chosen(probabilities: readonly number[]): ChooseReply {
  return {
    kind: 'choose',
    logprobs: probabilities.map(Math.log),
    probabilities,
    promptTokens: 0,
    latencyMs: 0,
  };
}
