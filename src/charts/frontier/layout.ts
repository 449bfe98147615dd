import { linearAxis } from '../../core/figures/axis.ts';
import { extentWith, scoreExtent } from '../../core/figures/extent.ts';
import { logAxis } from '../../core/figures/logAxis.ts';
import { placeLabels } from '../../core/figures/placeLabels.ts';
import { laneReading } from '../../core/figures/reading.ts';
import {
  tableOf,
  type FigureTable,
  type Paint,
  type Scene,
  type Shape,
} from '../../core/figures/scene.ts';
import { fitMiddle, textWidth } from '../../core/figures/textWidth.ts';
import { lineNameAt, linePath, pointMark, xyPlot } from '../../core/figures/xyPlot.ts';
import { intervalInWords, quantityInWords, type Bounds } from '../../core/numberInWords.ts';
import { isOneCluster } from '../../core/stats/oneCluster.ts';
import { paretoFront, type Better } from '../../core/stats/paretoFront.ts';

/** A model with what it scores and what it costs. */
export interface FrontierPoint {
  id: string;
  label: string;
  /** Above zero on a logarithmic axis. */
  x: number;
  score: Bounds;
  kind: 'student' | 'baseline';
  colour: Paint;
}

export interface FrontierData {
  points: readonly FrontierPoint[];
  /** With their units: `Parameters`, `Model calls a second`, `Verdict F1`. */
  xTitle: string;
  yTitle: string;
  xScale: 'linear' | 'log';
  /** What is better along each axis. */
  better: { x: Better; y: Better };
  lines?: readonly { value: number; label: string }[];
  /** How an x is written: `946 k`. */
  xWords: (x: number) => string;
  digits?: number;
}

const TEXT = 12.5;
const HEIGHT = 16;
const PLOT_HEIGHT = 320;
const R = 5.5;
const LONGEST = 190;

interface At {
  x: number;
  y: number;
}

/** Stairs along the front: what lies behind them is beaten by a point on it. */
function stairs(points: readonly At[], betterX: Better): string {
  const path: [number, number][] = [];
  points.forEach((point, index) => {
    const before = points[index - 1];
    // The corner is as good as the worse of two neighbours in both directions.
    if (before !== undefined) {
      path.push(betterX === 'higher' ? [before.x, point.y] : [point.x, before.y]);
    }
    path.push([point.x, point.y]);
  });
  return linePath(path);
}

