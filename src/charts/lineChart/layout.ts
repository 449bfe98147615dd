import { extentWith, linearAxis, logAxis } from '../../core/figures/axis.ts';
import { laneReading } from '../../core/figures/reading.ts';
import {
  tableOf,
  type FigureTable,
  type Paint,
  type Scene,
  type Shape,
} from '../../core/figures/scene.ts';
import { spreadLabels } from '../../core/figures/spreadLabels.ts';
import { fitMiddle, textWidth } from '../../core/figures/textWidth.ts';
import { linePath, xyPlot } from '../../core/figures/xyPlot.ts';
import { decimalInWords, quantityInWords } from '../../core/numberInWords.ts';

export interface LinePoint {
  x: number;
  /** Null where nothing was measured: the line is broken there. */
  y: number | null;
  /** Ends of an interval, drawn as a band. */
  low?: number;
  high?: number;
}

export interface LineSeries {
  id: string;
  label: string;
  colour: Paint;
  points: readonly LinePoint[];
  kind?: 'student' | 'baseline';
}

export interface LineChartData {
  series: readonly LineSeries[];
  /** With their units: `Training steps`, `Loss, nats a token`. */
  xTitle: string;
  yTitle: string;
  /** `linear` unless given. Points at or below zero have no place on a logarithmic axis and are left to the table. */
  xScale?: 'linear' | 'log';
  /** Whether the y axis holds zero; it does unless told not to. */
  hasZero?: boolean;
  /** Named lines: chance, zero. */
  lines?: readonly { value: number; label: string }[];
  /** Pixels; 280 unless given. */
  plotHeight?: number;
  digits?: number;
  /** How an x is said: a step, a position. As it is unless given. */
  xDigits?: number;
}

const TEXT = 12.5;
const LINE = 16;
const PLOT_HEIGHT = 280;
/** With more points than this, they run together: the line alone is drawn. */
const MOST_DOTS = 30;

function drawnPoints({ points }: LineSeries, isLog: boolean): LinePoint[] {
  return points.filter(({ x }) => !isLog || x > 0).sort((a, b) => a.x - b.x);
}

function bandPath(
  points: readonly LinePoint[],
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  const ends = points.flatMap(({ x: at, low, high }) =>
    low === undefined || high === undefined ? [] : [{ at, low, high }],
  );
  if (ends.length < 2) return '';
  const upper = ends.map(({ at, high }): [number, number] => [x(at), y(high)]);
  const lower = ends.map(({ at, low }): [number, number] => [x(at), y(low)]).reverse();
  return `${linePath([...upper, ...lower])}Z`;
}

