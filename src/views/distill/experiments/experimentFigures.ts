import type { LineChartData } from '../../../charts/lineChart/layout.ts';
import type { Experiment } from '../../../core/distill/experiment.ts';
import { totalFlops } from '../../../core/distill/flops.ts';

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

export function accuracyByFlops({ design, runs }: Experiment): LineChartData {
  return {
    series: design.arms.map(({ name }, arm) => ({
      id: name,
      label: name,
      colour: `--data-${String(arm % 6)}` as const,
      points: runs
        .filter((run) => run.arm === arm)
        .flatMap(({ points }) =>
          points.map(({ flops, accuracy }) => ({ x: totalFlops(flops) / GIGA, y: accuracy })),
        ),
    })),
    xTitle: 'Spent, GFLOP',
    yTitle: 'Share right',
  };
}
