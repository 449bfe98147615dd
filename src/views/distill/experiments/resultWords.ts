import type { Experiment, TrainingPoint } from '../../../core/distill/experiment.ts';
import { formatDecimal, formatInterval } from '../../../ui/formatNumber.ts';

interface Bounded {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** A share's interval, cut to what a share can be: over few seeds Student's reaches beyond. */
export function asShare({ estimate, low, high }: Bounded): Bounded {
  return {
    estimate,
    low: low === null ? null : Math.max(0, low),
    high: high === null ? null : Math.min(1, high),
  };
}

/** An estimate with its interval, or alone where one seed gives none. */
export function withInterval({ estimate, low, high }: Bounded): string {
  return low === null || high === null
    ? `${formatDecimal(estimate)} (no interval)`
    : formatInterval({ estimate, low, high });
}

/** Mean over the seeds of a value at each training's last evaluation; empty before the first. */
export function meanLast(
  { runs }: Experiment,
  arm: number,
  value: (point: TrainingPoint) => number,
  digits: number,
): string {
  const values = runs
    .filter((run) => run.arm === arm)
    .flatMap(({ points }) => points.slice(-1).map(value));
  if (values.length === 0) return '';
  return formatDecimal(values.reduce((sum, each) => sum + each, 0) / values.length, digits);
}
