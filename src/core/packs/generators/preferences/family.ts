import type { Random } from '../../../random.ts';
import type { Say, Wording } from '../wording.ts';

/** The groups that results are broken down by; `ties` holds the tied questions and their references. */
export const SUBSETS = ['factual', 'exact-form', 'sums', 'safety', 'focus', 'ties'] as const;
export type Subset = (typeof SUBSETS)[number];

/** A line of the note; `bears` where the verdict on an answer rests on it. */
export interface NoteLine {
  readonly text: string;
  readonly bears: boolean;
}

/**
 * One thing that can be answered. Its texts all say it, one way after another, and all candidates of a case have the same
 * ways in the same order. How a candidate is put is drawn without regard to whether it is right.
 */
export interface Candidate {
  readonly right: boolean;
  readonly texts: readonly string[];
}

/** A note, a question, and answers to rate. */
export interface PreferenceCase {
  readonly lines: readonly NoteLine[];
  readonly question: string;
  readonly candidates: readonly Candidate[];
}

/** What a case is drawn with. */
export interface Draw {
  readonly random: Random;
  readonly say: Say;
  /** Different names, in random order. */
  readonly people: (count: number) => string[];
}

/**
 * One sort of question with a single right answer.
 *
 * The candidates are drawn first, as a set in which each is as likely as the others to be made the right one; the note and
 * the question follow from that choice. So nothing about an answer alone tells whether it is right.
 */
export interface Family {
  readonly id: string;
  readonly subset: Exclude<Subset, 'ties'>;
  /** Most candidates that it can draw; it can always draw two. */
  readonly most: 2 | 4;
  draw(draw: Draw, count: number): PreferenceCase;
}

/** One sort of question with several right answers, and the same question with one. */
export interface TieFamily {
  readonly id: string;
  draw(draw: Draw): { readonly tied: PreferenceCase; readonly ref: PreferenceCase };
}

/** Sentence frames by purpose. A purpose means the same in every file that uses it. */
export type Wordings = Readonly<Record<string, Wording>>;

/** `a`, `a and b`, `a, b and c`. */
export function inWords(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** So many different elements, in random order. @throws RangeError where there are fewer. */
export function draws<T>(random: Random, from: readonly T[], count: number): T[] {
  if (from.length < count)
    throw new RangeError(`Cannot draw ${String(count)} of ${String(from.length)}.`);
  return random.shuffle(from).slice(0, count);
}

/** One element and the others, each as likely to be the one. @throws RangeError when there is none. */
export function drawRight<T>(random: Random, all: readonly T[]): { right: T; wrong: T[] } {
  const right = random.pick(all);
  return { right, wrong: all.filter((one) => one !== right) };
}

/** The right thing first, then the wrong ones, each in the given ways of saying it. */
export function candidatesOf<T>(
  right: T,
  wrong: readonly T[],
  textsOf: (one: T) => readonly string[],
): Candidate[] {
  return [
    { right: true, texts: textsOf(right) },
    ...wrong.map((one) => ({ right: false, texts: textsOf(one) })),
  ];
}

export const bearing = (text: string): NoteLine => ({ text, bears: true });
export const beside = (text: string): NoteLine => ({ text, bears: false });
