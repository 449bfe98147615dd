/** Longest text of one field that is searched, in UTF-16 units. */
export const MOST_SEARCHED = 200_000;

/** A word of a text as it is searched, with where it stands in the text. */
export interface Word {
  /** Lower case, without accents. */
  folded: string;
  /** UTF-16 offsets into the text; `end` is exclusive. */
  start: number;
  end: number;
}

/** One word as it is searched: lower case, without accents. */
function foldWord(word: string): string {
  const lower = word.toLowerCase();
  // Most words need no more, and to normalise is slow.
  if (/^[a-z0-9]*$/u.test(lower)) return lower;
  return lower.normalize('NFKD').replaceAll(/\p{M}/gu, '');
}

/** The words of a text, in order: runs of letters, marks and figures. What lies past the cap is not looked at. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(0, MOST_SEARCHED).matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const [word] = match;
    const folded = foldWord(word);
    if (folded !== '') words.push({ folded, start: match.index, end: match.index + word.length });
  }
  return words;
}

/** The words of a text folded, with a blank before and after each: in it, a phrase is found as a string. */
export function foldText(text: string): string {
  return ` ${wordsOf(text)
    .map(({ folded }) => folded)
    .join(' ')} `;
}
