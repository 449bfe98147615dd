import type { PilotSpec } from './pilotSpec.ts';

/** What a pilot may ask for at most, before anything is asked. */
export interface PilotCost {
  /** Replies to write, and texts that both models read. */
  readonly replies: number;
  readonly comparisons: number;
  /** Tokens to write at most. */
  readonly tokens: number;
}

/** Upper bounds: replies end before the limit, and problems that are left out at a length are not continued there. */
export function pilotCost(spec: PilotSpec): PilotCost {
  const { problems, mostTokens } = spec;
  if (spec.kind === 'kl') {
    const replies = problems * spec.rollouts;
    return { replies, comparisons: replies, tokens: replies * mostTokens };
  }
  const each = Math.max(1, spec.samples);
  const continuing = spec.ladder.reduce((sum, k) => sum + Math.max(1, mostTokens - k), 0);
  return {
    replies: problems * (2 + each * (1 + 3 * spec.ladder.length)),
    comparisons: 0,
    tokens: problems * (2 * mostTokens + each * (mostTokens + 3 * continuing)),
  };
}
