import type { Message } from '../calls/call.ts';

/** A stretch of a text with a name, by UTF-16 offsets; `end` is exclusive. */
export interface NamedSpan {
  start: number;
  end: number;
  label: string;
}

/** One part of an item as a page shows it. Every string may be hostile: text, never markup. */
export type ItemBlock =
  | { kind: 'text'; label: string; text: string }
  | { kind: 'conversation'; messages: readonly Message[] }
  /**
   * Numbered lines; `gold` holds the 1-based numbers of those that an answer should name, and `goldWord` says what such a
   * line is: `evidence` where it is left out.
   */
  | {
      kind: 'sentences';
      label: string;
      sentences: readonly string[];
      gold: readonly number[];
      goldWord?: string;
    }
  /** Options under their labels; `right` holds indices (0-based) of the right ones. */
  | {
      kind: 'options';
      label: string;
      options: readonly { label: string; text: string }[];
      right: readonly number[];
    }
  | { kind: 'spans'; label: string; text: string; spans: readonly NamedSpan[] };

/** What an item asks and what is right, for the pages that show items of every kind in one way. */
export interface ItemView {
  /** One line, at most about 90 characters. */
  title: string;
  blocks: readonly ItemBlock[];
  /** The right answer in words; null where a judge decides. */
  gold: string | null;
}

const LONGEST_TITLE = 90;

/** A text as a title: one line, cut with an ellipsis. */
export function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= LONGEST_TITLE ? line : `${line.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
}
