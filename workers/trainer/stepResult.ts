/** The loss left the finite numbers; weights from before are in the last checkpoint. */
export class DivergedError extends Error {
  override readonly name = 'DivergedError';
  readonly step: number;
  constructor(step: number) {
    super(`The loss of step ${String(step)} is not finite: lower the recipe's peak learning rate.`);
    this.step = step;
  }
}

export interface StepResult {
  readonly step: number;
  /** The batch's loss before the step, nats: all parts of the objective. */
  readonly loss: number;
  /** Global norm of the gradient before clipping. */
  readonly norm: number;
}
