/** A correction as read: no error, or a sentence's 1-based number with what it should say (maybe nothing). */
export type CorrectionAnswer =
  | { kind: 'none' }
  | { kind: 'error'; sentence: number; correction: string }
  | { kind: 'unreadable' };

const LEAD =
  /^(?:answer\s*[:=]\s*)?(?:the\s+)?(?:sentence|line|number|no\.?)?\s*#?(\d{1,3})(?![\d.]*\d)/iu;
const NONE = /^(?:answer\s*[:=]\s*)?(?:there (?:is|are) )?(?:none|no errors?|no sentence)\b/iu;

/** A line without emphasis, quotation marks and bullets. */
function bare(line: string): string {
  return line
    .replaceAll(/[*`"“”]/gu, '')
    .replace(/^[\s\-•([]+/u, '')
    .trim();
}

/**
 * Reads `none`, or `3 He was given 20 mg of aspirin.` and the ways larger models dress it up ("Sentence 3: …", or the number
 * on one line and the sentence on the next).
 *
 * The first line that is not blank decides. A number that is no sentence of the note is unreadable; a number alone names
 * the sentence and corrects nothing.
 */
export function parseAnswer(text: string, sentenceCount: number): CorrectionAnswer {
  const lines = text.split(/[\r\n]+/u).map(bare);
  const at = lines.findIndex((line) => line !== '');
  const first = lines[at] ?? '';
  if (NONE.test(first)) return { kind: 'none' };
  const lead = LEAD.exec(first);
  const sentence = Number(lead?.[1]);
  if (lead === null || !(sentence >= 1 && sentence <= sentenceCount)) return { kind: 'unreadable' };
  const behind = first.slice(lead[0].length).replace(/^[\s\])]*[.:,)\-–—>]*\s*/u, '');
  const correction =
    behind === '' ? (lines.slice(at + 1).find((line) => line !== '') ?? '') : behind;
  return { kind: 'error', sentence, correction };
}
