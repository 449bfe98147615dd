import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';

/** A point of a training curve. */
export interface CurvePoint {
  step: number;
  value: number;
}

export interface CurveTick {
  value: number;
  label: string;
  /** Percent of the plot's width or height. */
  at: number;
}

export interface CurveLayout {
  /** SVG path in a 100 by 100 box, y downwards; empty without points. */
  path: string;
  xTicks: readonly CurveTick[];
  yTicks: readonly CurveTick[];
  last: { point: CurvePoint; x: number; y: number } | null;
}

/** Places a curve over steps from 0; the value axis holds zero and all values. */
export function layoutCurve(points: readonly CurvePoint[]): CurveLayout {
  const [, lastStep = 1] = extent(points, ({ step }) => step);
  const [lowest = 0, highest = 1] = extent(points, ({ value }) => value);
  const x = scaleLinear()
    .domain([0, Math.max(1, lastStep)])
    .range([0, 100]);
  const y = scaleLinear()
    .domain([Math.min(0, lowest), highest])
    .nice(4)
    .range([100, 0]);
  const ordered = [...points].sort((a, b) => a.step - b.step);
  const last = ordered.at(-1);
  const placed = ordered.map(({ step, value }) => `${x(step).toFixed(2)} ${y(value).toFixed(2)}`);
  const stepFormat = x.tickFormat(4, 's');
  const valueFormat = y.tickFormat(4);
  return {
    path: placed.length === 0 ? '' : `M${placed.join('L')}`,
    xTicks: x
      .ticks(4)
      .map((value) => ({ value, label: value === 0 ? '0' : stepFormat(value), at: x(value) })),
    yTicks: y.ticks(4).map((value) => ({ value, label: valueFormat(value), at: y(value) })),
    last: last === undefined ? null : { point: last, x: x(last.step), y: y(last.value) },
  };
}
