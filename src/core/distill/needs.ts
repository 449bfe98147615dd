import type { Arm } from './arm.ts';

/** What must be known of an arm's texts before its loss can be formed. */
export interface ArmNeeds {
  /** The teacher's distribution at every token. */
  readonly teacher: boolean;
  /** The log-probabilities of the student at the start: G-OPD with another lambda than 1, in which they cancel. */
  readonly reference: boolean;
  /** Whether each text is right. */
  readonly correctness: boolean;
  /**
   * The texts' `facts`, which rest on the student's logits too. A divergence over all tokens needs none: its gradient comes from
   * the logits of the training pass itself.
   */
  readonly studentLogits: boolean;
}

/** What an arm asks for. */
export function needsOf({ objective, selection }: Arm): ArmNeeds {
  const chosen = selection.kind !== 'all';
  switch (objective.kind) {
    case 'likelihood':
      return { teacher: chosen, reference: false, correctness: false, studentLogits: chosen };
    case 'divergence':
      return { teacher: true, reference: false, correctness: false, studentLogits: chosen };
    case 'policy-gradient':
      return {
        teacher: true,
        reference: objective.lambda !== 1,
        correctness: objective.margin !== null,
        studentLogits: true,
      };
    case 'two-path':
      return { teacher: true, reference: false, correctness: true, studentLogits: true };
    case 'calibration':
      return { teacher: true, reference: false, correctness: true, studentLogits: chosen };
  }
}
