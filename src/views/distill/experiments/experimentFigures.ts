import type { FrontierData } from '../../../charts/frontier/layout.ts';
import type { LineChartData } from '../../../charts/lineChart/layout.ts';
import type { Experiment, TrainingPoint } from '../../../core/distill/experiment.ts';
import type { ArmSummary } from '../../../core/distill/summary/summariseExperiment.ts';
import { seedInterval, type SeedInterval } from '../../../core/distill/summary/seedInterval.ts';
import { formatFlops } from '../formatFlops.ts';
import { asShare } from './resultWords.ts';

const GIGA = 1e9;

/** Where an experiment's numbers come from, saved with each figure. */
export function experimentFacts({ design, device }: Experiment): Record<string, string | number> {
  return {
    experiment: design.title,
    student: `${design.student.id} ${design.student.revision}`,
    teacher: `${design.teacher.id} ${design.teacher.revision}`,
    seeds: design.seeds.join(', '),
    steps: design.settings.steps,
    'held-out problems': design.settings.heldOut,
    device: device.adapter ?? device.backend,
  };
}

/** An arm keeps its colour in every figure of an experiment. */
function colourOf(arm: number): `--${string}` {
  return `--data-${String(arm % 6)}`;
}

/** Ends of a band; none where one seed says nothing of the others. */
function bandOf({ low, high }: Pick<SeedInterval, 'low' | 'high'>): {
  low?: number;
  high?: number;
} {
  return low === null || high === null ? {} : { low, high };
}

/** Accuracy against what had been spent, a line an arm with its interval over seeds. */
export function accuracyByFlops(arms: readonly ArmSummary[]): LineChartData {
  return {
    series: arms.map(({ name, curve }, arm) => ({
      id: String(arm),
      label: name,
      colour: colourOf(arm),
      points: curve.map(({ flops, accuracy }) => ({
        x: flops / GIGA,
        y: accuracy.estimate,
        ...bandOf(asShare(accuracy)),
      })),
    })),
    xTitle: 'Spent, GFLOP a training',
    yTitle: 'Held-out problems right, share',
    xDigits: 2,
  };
}

/** What each arm reached in the end, and what it cost; an arm without an evaluation after the start is left out. */
export function frontierOf(arms: readonly ArmSummary[]): FrontierData {
  const costs = arms.flatMap(({ curve }) => curve.at(-1)?.flops ?? []).filter((cost) => cost > 0);
  return {
    points: arms.flatMap(({ name, curve }, arm) => {
      const last = curve.at(-1);
      if (last === undefined || last.flops <= 0) return [];
      const { estimate, low, high } = last.accuracy;
      return [
        {
          id: String(arm),
          label: name,
          x: last.flops / GIGA,
          score: {
            estimate,
            low: Math.max(0, low ?? estimate),
            high: Math.min(1, high ?? estimate),
          },
          kind: 'student',
          colour: colourOf(arm),
        },
      ];
    }),
    xTitle: 'Spent, GFLOP a training',
    yTitle: 'Held-out problems right, share',
    // Arms of nearly the same cost leave no room for the ticks of a logarithmic axis.
    xScale: Math.max(...costs) > 4 * Math.min(...costs) ? 'log' : 'linear',
    better: { x: 'lower', y: 'higher' },
    xWords: (giga) => formatFlops(giga * GIGA),
  };
}

/** A value of the evaluations against steps, mean over the seeds that reached them; the band of a share ends at 0 and 1. */
export function valueBySteps(
  { design, runs }: Experiment,
  yTitle: string,
  value: (point: TrainingPoint) => number | null,
  { isShare }: { readonly isShare: boolean },
): LineChartData {
  return {
    series: design.arms.map(({ name }, arm) => {
      const points = runs.filter((run) => run.arm === arm).flatMap((run) => run.points);
      const steps = [...new Set(points.map(({ step }) => step))].sort((a, b) => a - b);
      return {
        id: String(arm),
        label: name,
        colour: colourOf(arm),
        points: steps.flatMap((step) => {
          const values = points.filter((point) => point.step === step).map(value);
          const there = values.filter((each) => each !== null);
          const interval = seedInterval(there);
          if (interval === null) return [];
          const band = bandOf(isShare ? asShare(interval) : interval);
          return [{ x: step, y: interval.estimate, ...band }];
        }),
      };
    }),
    xTitle: 'Training steps',
    yTitle,
    plotHeight: 220,
  };
}
