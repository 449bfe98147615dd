/** Blanks and controls that would not be seen, and how they are shown. */
const SHOWN: Readonly<Record<string, string>> = {
  ' ': '␣',
  '\n': '⏎',
  '\t': '⇥',
  '\r': '␍',
  '\u00a0': '⍽',
};

/**
 * A token as it can be seen: blanks, line feeds and tabs as signs, other controls and marks that turn or hide text as their
 * code points. Half a character, which a byte-level tokeniser may cut, comes decoded as U+FFFD and is shown as that.
 */
export function visibleToken(text: string): string {
  if (text === '') return '∅';
  return text.replaceAll(/[\s\p{C}]/gu, (sign) => SHOWN[sign] ?? codePoint(sign));
}

function codePoint(sign: string): string {
  const digits = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `<U+${digits}>`;
}
