import type { Random } from '../../../random.ts';
import type { Say, Wording } from '../wording.ts';

/** The groups that results are broken down by. */
export const CHOICE_STRATA = ['dates', 'doses', 'units', 'orders'] as const;
export type ChoiceStratum = (typeof CHOICE_STRATA)[number];

/** A question over a case, with the right answer and wrong ones to draw from. */
export interface Ask {
  readonly question: string;
  readonly right: string;
  /** At least three, each different from the right one and from the others. */
  readonly wrong: readonly string[];
}

/** A few sentences, and what can be asked of them. */
export interface DrawnCase {
  readonly facts: string;
  readonly asks: readonly Ask[];
}

/** One sort of case with all its wordings. */
export interface CaseKind {
  /** Such as `orders-chain`: the item's topic. */
  readonly id: string;
  readonly stratum: ChoiceStratum;
  readonly wordings: Readonly<Record<string, Wording>>;
  draw(random: Random, say: Say): DrawnCase;
}

/** A whole number from `least` to `most`, both included. */
export function between(random: Random, least: number, most: number): number {
  return least + random.int(most - least + 1);
}

/** `1 day`, `3 days`. */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `a, b, c and d`. */
export function listed(parts: readonly string[]): string {
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

/**
 * Three numbers around `right`, `step` apart and none below `least`. The right one's rank among the
 * four is drawn too, so that picking the middle one is no better than chance.
 */
export function nearby(right: number, step: number, least: number, random: Random): number[] {
  const mostBelow = Math.min(3, Math.floor((right - least) / step));
  const below = random.int(mostBelow + 1);
  return [0, 1, 2, 3]
    .filter((place) => place !== below)
    .map((place) => right + (place - below) * step);
}