/** Places models by cost and score, with the front of those that no other beats in both. */
export function layoutFrontier(data: FrontierData, width: number): Scene {
  const { lines = [], xTitle, yTitle, better, digits = 2 } = data;
  const isLog = data.xScale === 'log';
  const points = data.points.filter(({ x }) => !isLog || x > 0);
  const xDomain = extentWith(
    points.map(({ x }) => x),
    ...(isLog ? [] : [0]),
  );
  const plot = xyPlot({
    width,
    plotHeight: PLOT_HEIGHT,
    right: 16,
    x: (range) =>
      isLog && points.length > 0
        ? logAxis(xDomain, range, width < 480 ? 3 : 6)
        : linearAxis(xDomain, range, width < 480 ? 4 : 8),
    y: (range) =>
      linearAxis(
        scoreExtent([
          ...points.flatMap(({ score }) => [score.low, score.high]),
          ...lines.map(({ value }) => value),
        ]),
        range,
      ),
    xTitle,
    yTitle,
    lines,
  });
  const { x, y, place } = plot;
  const shapes = [...plot.shapes];
  const frontOrder = paretoFront(
    points.map((point) => ({ x: point.x, y: point.score.estimate })),
    better,
  );
  const front = new Set(frontOrder);
  const at = points.map((point): At => ({ x: x.at(point.x), y: y.at(point.score.estimate) }));

  const onFront = frontOrder.flatMap((index) => at[index] ?? []);
  if (onFront.length > 1) {
    shapes.push({
      kind: 'path',
      d: stairs(onFront, better.x),
      stroke: '--edge',
      strokeWidth: 1.5,
    });
  }
  points.forEach(({ score, colour, kind }, index) => {
    const { x: atX = 0, y: atY = 0 } = at[index] ?? {};
    shapes.push(
      {
        kind: 'line',
        x1: atX,
        x2: atX,
        y1: y.at(score.low),
        y2: y.at(score.high),
        stroke: colour,
        strokeWidth: 2,
        opacity: 0.55,
      },
      pointMark(kind, colour, atX, atY, R),
    );
  });

  // Those on the front choose their places first.
  const order = [...points.keys()].sort((a, b) => Number(front.has(b)) - Number(front.has(a)));
  const names = order.map((index) =>
    fitMiddle(points[index]?.label ?? '', TEXT, Math.min(LONGEST, width * 0.4)),
  );
  const boxes = placeLabels(
    order.map((index, rank) => ({
      ...(at[index] ?? { x: 0, y: 0 }),
      r: R,
      width: textWidth(names[rank] ?? '', TEXT),
      height: HEIGHT,
    })),
    {
      x: place.left,
      y: place.top - 8,
      width: width - place.left,
      height: place.bottom - place.top + 8,
    },
    [
      ...lines.map(({ value, label }) => {
        const name = lineNameAt(place, y.at(value));
        const nameWidth = textWidth(label, 12);
        return { x: name.x - nameWidth, y: name.y - 12, width: nameWidth, height: 16 };
      }),
      // Names stand beside intervals, not over them.
      ...points.map(({ score }, index) => ({
        x: (at[index]?.x ?? 0) - 2,
        y: y.at(score.high),
        width: 4,
        height: y.at(score.low) - y.at(score.high),
      })),
    ],
  );
  order.forEach((index, rank) => {
    const box = boxes[rank];
    if (!box) return;
    shapes.push({
      kind: 'text',
      x: box.x,
      y: box.y + HEIGHT / 2 + TEXT * 0.36,
      text: names[rank] ?? '',
      size: TEXT,
      weight: front.has(index) ? 600 : 400,
      anchor: 'start',
      fill: '--ink',
      rim: true,
    } satisfies Shape);
  });

  const byX = [...points.keys()].sort((a, b) => (points[a]?.x ?? 0) - (points[b]?.x ?? 0));
  return {
    width,
    height: plot.height,
    head: null,
    shapeCount: shapes.length,
    shapes: () => shapes,
    reading: laneReading(
      byX.flatMap((index) => {
        const point = points[index];
        const spot = at[index];
        if (point === undefined || spot === undefined) return [];
        return [
          [
            {
              box: { x: spot.x - R - 1, y: spot.y - R - 1, width: 2 * R + 2, height: 2 * R + 2 },
              lines: [
                point.label,
                `${yTitle}: ${intervalInWords(point.score, digits)}`,
                `${xTitle}: ${data.xWords(point.x)}`,
                front.has(index) ? 'on the front' : 'another is better in both',
              ],
            },
          ],
        ];
      }),
    ),
    summary: `${yTitle} against ${xTitle} of ${quantityInWords(points.length, 'model')}; ${quantityInWords(front.size, 'of them is', 'of them are')} on the front, beaten by no other in both.`,
  };
}

export function frontierTable(data: FrontierData): FigureTable {
  const { points, digits = 2 } = data;
  const front = new Set(
    paretoFront(
      points.map(({ x, score }) => ({ x, y: score.estimate })),
      data.better,
    ),
  );
  const number = (title: string) => ({ title, kind: 'number' as const, digits });
  return tableOf(
    [
      { title: 'Model', kind: 'text' },
      {
        title: data.xTitle,
        kind: 'number',
        digits: points.every(({ x }) => Number.isInteger(x)) ? 0 : 2,
      },
      number(data.yTitle),
      number('low, 95 %'),
      number('high, 95 %'),
      { title: 'On the front', kind: 'text' },
    ],
    points.map(({ label, x, score }, index) => [
      label,
      x,
      score.estimate,
      isOneCluster(score) ? null : score.low,
      isOneCluster(score) ? null : score.high,
      front.has(index) ? 'yes' : 'no',
    ]),
  );
}
