import type { Rollout } from '../rollout.ts';
import { MissingFactsError, requireFacts } from './tokenWeights.ts';

/**
 * A_t of every token of every text, nats; a token's own, never the sum of those behind it (on-policy distillation drops
 * reward-to-go by convention, methods A1).
 *
 * - Plain OPD: A_t = log T(y_t) - log S(y_t), read in the released code of several systems (methods A1).
 * - G-OPD: A_t = -[(log S - log ref) - λ (log T - log ref)] (arXiv 2602.12125, read in its code, methods C5); with λ = 1 the
 *   reference cancels, and it is not asked for.
 * - vOPD adds KL(S || T) at that place (arXiv 2605.07865, abstract and public pages, methods C4): the value of the token's reward is
 *   -KL, so this is a baseline. It leaves the mean gradient as it is; whether it makes it steadier has to be measured.
 *
 * @throws MissingFactsError
 */
export function advantagesOf(
  rollouts: readonly Rollout[],
  { lambda, baseline }: { readonly lambda: number; readonly baseline: 'none' | 'kl' },
): Float64Array[] {
  return rollouts.map((rollout) => {
    const { logStudent, logTeacher, logReference, reverseKl } = requireFacts(rollout);
    if (lambda !== 1 && logReference === null) {
      throw new MissingFactsError(
        `G-OPD with lambda ${String(lambda)} needs the log-probabilities of the student at the start, which a text over problem ${String(rollout.problem)} lacks.`,
      );
    }
    return Float64Array.from(rollout.tokens, (_, t) => {
      const [s, teacher] = [logStudent[t] ?? Number.NaN, logTeacher[t] ?? Number.NaN];
      const reference = logReference?.[t] ?? Number.NaN;
      const plain = lambda === 1 ? teacher - s : lambda * (teacher - reference) - (s - reference);
      return baseline === 'kl' ? plain + (reverseKl[t] ?? Number.NaN) : plain;
    });
  });
}
