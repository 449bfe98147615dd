/** A confidence as counts: `right` of `of`. */
export interface Confidence {
  readonly right: number;
  readonly of: number;
}

/** Texts over one problem are at most a few dozen. */
const MOST = 4096;
/** What begins a confidence line, at the end of a text. */
const BEGINS = '\nSure';
const LINE = /^\nSure (\d{1,4}) in (\d{1,4})\s*$/u;

/**
 * The line that stands behind a reply and says how sure it is: a line feed and `Sure 5 in 8`. Counts rather than a percentage, so
 * that the arithmetic models' tokenizer has a token for each number. The wording is ours.
 *
 * @throws RangeError unless 0 <= right <= of, whole numbers, `of` from 1 to 4096.
 */
export function confidenceLine({ right, of }: Confidence): string {
  if (!isConfidence({ right, of })) {
    throw new RangeError(
      `${String(right)} in ${String(of)} is no confidence: it takes whole numbers, the first at most the second, which is 1 to ${String(MOST)}.`,
    );
  }
  return `${BEGINS} ${String(right)} in ${String(of)}`;
}

/** Reads the confidence line at the end of a text; null where there is none that can be read. */
export function readConfidence(text: string): Confidence | null {
  const begins = text.lastIndexOf(BEGINS);
  if (begins === -1) return null;
  const [, right, of] = LINE.exec(text.slice(begins)) ?? [];
  if (right === undefined || of === undefined) return null;
  const found = { right: Number(right), of: Number(of) };
  return isConfidence(found) ? found : null;
}

/**
 * How many tokens a reply has before the first confidence line, readable or not, that its writer put behind it: what comes later is
 * replaced. Tokens are given as their texts. One that holds the reply's end and the line's beginning goes with the line.
 */
export function replyLength(pieces: readonly string[]): number {
  const begins = pieces.join('').indexOf(BEGINS);
  if (begins === -1) return pieces.length;
  let end = 0;
  let count = 0;
  for (const piece of pieces) {
    end += piece.length;
    if (end > begins) break;
    count += 1;
  }
  return count;
}

function isConfidence({ right, of }: Confidence): boolean {
  return (
    Number.isInteger(right) &&
    Number.isInteger(of) &&
    right >= 0 &&
    right <= of &&
    of >= 1 &&
    of <= MOST
  );
}
