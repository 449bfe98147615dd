import { wordsOf } from './fold.ts';

/** Most of a query that is looked at, in characters and in terms. */
export const MAX_QUERY_CHARACTERS = 300;
const MAX_TERMS = 16;

/** Words that stand one after the other; a single word is a phrase of one. */
export interface SearchTerm {
  /** Folded words, at least one. */
  words: readonly string[];
  /** Whether the last word may go on: `pneumo*`. */
  isPrefix: boolean;
}

/** What is searched for: all of `wanted`, none of `unwanted`. Both empty for a query that asks nothing. */
export interface SearchQuery {
  wanted: readonly SearchTerm[];
  unwanted: readonly SearchTerm[];
}

/** A sign that means `not`, a text in quotes or up to the next space, and a star that lets it go on. */
const TERM = /(?<not>[-−])?(?:["“”](?<phrase>[^"“”]*)(?:["“”]|$)|(?<word>[^\s"“”]+))(?<star>\*)?/gu;

/**
 * Reads what a reader typed: words, `"phrases"`, `prefix*` and `-not` (of a word, a phrase or a prefix). Every text is a
 * query; a quote that is not closed goes on to the end, and signs without a letter or figure ask nothing. A word that is
 * written with signs in it (`12-lead`) is a phrase of its parts.
 */
export function parseSearchQuery(text: string): SearchQuery {
  const wanted: SearchTerm[] = [];
  const unwanted: SearchTerm[] = [];
  for (const { groups } of text.slice(0, MAX_QUERY_CHARACTERS).matchAll(TERM)) {
    if (wanted.length + unwanted.length >= MAX_TERMS) break;
    const written = groups?.['phrase'] ?? groups?.['word'] ?? '';
    const words = wordsOf(written).map(({ folded }) => folded);
    if (words.length === 0) continue;
    const isPrefix = groups?.['star'] !== undefined || written.endsWith('*');
    (groups?.['not'] === undefined ? wanted : unwanted).push({ words, isPrefix });
  }
  return { wanted, unwanted };
}

/** Whether a query asks for anything. */
export function isEmptyQuery({ wanted, unwanted }: SearchQuery): boolean {
  return wanted.length === 0 && unwanted.length === 0;
}

/** Whether a term begins at that place of a text's words. */
export function startsAt(term: SearchTerm, words: readonly string[], at: number): boolean {
  const last = term.words.length - 1;
  return term.words.every((word, index) => {
    const found = words[at + index];
    if (found === undefined) return false;
    return index === last && term.isPrefix ? found.startsWith(word) : found === word;
  });
}
