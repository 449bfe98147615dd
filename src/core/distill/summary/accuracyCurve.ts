import type { ArmRun } from '../experiment.ts';
import { totalFlops } from '../flops.ts';
import { seedInterval, type SeedInterval } from './seedInterval.ts';

/** An arm at one evaluation. */
export interface CurvePoint {
  readonly step: number;
  /** Spent from the first step, mean over seeds. */
  readonly flops: number;
  /** Seconds of training, mean over seeds. */
  readonly seconds: number;
  readonly accuracy: SeedInterval;
}

/**
 * Accuracy of an arm against what it had cost, an evaluation a point, over the seeds that reached it: while trainings run, later points rest
 * on fewer seeds, and say so in `accuracy.n`. Seeds write texts of different lengths, so cost is a mean too.
 */
export function accuracyCurve(runs: readonly ArmRun[], arm: number): CurvePoint[] {
  const points = runs.flatMap((run) => (run.arm === arm ? run.points : []));
  const steps = [...new Set(points.map(({ step }) => step))].sort((a, b) => a - b);
  return steps.flatMap((step): CurvePoint[] => {
    const own = points.filter((point) => point.step === step);
    const accuracy = seedInterval(own.map((point) => point.accuracy));
    if (accuracy === null) return [];
    const mean = (of: (point: (typeof own)[number]) => number): number =>
      own.reduce((sum, point) => sum + of(point), 0) / own.length;
    return [
      {
        step,
        flops: mean(({ flops }) => totalFlops(flops)),
        seconds: mean(({ seconds }) => seconds),
        accuracy,
      },
    ];
  });
}
