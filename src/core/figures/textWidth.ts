/** Widths in Inter in thousandths of the font size, rounded up: a label must never be wider than it is taken for. */
const WIDTHS: readonly (readonly [characters: string, width: number])[] = [
  ["ijl'.,:;|!I", 300],
  ['frt()[]{}/\\- “”‘’"·', 400],
  ['mMW@%–—−…', 960],
  ['wABCDEFGHKNOPQRSTUVXYZ&≤≥<>=+~', 780],
];
const OTHER = 640;
const WIDE = 1050;

const table = new Map<string, number>(
  WIDTHS.flatMap(([characters, width]) =>
    [...characters].map((character): [string, number] => [character, width]),
  ),
);

/** An upper estimate of a text's width in pixels, without a browser to measure it. */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    sum += table.get(character) ?? (code > 0x2fff ? WIDE : OTHER);
  }
  return (sum / 1000) * size;
}

/** A text cut at the end, with an ellipsis, where it is wider than there is room for. */
export function fitText(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  const characters = [...text];
  while (characters.length > 1) {
    characters.pop();
    const cut = `${characters.join('').trimEnd()}…`;
    if (textWidth(cut, size) <= room) return cut;
  }
  return '…';
}

/** A name cut in its middle where there is no room for it: names of models differ at their ends. */
export function fitMiddle(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  const characters = [...text];
  for (let kept = characters.length - 1; kept > 1; kept -= 1) {
    const end = Math.ceil(kept / 2);
    const cut = `${characters.slice(0, kept - end).join('')}…${characters.slice(-end).join('')}`;
    if (textWidth(cut, size) <= room) return cut;
  }
  return '…';
}

/** A text as lines that fit into a width; a word that is wider alone is cut. */
export function wrapText(text: string, size: number, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u).filter((part) => part !== '')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size) <= room) lines[lines.length - 1] = longer;
    else lines.push(fitText(word, size, room));
  }
  return lines;
}
