import type { Selection } from '../arm.ts';
import type { Rollout } from '../rollout.ts';
import { requireFacts } from './tokenWeights.ts';
import { quadrantsOf, tokenImportance, topShare } from './tokenImportance.ts';

/**
 * Which tokens of a batch count, text by text. Choices are over all tokens of the batch together, so one text may keep most of its
 * tokens and another none.
 *
 * @throws MissingFactsError
 */
export function keptTokens(selection: Selection, rollouts: readonly Rollout[]): boolean[][] {
  if (selection.kind === 'all') return rollouts.map(({ tokens }) => tokens.map(() => true));
  const facts = rollouts.map(requireFacts);
  const entropy = facts.flatMap((text) => [...text.entropy]);
  const divergence = facts.flatMap((text) => [...text.reverseKl]);
  const kept = (() => {
    switch (selection.kind) {
      case 'tip':
        return topShare(tokenImportance(entropy, divergence, selection.winsorise), selection.keep);
      case 'quadrant':
        return quadrantsOf(entropy, divergence).map((own) => own === selection.quadrant);
      case 'entropy':
        return topShare(entropy, selection.keep);
    }
  })();
  let first = 0;
  return rollouts.map(({ tokens }) => {
    const own = kept.slice(first, first + tokens.length);
    first += tokens.length;
    return own;
  });
}
