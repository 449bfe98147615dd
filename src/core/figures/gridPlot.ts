import type { Box, Scene, Shape } from './scene.ts';
import { gridReading } from './reading.ts';
import { fitMiddle, textWidth } from './textWidth.ts';

const TEXT = 12;
const GAP = 8;
/** Cells of few columns do not become as wide as the page. */
const WIDEST_CELL = 112;
/** Longest label over a column, in pixels along its own line. */
const LONGEST_HEADING = 128;
const SLANT = 45;
const SLOPE = Math.SQRT1_2;
/** Narrower columns have upright headings, as many as fit. */
const NARROW = 17;
const LINE = 13;

/** What one page can show of a grid with few rows, with many, and with thousands. */
function cellHeightOf(rows: number): number {
  return rows <= 60 ? 24 : rows <= 600 ? 14 : 5;
}

export interface GridOptions {
  width: number;
  rows: readonly { label: string }[];
  columns: readonly { label: string }[];
  /** Drawn above the headings, from y = 0. */
  legend: { height: number; shapes: readonly Shape[] };
  /** The shapes of one cell, at most this many. */
  cell: (row: number, column: number, box: Box) => readonly Shape[];
  shapesPerCell: number;
  /** The facts of a cell, its name first. */
  lines: (row: number, column: number) => readonly string[];
  summary: string;
}

function headings(
  labels: readonly string[],
  left: number,
  cellWidth: number,
): { height: number; shapes: Shape[] } {
  const widest = Math.max(0, ...labels.map((label) => textWidth(label, TEXT)));
  const fill = '--ink-soft';
  const middle = (column: number): number => left + (column + 0.5) * cellWidth;
  if (widest <= cellWidth - GAP) {
    const shapes = labels.map((text, column): Shape => ({
      kind: 'text',
      x: middle(column),
      y: LINE,
      text,
      size: TEXT,
      anchor: 'middle',
      fill,
    }));
    return { height: LINE + GAP, shapes };
  }
  const isNarrow = cellWidth < NARROW;
  const every = isNarrow ? Math.ceil(LINE / cellWidth) : 1;
  const length = Math.min(widest, LONGEST_HEADING);
  const height = Math.ceil((isNarrow ? length : length * SLOPE + TEXT / 2) + GAP / 2);
  const shapes = labels.flatMap((label, column): Shape[] =>
    column % every !== 0
      ? []
      : [
          {
            kind: 'text',
            x: middle(column) + (isNarrow ? TEXT / 3 : 0),
            y: height - GAP / 2,
            text: fitMiddle(label, TEXT, LONGEST_HEADING),
            size: TEXT,
            anchor: 'start',
            fill,
            rotate: isNarrow ? -90 : -SLANT,
          },
        ],
  );
  return { height, shapes };
}

/** Room that slanted headings take to the right of the last column. */
function overhang(labels: readonly string[], cellWidth: number): number {
  const widths = labels.map((label) => Math.min(textWidth(label, TEXT), LONGEST_HEADING));
  if (Math.max(0, ...widths) <= cellWidth - GAP || cellWidth < NARROW) return 0;
  return Math.max(
    0,
    ...widths.map(
      (width, column) => width * SLOPE - cellWidth / 2 - (labels.length - 1 - column) * cellWidth,
    ),
  );
}

/** Rows by columns, names on the left and above: the frame of heat map and dot matrix. Its body is drawn in parts. */
export function gridPlot(options: GridOptions): Scene {
  const { width, rows, columns, legend, cell, lines } = options;
  const names = columns.map(({ label }) => label);
  const widestRow = rows.reduce((most, { label }) => Math.max(most, textWidth(label, TEXT)), 0);
  const left = Math.ceil(Math.min(widestRow + GAP, width * (width < 480 ? 0.3 : 0.26)));
  const count = Math.max(1, columns.length);
  const first = Math.min(WIDEST_CELL, (width - left) / count);
  const cellWidth = Math.min(
    WIDEST_CELL,
    Math.max(2, (width - left - overhang(names, first)) / count),
  );
  const cellHeight = cellHeightOf(rows.length);
  const every = Math.ceil(LINE / cellHeight);
  const head = headings(names, left, cellWidth);
  const height = rows.length * cellHeight;

  const shapes = (from = 0, to = height): Shape[] => {
    const start = Math.max(0, Math.floor(from / cellHeight) - every);
    const end = Math.min(rows.length, Math.ceil(to / cellHeight));
    const drawn: Shape[] = [];
    for (let row = start; row < end; row += 1) {
      const y = row * cellHeight;
      if (row % every === 0) {
        drawn.push({
          kind: 'text',
          x: left - GAP,
          // Where only some rows are named, the name begins at its row.
          y: y + (every === 1 ? cellHeight / 2 : LINE / 2) + TEXT * 0.36,
          text: fitMiddle(rows[row]?.label ?? '', TEXT, left - GAP),
          size: TEXT,
          anchor: 'end',
          fill: '--ink',
        });
      }
      for (let column = 0; column < columns.length; column += 1) {
        const x = left + column * cellWidth;
        drawn.push(...cell(row, column, { x, y, width: cellWidth, height: cellHeight }));
      }
    }
    return drawn;
  };

  return {
    width,
    height,
    head: {
      height: legend.height + head.height,
      shapes: [...legend.shapes, ...head.shapes.map((shape) => lower(shape, legend.height))],
    },
    shapeCount: rows.length * (1 + columns.length * options.shapesPerCell),
    shapes,
    reading: gridReading(
      { rows: rows.length, columns: columns.length, x: left, y: 0, cellWidth, cellHeight },
      lines,
    ),
    summary: options.summary,
  };
}

function lower(shape: Shape, by: number): Shape {
  return shape.kind === 'text' ? { ...shape, y: shape.y + by } : shape;
}

/** Rows or columns by the mean of their known values, highest first; those without come last; equal ones keep their order. */
export function orderByMean(
  count: number,
  valuesOf: (index: number) => Iterable<number | null>,
): number[] {
  const means = Array.from({ length: count }, (_, index) => {
    let [sum, known] = [0, 0];
    for (const value of valuesOf(index)) {
      if (value === null) continue;
      sum += value;
      known += 1;
    }
    return known === 0 ? Number.NEGATIVE_INFINITY : sum / known;
  });
  return Array.from({ length: count }, (_, index) => index).sort((a, b) => {
    const [left, right] = [means[a] ?? 0, means[b] ?? 0];
    return left === right ? a - b : right - left;
  });
}
