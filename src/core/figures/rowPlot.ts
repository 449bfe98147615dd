import type { Axis } from './axis.ts';
import type { ReadableMark } from './reading.ts';
import { laneReading } from './reading.ts';
import type { Paint, Scene, Shape } from './scene.ts';
import { fitMiddle, fitText, textWidth } from './textWidth.ts';

const TEXT = 13;
const SMALL = 12;
const GAP = 16;
/** Narrower figures have names and numbers above the lines, which keep the whole width. */
const NARROW = 560;
/** Room for half a mark, or half a tick label, at both ends of the axis. */
const RIM = 14;
const AXIS = 24;
const HEAD = 20;

/** One line of a figure whose rows are things with a name. */
export interface PlotRow {
  label: string;
  /** Small, under or after the name; empty for none. */
  sublabel: string;
  /** The row's number, at the right. */
  value: string;
}

/** Where the marks of a row go. */
export interface RowPlace {
  /** Middle of the marks. */
  y: number;
  /** Room for marks above and below the middle. */
  reach: number;
}

export interface RowPlotOptions<Row extends PlotRow> {
  width: number;
  rows: readonly Row[];
  /** Pixels of marks in a row, in height. */
  markHeight: number;
  axis: (range: readonly [number, number]) => Axis;
  /** What the axis shows, with its unit. */
  axisTitle: string;
  /** Named lines across all rows: `chance 0.50`. */
  lines: readonly { value: number; label: string }[];
  marks: (
    row: Row,
    place: RowPlace,
    axis: Axis,
  ) => { shapes: readonly Shape[]; read: readonly ReadableMark[] };
  summary: string;
}

function widest(texts: readonly string[], size: number): number {
  return texts.reduce((most, text) => Math.max(most, textWidth(text, size)), 0);
}

/** Rows with names, numbers and marks on one axis: the frame of rank intervals, strips and saved forest plots. */
export function rowPlot<Row extends PlotRow>(options: RowPlotOptions<Row>): Scene {
  const { width, rows, markHeight, lines } = options;
  const isNarrow = width < NARROW;
  const values = widest(
    rows.map(({ value }) => value),
    TEXT,
  );
  const names = Math.max(
    widest(
      rows.map(({ label }) => label),
      TEXT,
    ),
    widest(
      rows.map(({ sublabel }) => sublabel),
      SMALL,
    ),
  );
  const nameWidth = isNarrow ? width : Math.min(names, width * 0.28);
  const left = isNarrow ? RIM : nameWidth + GAP + RIM;
  const right = isNarrow || values === 0 ? width - RIM : width - values - GAP - RIM;
  const axis = options.axis([left, right]);

  const hasSub = rows.some(({ sublabel }) => sublabel !== '');
  const nameHeight = hasSub ? 34 : 18;
  const rowHeight = isNarrow ? nameHeight + markHeight + 14 : Math.max(nameHeight, markHeight) + 12;
  const hasNamed = lines.length > 0;
  const top = hasNamed ? HEAD : 4;
  const bottom = top + rows.length * rowHeight;

  /** Where lines across the rows may run: not through names that stand above the marks. */
  const zones = isNarrow
    ? rows.map((_, index): [number, number] => {
        const from = top + index * rowHeight + nameHeight;
        return [from, from + markHeight + 12];
      })
    : [[top, bottom] as const];
  const across = (x: number, look: { stroke: Paint; dash?: readonly number[] }): Shape[] =>
    zones.map(([y1, y2]) => ({ kind: 'line', x1: x, x2: x, y1, y2, ...look }));
  const shapes: Shape[] = axis.ticks.flatMap(({ at }) => across(at, { stroke: '--hairline' }));
  for (const { value, label } of lines) {
    const at = axis.at(value);
    const half = textWidth(label, SMALL) / 2;
    shapes.push(
      ...across(at, { stroke: '--ink-soft', dash: [3, 3] }),
      {
        kind: 'text',
        x: Math.min(Math.max(at, left - RIM + half), width - half),
        y: top - 6,
        text: label,
        size: SMALL,
        anchor: 'middle',
        fill: '--ink-soft',
      },
    );
  }

  const lanes = rows.map((row, index) => {
    const y0 = top + index * rowHeight;
    const y = isNarrow ? y0 + nameHeight + 6 + markHeight / 2 : y0 + rowHeight / 2;
    shapes.push(...rowTexts(row, { isNarrow, width, nameWidth, y0, y }));
    const { shapes: drawn, read } = options.marks(row, { y, reach: markHeight / 2 }, axis);
    shapes.push(...drawn);
    return read;
  });

  shapes.push(...axisShapes(axis, { left, right, y: bottom, title: options.axisTitle }));
  return {
    width,
    height: bottom + AXIS + 18,
    head: null,
    shapeCount: shapes.length,
    shapes: () => shapes,
    reading: laneReading(lanes),
    summary: options.summary,
  };
}

interface RowFrame {
  isNarrow: boolean;
  width: number;
  nameWidth: number;
  y0: number;
  y: number;
}

function rowTexts({ label, sublabel, value }: PlotRow, frame: RowFrame): Shape[] {
  const { isNarrow, width, nameWidth, y0, y } = frame;
  const room = isNarrow ? width - textWidth(value, TEXT) - GAP : nameWidth;
  const nameY = isNarrow ? y0 + 16 : sublabel === '' ? y + 4.5 : y - 3;
  const text = (words: string, at: number, size: number, fill: Paint, weight: number): Shape => ({
    kind: 'text',
    x: 0,
    y: at,
    text: fitMiddle(words, size, room),
    size,
    weight,
    anchor: 'start',
    fill,
  });
  const shapes = [text(label, nameY, TEXT, '--ink', 550)];
  if (sublabel !== '') shapes.push(text(sublabel, nameY + 16, SMALL, '--ink-soft', 400));
  if (value !== '') {
    shapes.push({
      kind: 'text',
      x: width,
      y: isNarrow ? nameY : y + 4.5,
      text: value,
      size: TEXT,
      anchor: 'end',
      fill: '--ink',
    });
  }
  return shapes;
}

/** A horizontal axis: line, tick labels that do not touch each other, and what it shows. */
export function axisShapes(
  axis: Axis,
  { left, right, y, title }: { left: number; right: number; y: number; title: string },
): Shape[] {
  const shapes: Shape[] = [
    { kind: 'line', x1: left, x2: right, y1: y, y2: y, stroke: '--edge' },
    {
      kind: 'text',
      x: right,
      y: y + 34,
      text: fitText(title, SMALL, right),
      size: SMALL,
      anchor: 'end',
      fill: '--ink-soft',
    },
  ];
  let free = Number.NEGATIVE_INFINITY;
  for (const { at, label } of [...axis.ticks].sort((a, b) => a.at - b.at)) {
    const half = textWidth(label, SMALL) / 2;
    if (at - half < free) continue;
    free = at + half + 6;
    shapes.push({
      kind: 'text',
      x: at,
      y: y + 16,
      text: label,
      size: SMALL,
      anchor: 'middle',
      fill: '--ink-soft',
    });
  }
  return shapes;
}
