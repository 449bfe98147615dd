/** A verification answer as read. */
export type VerificationAnswer =
  { kind: 'read'; supported: boolean; evidence: readonly number[] } | { kind: 'unreadable' };

/**
 * Reads `yes 2 5` or `no`, and the ways larger models dress it up ("Yes, sentences 2 and 5.").
 *
 * The first word decides; an answer that does not begin with yes or no is unreadable, because a
 * verdict found later in free text may be a quotation of the question. Evidence is every whole
 * number from 1 to `sentenceCount`, once each, ascending; other numbers are dropped.
 */
export function parseAnswer(text: string, sentenceCount: number): VerificationAnswer {
  const first = /^[\s"'*[(]*(yes|no)\b/iu.exec(text);
  if (first === null) return { kind: 'unreadable' };
  const supported = first[1]?.toLowerCase() === 'yes';
  if (!supported) return { kind: 'read', supported, evidence: [] };
  const numbers = [...text.matchAll(/(?<![\d.])\d{1,4}(?![\d]|\.\d)/gu)].map((match) =>
    Number(match[0]),
  );
  const inNote = numbers.filter((number) => number >= 1 && number <= sentenceCount);
  return {
    kind: 'read',
    supported,
    evidence: [...new Set(inNote)].sort((a, b) => a - b),
  };
}
