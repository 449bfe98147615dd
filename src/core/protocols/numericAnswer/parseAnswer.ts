/** A numeric answer as read. */
export type NumericReply = { kind: 'read'; value: number } | { kind: 'unreadable' };

/** Longer lines are no answer; the limit also bounds the work on hostile text. */
const MAX_LINE = 500;
/** Larger numbers are no answer to any item a pack may hold. */
const LARGEST = 1e12;

/**
 * A number that does not begin inside a word or another number (`CHA2DS2`, `1.2.3`):
 * thousands in groups of three behind commas or narrow spaces, or plain digits; then a fraction
 * behind a point or, where no comma came before, behind a comma.
 */
const NUMBER =
  /(?<![\p{L}\p{N}_.,])(?:[1-9]\d{0,2}(?:([,\u00a0\u202f])\d{3})(?:\1\d{3})*(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?|\.\d+)/u;
/** What stands before a negative number: a sign that touches it and follows no number or letter, or a word. */
const SIGN_BEFORE = /(?:(?<![\p{N})\]] ?|\p{L})[-−–]|\b(?:minus|negative) )$/iu;

/**
 * Reads the first number of the reply's first line that holds anything. Where that line has an
 * equals sign, what stands left of the last one is working and is passed over (`120 - 80 = 40`).
 * Units and words after the number are ignored.
 *
 * A comma before exactly three digits groups thousands (`1,200` is 1200); any other comma between
 * digits is a decimal comma (`12,5` is 12.5). So `1,234` for 1.234 is misread, and that is the price
 * of reading both ways of writing. A dash with a space after it is no sign, since lists and “answer - 5”
 * have one. Powers of ten are not read, and an answer in words (“forty”) is unreadable.
 */
export function parseNumber(text: string): NumericReply {
  const line = text.trimStart().split(/[\r\n]/u, 1)[0] ?? '';
  if (line.length > MAX_LINE) return { kind: 'unreadable' };
  const part = line.slice(line.lastIndexOf('=') + 1);
  const match = NUMBER.exec(part);
  if (match === null) return { kind: 'unreadable' };
  const [written, grouping] = match;
  const plain =
    grouping === undefined ? written.replace(',', '.') : written.replaceAll(grouping, '');
  const size = Number(plain);
  if (!Number.isFinite(size) || size > LARGEST) return { kind: 'unreadable' };
  const isNegative = SIGN_BEFORE.test(part.slice(0, match.index));
  return { kind: 'read', value: isNegative && size !== 0 ? -size : size };
}
