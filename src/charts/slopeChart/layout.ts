import { extentWith, linearAxis } from '../../core/figures/axis.ts';
import { laneReading } from '../../core/figures/reading.ts';
import {
  tableOf,
  type FigureTable,
  type Paint,
  type Scene,
  type Shape,
} from '../../core/figures/scene.ts';
import { spreadLabels } from '../../core/figures/spreadLabels.ts';
import { fitMiddle, fitText, textWidth } from '../../core/figures/textWidth.ts';
import { decimalInWords, quantityInWords } from '../../core/numberInWords.ts';

interface SlopeValue {
  estimate: number;
  low?: number;
  high?: number;
}

/** One thing measured twice: a model under two protocols or two judges. */
export interface SlopeRow {
  id: string;
  label: string;
  /** Null where it was not measured. */
  left: SlopeValue | null;
  right: SlopeValue | null;
  kind: 'student' | 'baseline';
  colour: Paint;
}

export interface SlopeChartData {
  rows: readonly SlopeRow[];
  /** What stands on the left and on the right: the names of two protocols or judges. */
  leftTitle: string;
  rightTitle: string;
  /** What is measured, with its unit. */
  valueTitle: string;
  rowTitle: string;
  digits?: number;
}

const TEXT = 13;
const LINE = 17;
const GAP = 8;
const TOP = 44;
const BOTTOM = 28;
const LEAST_HEIGHT = 260;
const WIDEST_PLOT = 520;

function words({ estimate, low, high }: SlopeValue, digits: number): string {
  const text = decimalInWords(estimate, digits);
  return low === undefined || high === undefined
    ? text
    : `${text} [${decimalInWords(low, digits)}, ${decimalInWords(high, digits)}]`;
}

interface Side {
  rows: readonly SlopeRow[];
  valueOf: (row: SlopeRow) => SlopeValue | null;
  /** Of the marks; labels stand beside it. */
  x: number;
  side: 'left' | 'right';
  room: number;
  /** Whether names stand here too, and not numbers alone. */
  isNamed: (row: SlopeRow) => boolean;
}

/** Labels beside one end, moved apart; a thin line leads to a label that stands away from its mark. */
function sideLabels(
  { rows, valueOf, x, side, room, isNamed }: Side,
  at: (value: number) => number,
  range: readonly [number, number],
  digits: number,
): Shape[] {
  const placed = rows.flatMap((row) => {
    const value = valueOf(row);
    return value === null ? [] : [{ row, value, wanted: at(value.estimate) }];
  });
  const ys = spreadLabels(
    placed.map(({ wanted }) => wanted),
    LINE,
    range,
  );
  const sign = side === 'left' ? -1 : 1;
  return placed.flatMap(({ row, value, wanted }, index): Shape[] => {
    const y = ys[index] ?? wanted;
    const number = decimalInWords(value.estimate, digits);
    const numberX = x + sign * (GAP + 14);
    const width = textWidth(number, TEXT);
    const anchor = side === 'left' ? 'end' : 'start';
    const name = isNamed(row) ? fitMiddle(row.label, TEXT, room - width - 14 - 2 * GAP) : '';
    return [
      {
        kind: 'line',
        x1: x + sign * GAP,
        y1: wanted,
        x2: numberX - sign * 3,
        y2: y,
        stroke: '--edge',
      },
      {
        kind: 'text',
        x: numberX,
        y: y + TEXT * 0.36,
        text: number,
        size: TEXT,
        anchor,
        fill: '--ink',
      },
      {
        kind: 'text',
        x: numberX + sign * (width + 6),
        y: y + TEXT * 0.36,
        text: name,
        size: TEXT,
        weight: 550,
        anchor,
        fill: '--ink',
      },
    ];
  });
}

function dot(row: SlopeRow, x: number, y: number): Shape {
  return row.kind === 'baseline'
    ? {
        kind: 'path',
        d: `M${x.toFixed(2)} ${(y - 6).toFixed(2)}l6 6l-6 6l-6-6Z`,
        fill: '--paper',
        stroke: row.colour,
        strokeWidth: 2,
      }
    : { kind: 'circle', x, y, r: 5, fill: row.colour };
}

