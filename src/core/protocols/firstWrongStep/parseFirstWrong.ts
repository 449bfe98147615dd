/** A reply as read: the step that is said to be the first wrong one, or that there is none. */
export type FirstWrongReply =
  { kind: 'step'; number: number } | { kind: 'none' } | { kind: 'unreadable' };

const NONE_SAID =
  /^[\s"'*([]*(?:none\b|no (?:wrong|error|mistake|incorrect)|(?:all|every) steps? (?:is|are) (?:right|correct)\b(?!.*\d))/iu;
/** The number must not go on as a decimal, as a sum or as a range. */
const STEP_SAID =
  /^[\s"'*([]*(?:(?:the )?first (?:wrong|incorrect) (?:step|one) is:? )?(?:the )?(?:(?:step|line|number|no\.) ?)?#?\**(\d{1,3})(?!\d|[.,]\d|\s*[-+x*×/=–]\s*\d)/iu;

/**
 * Reads `3` or `none`, and the ways larger models dress it up ("Step 3.", "The first wrong step is
 * step 3", "No wrong step").
 *
 * What the reply begins with decides, because a number found later in free text may be part of a
 * sum. A number that is no step of the solution is unreadable.
 */
export function parseFirstWrong(text: string, stepCount: number): FirstWrongReply {
  if (NONE_SAID.test(text)) return { kind: 'none' };
  const [, digits] = STEP_SAID.exec(text) ?? [];
  const number = Number(digits);
  if (digits === undefined || number < 1 || number > stepCount) return { kind: 'unreadable' };
  return { kind: 'step', number };
}
