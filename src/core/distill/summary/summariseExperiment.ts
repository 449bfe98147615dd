import type { BootstrapOptions } from '../../stats/bootstrapInterval.ts';
import { paretoFront } from '../../stats/paretoFront.ts';
import type { DistillFlops, Experiment } from '../experiment.ts';
import { addFlops, NO_FLOPS, totalFlops } from '../flops.ts';
import { accuracyCurve, type CurvePoint } from './accuracyCurve.ts';
import { compareArms, type ArmDifference } from './compareArms.ts';
import { flopShares } from './flopShares.ts';
import { gainRecovery, type GainRecovery } from './gainRecovery.ts';
import { markRows, readMarks, sharedSeeds } from './marks.ts';
import {
  savingsAtShare,
  savingsInterval,
  type CostPoint,
  type Savings,
  type SavingsInterval,
} from './savings.ts';

export interface SummaryOptions extends Partial<BootstrapOptions> {
  /** Index of the arm that the others are held against: full on-policy distillation. */
  readonly full: number;
  /** Share of its accuracy at which costs are compared; 0.95 unless given. */
  readonly share?: number;
}

export interface ArmSummary {
  readonly name: string;
  readonly curve: readonly CurvePoint[];
  /** Parts of what all its trainings have spent so far; null before the first step. */
  readonly shares: DistillFlops | null;
  /** Against the full arm; null for itself, and where no seed is finished in both. */
  readonly difference: ArmDifference | null;
  /** Null for the full arm itself. */
  readonly recovery: GainRecovery | null;
  readonly savings: Savings | null;
  /** Over the seeds that are finished in both arms. */
  readonly savingsInterval: SavingsInterval | null;
  /** Whether no other arm's last evaluation is at least as accurate for at most as much. */
  readonly onFront: boolean;
}

const NO_START: GainRecovery = {
  kind: 'not-defined',
  reason: 'The student’s answers before training were not kept.',
};

/** Curves of an arm's finished trainings by seed. */
function finishedCurves(
  runs: Experiment['runs'],
  arm: number,
): { seed: number; curve: CostPoint[] }[] {
  return runs
    .filter((run) => run.arm === arm && run.marks !== null)
    .map(({ seed, points }) => ({
      seed,
      curve: points.map(({ flops, accuracy }) => ({ flops: totalFlops(flops), accuracy })),
    }));
}

/**
 * What an experiment says so far, an arm at a time in the design's order. The front rests on means over seeds and carries no
 * interval of its own: read it with the curves' intervals.
 *
 * @throws RangeError for trainings that answered different numbers of problems.
 */
export function summariseExperiment(
  { design, runs, startMarks }: Pick<Experiment, 'design' | 'runs' | 'startMarks'>,
  { full, share = 0.95, ...options }: SummaryOptions,
): ArmSummary[] {
  const curves = design.arms.map((_, arm) => accuracyCurve(runs, arm));
  const costs = curves.map((curve) =>
    curve.map(({ flops, accuracy }) => ({ flops, accuracy: accuracy.estimate })),
  );
  const ends = costs.flatMap((curve, arm) => {
    const last = curve.at(-1);
    return last === undefined ? [] : [{ arm, x: last.flops, y: last.accuracy }];
  });
  const front = new Set(
    paretoFront(ends, { x: 'lower', y: 'higher' }).map((index) => ends[index]?.arm),
  );
  const fullRows = markRows(runs, full);
  const fullCurves = finishedCurves(runs, full);
  const start = startMarks === undefined ? null : readMarks(startMarks);
  return design.arms.map(({ name }, arm): ArmSummary => {
    const rows = markRows(runs, arm);
    const isFull = arm === full;
    const [own = [], others = []] = sharedSeeds([finishedCurves(runs, arm), fullCurves]).map(
      (shared) => shared.map(({ curve }) => curve),
    );
    const spent = runs
      .filter((run) => run.arm === arm)
      .reduce((sum, run) => addFlops(sum, run.points.at(-1)?.flops ?? NO_FLOPS), NO_FLOPS);
    return {
      name,
      curve: curves[arm] ?? [],
      shares: flopShares(spent),
      difference: isFull ? null : compareArms(rows, fullRows, options),
      recovery: isFull
        ? null
        : start === null
          ? NO_START
          : gainRecovery(start, rows, fullRows, options),
      savings: isFull ? null : savingsAtShare(costs[arm] ?? [], costs[full] ?? [], share),
      savingsInterval: isFull ? null : savingsInterval(own, others, share, options),
      onFront: front.has(arm),
    };
  });
}