/** Places the two ends of each thing, and the line between them. */
export function layoutSlopeChart(data: SlopeChartData, width: number): Scene {
  const { rows, leftTitle, rightTitle, valueTitle, digits = 2 } = data;
  const height = Math.max(LEAST_HEIGHT, rows.length * (LINE + 5));
  const names = rows.map(({ label }) => textWidth(label, TEXT));
  const wanted = Math.max(0, ...names) + 60 + 2 * GAP;
  // Where names do not fit on both sides, they stand on the right alone: the lines lead there.
  const isNarrow = 2 * wanted > width * 0.72;
  const hasLeftOnly = rows.some(({ right }) => right === null);
  const room = isNarrow ? (hasLeftOnly ? width * 0.3 : 72) : wanted;
  const rightRoom = isNarrow ? Math.min(wanted, width * 0.48) : wanted;
  const plot = Math.min(WIDEST_PLOT, width - room - rightRoom);
  const [leftX, rightX] = [room, room + plot];
  const range: [number, number] = [TOP + height, TOP];
  const y = linearAxis(
    extentWith(rows.flatMap(({ left, right }) => [left?.estimate, right?.estimate])),
    range,
  );

  const title = (text: string, x: number, anchor: 'start' | 'end', most: number): Shape => ({
    kind: 'text',
    x,
    y: 14,
    text: fitText(text, TEXT, most),
    size: TEXT,
    weight: 600,
    anchor,
    fill: '--ink',
  });
  const middle = room + plot / 2;
  const shapes: Shape[] = [
    ...(isNarrow
      ? [
          title(leftTitle, 0, 'start', width / 2 - GAP),
          title(rightTitle, width, 'end', width / 2 - GAP),
        ]
      : [
          title(leftTitle, leftX, 'end', leftX),
          title(rightTitle, rightX, 'start', width - rightX),
        ]),
    ...[leftX, rightX].map((x): Shape => ({
      kind: 'line',
      x1: x,
      x2: x,
      y1: TOP - 12,
      y2: TOP + height + 6,
      stroke: '--hairline',
    })),
    {
      kind: 'text',
      x: middle,
      y: TOP + height + 24,
      text: fitText(valueTitle, 12, 2 * Math.min(middle, width - middle)),
      size: 12,
      anchor: 'middle',
      fill: '--ink-soft',
    },
  ];
  for (const row of rows) {
    if (row.left !== null && row.right !== null) {
      shapes.push({
        kind: 'line',
        x1: leftX,
        y1: y.at(row.left.estimate),
        x2: rightX,
        y2: y.at(row.right.estimate),
        stroke: row.colour,
        strokeWidth: 2,
        ...(row.kind === 'baseline' ? { dash: [4, 3] } : {}),
      });
    }
  }
  for (const row of rows) {
    if (row.left !== null) shapes.push(dot(row, leftX, y.at(row.left.estimate)));
    if (row.right !== null) shapes.push(dot(row, rightX, y.at(row.right.estimate)));
  }
  const labelRange: [number, number] = [TOP, TOP + height];
  shapes.push(
    ...sideLabels(
      {
        rows,
        valueOf: ({ left }) => left,
        x: leftX,
        side: 'left',
        room,
        isNamed: ({ right }) => !isNarrow || right === null,
      },
      y.at,
      labelRange,
      digits,
    ),
    ...sideLabels(
      {
        rows,
        valueOf: ({ right }) => right,
        x: rightX,
        side: 'right',
        room: width - rightX,
        isNamed: () => true,
      },
      y.at,
      labelRange,
      digits,
    ),
  );

  const standing = ({ left, right }: SlopeRow): number => (left ?? right)?.estimate ?? 0;
  const byLeft = [...rows].sort((a, b) => standing(b) - standing(a));
  return {
    width,
    height: TOP + height + BOTTOM + 4,
    head: null,
    shapeCount: shapes.length,
    shapes: () => shapes,
    reading: laneReading(
      byLeft.map((row) =>
        [
          { value: row.left, x: leftX, where: leftTitle },
          { value: row.right, x: rightX, where: rightTitle },
        ].flatMap(({ value, x, where }) =>
          value === null
            ? []
            : [
                {
                  box: { x: x - 7, y: y.at(value.estimate) - 7, width: 14, height: 14 },
                  lines: [row.label, `${where}: ${words(value, digits)}`, ...changeOf(row, digits)],
                },
              ],
        ),
      ),
    ),
    summary: `Slope chart of ${valueTitle}: ${quantityInWords(rows.length, 'row')} (${data.rowTitle}) under ${leftTitle} and under ${rightTitle}.`,
  };
}

function changeOf({ left, right }: SlopeRow, digits: number): string[] {
  if (left === null || right === null) return ['measured on one side alone'];
  const change = right.estimate - left.estimate;
  return [`change ${change > 0 ? '+' : ''}${decimalInWords(change, digits)}`];
}

export function slopeChartTable(data: SlopeChartData): FigureTable {
  const { rows, leftTitle, rightTitle, digits = 2 } = data;
  const number = (title: string) => ({ title, kind: 'number' as const, digits });
  return tableOf(
    [
      { title: data.rowTitle, kind: 'text' },
      number(leftTitle),
      number(`${leftTitle}: low, 95 %`),
      number(`${leftTitle}: high, 95 %`),
      number(rightTitle),
      number(`${rightTitle}: low, 95 %`),
      number(`${rightTitle}: high, 95 %`),
      number('change'),
    ],
    rows.map(({ label, left, right }) => [
      label,
      left?.estimate ?? null,
      left?.low ?? null,
      left?.high ?? null,
      right?.estimate ?? null,
      right?.low ?? null,
      right?.high ?? null,
      left === null || right === null ? null : right.estimate - left.estimate,
    ]),
  );
}
