export interface Schedule {
  readonly peakRate: number;
  readonly warmupSteps: number;
  readonly totalSteps: number;
  /** The last step's rate as a share of the peak. */
  readonly floor: number;
}

/** Learning rate of step `step` (0-based): a linear warm-up, then half a cosine down to the floor. */
export function learningRate(schedule: Schedule, step: number): number {
  const { peakRate, warmupSteps, totalSteps, floor } = schedule;
  if (step < warmupSteps) return (peakRate * (step + 1)) / warmupSteps;
  const progress = Math.min(1, (step - warmupSteps) / Math.max(1, totalSteps - 1 - warmupSteps));
  return peakRate * (floor + ((1 - floor) * (1 + Math.cos(Math.PI * progress))) / 2);
}