/** Places lines with bands, each named at its end. */
export function layoutLineChart(data: LineChartData, width: number): Scene {
  const { series, lines = [], hasZero = true, digits = 3, xDigits = 0 } = data;
  const isLog = data.xScale === 'log';
  const drawn = series.map((one) => ({ ...one, points: drawnPoints(one, isLog) }));
  const all = drawn.flatMap(({ points }) => points);
  const held = lines.map(({ value }) => value);
  const yDomain = extentWith(
    all.flatMap(({ y, low, high }) => [y, low, high]),
    ...held,
    ...(hasZero ? [0] : []),
  );
  const xDomain = extentWith(all.map(({ x }) => x));
  const isNamed = series.length > 1;
  const widest = Math.max(0, ...series.map(({ label }) => textWidth(label, TEXT)));
  const room = isNamed ? Math.min(widest + 16, width * 0.3) : 16;
  const plot = xyPlot({
    width,
    plotHeight: data.plotHeight ?? PLOT_HEIGHT,
    right: room,
    x: (range) =>
      isLog && all.length > 0
        ? logAxis(xDomain, range, width < 480 ? 3 : 6)
        : linearAxis(xDomain, range, width < 480 ? 4 : 8, 'exact'),
    y: (range) => linearAxis(yDomain, range),
    xTitle: data.xTitle,
    yTitle: data.yTitle,
    lines,
  });
  const { x, y, place } = plot;
  const shapes = [...plot.shapes];

  for (const { colour, points } of drawn) {
    const band = bandPath(points, x.at, y.at);
    if (band !== '') shapes.push({ kind: 'path', d: band, fill: colour, opacity: 0.15 });
  }
  for (const { colour, points, kind } of drawn) {
    const d = linePath(
      points.map((point) => (point.y === null ? null : [x.at(point.x), y.at(point.y)])),
    );
    if (d === '') continue;
    shapes.push({
      kind: 'path',
      d,
      stroke: colour,
      strokeWidth: 2,
      ...(kind === 'baseline' ? { dash: [5, 4] } : {}),
    });
    if (points.length > MOST_DOTS) continue;
    for (const point of points) {
      if (point.y === null) continue;
      shapes.push({ kind: 'circle', x: x.at(point.x), y: y.at(point.y), r: 3, fill: colour });
    }
  }
  if (isNamed) shapes.push(...endLabels(drawn, x.at, y.at, place, room));

  return {
    width,
    height: plot.height,
    head: null,
    shapeCount: shapes.length,
    shapes: () => shapes,
    reading: laneReading(
      drawn.map(({ label, points }) =>
        points.flatMap((point) => {
          const { y: value, low, high } = point;
          if (value === null) return [];
          const band =
            low === undefined || high === undefined
              ? ''
              : ` [${decimalInWords(low, digits)}, ${decimalInWords(high, digits)}]`;
          return [
            {
              box: { x: x.at(point.x) - 4, y: y.at(value) - 4, width: 8, height: 8 },
              lines: [
                label,
                `${data.xTitle}: ${decimalInWords(point.x, xDigits)}`,
                `${data.yTitle}: ${decimalInWords(value, digits)}${band}`,
              ],
            },
          ];
        }),
      ),
    ),
    summary: `Line chart of ${data.yTitle} over ${data.xTitle}${isLog ? ', logarithmic' : ''}: ${quantityInWords(series.length, 'line')}${isNamed ? ` (${series.map(({ label }) => label).join(', ')})` : ''}.`,
  };
}

/** Names at the lines' ends, moved apart where they would touch, with a thin line to what was moved. */
function endLabels(
  series: readonly LineSeries[],
  x: (value: number) => number,
  y: (value: number) => number,
  { right, top, bottom }: { right: number; top: number; bottom: number },
  room: number,
): Shape[] {
  const ends = series.flatMap(({ label, points, colour }) => {
    const last = points.findLast((point) => point.y !== null);
    return last?.y == null ? [] : [{ label, colour, x: x(last.x), y: y(last.y) }];
  });
  const placed = spreadLabels(
    ends.map((end) => end.y),
    LINE,
    [top, bottom],
  );
  return ends.flatMap((end, index): Shape[] => {
    const at = placed[index] ?? end.y;
    const isAway = Math.abs(at - end.y) > 2 || right - end.x > 8;
    return [
      ...(isAway
        ? [
            {
              kind: 'line' as const,
              x1: end.x + 5,
              y1: end.y,
              x2: right + 9,
              y2: at,
              stroke: end.colour,
              opacity: 0.6,
            },
          ]
        : []),
      {
        kind: 'text',
        x: right + 12,
        y: at + TEXT * 0.36,
        text: fitMiddle(end.label, TEXT, room - 12),
        size: TEXT,
        weight: 550,
        anchor: 'start',
        fill: '--ink',
      },
    ];
  });
}

export function lineChartTable(data: LineChartData): FigureTable {
  const { digits = 3, xDigits = 0 } = data;
  const hasBand = data.series.some(({ points }) => points.some(({ low }) => low !== undefined));
  return tableOf(
    [
      { title: 'Line', kind: 'text' },
      { title: data.xTitle, kind: 'number', digits: xDigits },
      { title: data.yTitle, kind: 'number', digits },
      ...(hasBand
        ? [
            { title: 'low, 95 %', kind: 'number' as const, digits },
            { title: 'high, 95 %', kind: 'number' as const, digits },
          ]
        : []),
    ],
    data.series.flatMap(({ label, points }) =>
      points.map(({ x, y, low, high }) =>
        hasBand ? [label, x, y, low ?? null, high ?? null] : [label, x, y],
      ),
    ),
  );
}
