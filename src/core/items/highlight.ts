import { wordsOf, type Word } from './fold.ts';
import { startsAt, type SearchQuery } from './searchQuery.ts';

/** A stretch of a text; `isHit` where it is what was searched for. Hostile text: to be shown as text. */
export interface Piece {
  text: string;
  isHit: boolean;
}

/** Words of a text that the query asks for, in order, as stretches that do not overlap. */
function hitsIn(words: readonly Word[], query: SearchQuery): { start: number; end: number }[] {
  const folded = words.map((word) => word.folded);
  const hits: { start: number; end: number }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const lengths = query.wanted.flatMap((term) =>
      startsAt(term, folded, at) ? [term.words.length] : [],
    );
    const first = words[at];
    const last = words[at + Math.max(0, ...lengths) - 1];
    if (lengths.length === 0 || first === undefined || last === undefined) continue;
    const before = hits.at(-1);
    if (before !== undefined && first.start < before.end) {
      before.end = Math.max(before.end, last.end);
    } else hits.push({ start: first.start, end: last.end });
  }
  return hits;
}

function cut(text: string, hits: readonly { start: number; end: number }[]): Piece[] {
  const pieces: Piece[] = [];
  const add = (from: number, to: number, isHit: boolean): void => {
    if (to > from) pieces.push({ text: text.slice(from, to), isHit });
  };
  let at = 0;
  for (const { start, end } of hits) {
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, text.length, false);
  return pieces;
}

/** A whole text cut at what the query asks for. The pieces joined are the text. */
export function highlight(text: string, query: SearchQuery): Piece[] {
  return cut(text, hitsIn(wordsOf(text), query));
}

/** Letters of a snippet before its first hit, and in all. */
const LEAD = 50;
const LENGTH = 220;

/** Blanks and line feeds of a snippet become one blank: it stands on one or two lines. */
function line(text: string): string {
  return text.replaceAll(/\s+/gu, ' ');
}

/**
 * The stretch of the first text in which the query's words stand, around the first of them; the beginning of the first
 * text that is not empty where none has any. Null where all are empty.
 */
export function snippet<Text extends { text: string }>(
  texts: readonly Text[],
  query: SearchQuery,
): { of: Text; pieces: readonly Piece[] } | null {
  const filled = texts.filter(({ text }) => text.trim() !== '');
  let best: { of: Text; words: Word[]; first: number } | null = null;
  for (const of of query.wanted.length === 0 ? [] : filled) {
    const words = wordsOf(of.text);
    const [hit] = hitsIn(words, query);
    if (hit === undefined) continue;
    best = { of, words, first: hit.start };
    break;
  }
  const of = best?.of ?? filled[0];
  if (of === undefined) return null;
  const wanted = Math.max(0, (best?.first ?? 0) - LEAD);
  // A snippet begins with a whole word.
  const from =
    wanted === 0 ? 0 : (best?.words.find(({ start }) => start >= wanted)?.start ?? wanted);
  const stretch = line(of.text.slice(from, from + LENGTH)).trim();
  const isCut = from + LENGTH < of.text.length;
  const shown = `${from > 0 ? '… ' : ''}${stretch}${isCut ? ' …' : ''}`;
  return { of, pieces: highlight(shown, query) };
}
