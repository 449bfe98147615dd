import type { Prefix } from './arm.ts';

/**
 * How many tokens of a reply are written and learned from at a step (0-based), the end mark included; never more than
 * `mostTokens`, the longest reply. A growing prefix is Prefix OPD's linear schedule, L ← L + ΔL at each step (methods A1, read
 * on public pages); a fraction of a token is dropped, which is ours, so that slow growth can be asked for.
 */
export function prefixLength(prefix: Prefix, step: number, mostTokens: number): number {
  switch (prefix.kind) {
    case 'full':
      return mostTokens;
    case 'fixed':
      return Math.min(prefix.length, mostTokens);
    case 'growing':
      return Math.min(prefix.start + Math.floor(prefix.add * step), mostTokens);
  }
}

/** Whether texts may come to their own end at every step, so that each can be marked right or wrong. */
export function isWhole(prefix: Prefix, mostTokens: number): boolean {
  return prefixLength(prefix, 0, mostTokens) >= mostTokens;
}
