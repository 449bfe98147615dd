import type { ChooseReply } from '../calls/call.ts';
import type { CriterionVerdict } from './itemScore.ts';
import { readChoice } from './readChoice.ts';

/**
 * The judge's choice as a verdict on a criterion. `metWhen` is the label that means met: 0 for the
 * first, 1 for the second.
 */
export function criterionVerdict(
  reply: ChooseReply,
  metWhen: 0 | 1,
  { id, text, points, axis }: Pick<CriterionVerdict, 'id' | 'text' | 'points' | 'axis'>,
): CriterionVerdict {
  const base = { id, text, points, axis };
  const choice = readChoice(reply);
  if (choice.kind === 'unscored') {
    return { ...base, verdict: 'unscored', probability: null, note: choice.reason };
  }
  return {
    ...base,
    verdict: choice.index === metWhen ? 'met' : 'not-met',
    probability: choice.probabilities[metWhen] ?? null,
    note: null,
  };
}
