import type { CompareReply } from '../../calls/call.ts';
import { quantileSorted } from '../../stats/quantile.ts';
import { quadrantsOf, tokenImportance } from '../objectives/tokenImportance.ts';

/** One token of a text as the view shows it. Logarithms are natural, divergences and entropies in nats. */
export interface TokenRow {
  /** From 1. */
  readonly position: number;
  readonly id: number;
  /** As decoded by itself. Hostile: shown as text. */
  readonly text: string;
  readonly studentLogprob: number;
  readonly teacherLogprob: number;
  /** log T - log S: what on-policy distillation would reward the student with for this token. */
  readonly advantage: number;
  readonly studentEntropy: number;
  readonly teacherEntropy: number;
  readonly studentRank: number;
  readonly teacherRank: number;
  readonly reverseKl: number;
  readonly forwardKl: number;
  readonly jensenShannon: number;
  readonly quadrant: 1 | 2 | 3 | 4;
  /** TIP's importance over this text, in [0, 1]. */
  readonly importance: number;
}

/** A text's tokens, with the lines that its quadrants were drawn at. */
export interface TokenTable {
  readonly rows: readonly TokenRow[];
  /** Medians over the text: above them is `high`. */
  readonly thresholds: { readonly entropy: number; readonly reverseKl: number };
}

export function tokenTable(reply: CompareReply): TokenTable {
  const { student, teacher, reverseKl } = reply;
  const quadrants = quadrantsOf(student.entropies, reverseKl);
  const importance = tokenImportance(student.entropies, reverseKl, false);
  const none = Number.NaN;
  const rows = reply.ids.map((id, at): TokenRow => {
    const studentLogprob = student.logprobs[at] ?? none;
    const teacherLogprob = teacher.logprobs[at] ?? none;
    return {
      position: at + 1,
      id,
      text: reply.tokens[at] ?? '',
      studentLogprob,
      teacherLogprob,
      advantage: teacherLogprob - studentLogprob,
      studentEntropy: student.entropies[at] ?? none,
      teacherEntropy: teacher.entropies[at] ?? none,
      studentRank: student.ranks[at] ?? none,
      teacherRank: teacher.ranks[at] ?? none,
      reverseKl: reverseKl[at] ?? none,
      forwardKl: reply.forwardKl[at] ?? none,
      jensenShannon: reply.jensenShannon[at] ?? none,
      quadrant: quadrants[at] ?? 4,
      importance: importance[at] ?? none,
    };
  });
  const median = (values: readonly number[]): number =>
    quantileSorted(Float64Array.from(values).sort(), 0.5);
  return {
    rows,
    thresholds: { entropy: median(student.entropies), reverseKl: median(reverseKl) },
  };
}
