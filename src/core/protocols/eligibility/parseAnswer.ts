/** An answer on a criterion as read. */
export type EligibilityAnswer =
  { kind: 'read'; meets: boolean; cited: readonly number[] } | { kind: 'unreadable' };

/**
 * Reads `yes 2 5` or `no 3`, and the ways larger models dress it up ("No, sentences 2 and 5 decide.").
 *
 * The first word decides; an answer that does not begin with yes or no is unreadable, because a
 * verdict found later in free text may be a quotation. Cited is every whole number from 1 to
 * `sentenceCount`, after a yes as after a no, once each, ascending; other numbers and parts of
 * decimal numbers are dropped.
 */
export function parseEligibilityAnswer(text: string, sentenceCount: number): EligibilityAnswer {
  const first = /^[\s"'*[(]*(yes|no)\b/iu.exec(text);
  if (first === null) return { kind: 'unreadable' };
  const numbers = [...text.matchAll(/(?<![\d.])\d{1,4}(?!\d|\.\d)/gu)]
    .map((match) => Number(match[0]))
    .filter((number) => number >= 1 && number <= sentenceCount);
  return {
    kind: 'read',
    meets: first[1]?.toLowerCase() === 'yes',
    cited: [...new Set(numbers)].sort((a, b) => a - b),
  };
}
