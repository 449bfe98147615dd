import type { Axis } from './axis.ts';
import { axisShapes } from './rowPlot.ts';
import type { Shape } from './scene.ts';
import { textWidth } from './textWidth.ts';

const SMALL = 12;
const GAP = 8;
/** Room above the plot for the y axis's title, and below it for the x axis. */
const HEAD = 30;
const FOOT = 42;

export interface XyPlace {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface XyFrame {
  x: Axis;
  y: Axis;
  place: XyPlace;
  /** Grid, axes, titles and named lines: what lies under the marks. */
  shapes: Shape[];
  /** Of the whole figure. */
  height: number;
}

export interface XyOptions {
  width: number;
  /** Of the plot within its axes. */
  plotHeight: number;
  /** Room to the right of the plot for labels. */
  right: number;
  x: (range: readonly [number, number]) => Axis;
  y: (range: readonly [number, number]) => Axis;
  xTitle: string;
  yTitle: string;
  /** Named horizontal lines: zero, chance. */
  lines: readonly { value: number; label: string }[];
  /** Named vertical ones. */
  xLines?: readonly { value: number; label: string }[];
}

/** Two axes with their titles and grid: the frame of lines, reliability and frontier. */
export function xyPlot(options: XyOptions): XyFrame {
  const { width, plotHeight, right, lines } = options;
  const top = HEAD;
  const bottom = top + plotHeight;
  const y = options.y([bottom, top]);
  const labels = y.ticks.map(({ label }) => textWidth(label, SMALL));
  const left = Math.ceil(Math.max(...labels, 16) + GAP);
  const place: XyPlace = { left, right: Math.max(left + 40, width - right), top, bottom };
  const x = options.x([place.left, place.right]);

  const shapes: Shape[] = [
    {
      kind: 'text',
      x: 0,
      y: 13,
      text: options.yTitle,
      size: SMALL,
      anchor: 'start',
      fill: '--ink-soft',
    },
  ];
  for (const { at, label } of y.ticks) {
    shapes.push(
      { kind: 'line', x1: left, x2: place.right, y1: at, y2: at, stroke: '--hairline' },
      {
        kind: 'text',
        x: left - GAP,
        y: at + SMALL * 0.36,
        text: label,
        size: SMALL,
        anchor: 'end',
        fill: '--ink-soft',
      },
    );
  }
  shapes.push(
    ...axisShapes(x, { left, right: place.right, y: bottom, title: options.xTitle }),
    ...lines.flatMap(({ value, label }): Shape[] => [
      {
        kind: 'line',
        x1: left,
        x2: place.right,
        y1: y.at(value),
        y2: y.at(value),
        stroke: '--ink-soft',
        dash: [3, 3],
      },
      {
        kind: 'text',
        x: left + 4,
        y: y.at(value) - 5,
        text: label,
        size: SMALL,
        anchor: 'start',
        fill: '--ink-soft',
        rim: true,
      },
    ]),
    ...(options.xLines ?? []).flatMap(({ value, label }): Shape[] => [
      {
        kind: 'line',
        x1: x.at(value),
        x2: x.at(value),
        y1: top,
        y2: bottom,
        stroke: '--ink-soft',
        dash: [3, 3],
      },
      {
        kind: 'text',
        x: x.at(value) + 5,
        y: top + SMALL,
        text: label,
        size: SMALL,
        anchor: 'start',
        fill: '--ink-soft',
        rim: true,
      },
    ]),
  );
  return { x, y, place, shapes, height: bottom + FOOT };
}

/** A polyline through points; a null breaks it. */
export function linePath(points: readonly (readonly [number, number] | null)[]): string {
  let isDown = false;
  let path = '';
  for (const point of points) {
    if (point === null) {
      isDown = false;
      continue;
    }
    path += `${isDown ? 'L' : 'M'}${point[0].toFixed(2)} ${point[1].toFixed(2)}`;
    isDown = true;
  }
  return path;
}

/** A circle for what is evaluated, a hollow diamond for a baseline. */
export function pointMark(
  kind: 'student' | 'baseline',
  colour: `--${string}`,
  x: number,
  y: number,
  r = 5,
): Shape {
  if (kind === 'student') return { kind: 'circle', x, y, r, fill: colour };
  const d = (r + 1).toFixed(2);
  return {
    kind: 'path',
    d: `M${x.toFixed(2)} ${(y - r - 1).toFixed(2)}l${d} ${d}l-${d} ${d}l-${d}-${d}Z`,
    fill: '--paper',
    stroke: colour,
    strokeWidth: 2,
  };
}
