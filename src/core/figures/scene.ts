/** A custom property of tokens.css: `--data-0`. What draws resolves it, so one scene serves light and dark. */
export type Paint = `--${string}`;

interface Look {
  fill?: Paint | undefined;
  stroke?: Paint | undefined;
  strokeWidth?: number | undefined;
  /** Lengths of strokes and gaps, in pixels. */
  dash?: readonly number[] | undefined;
  /** Of fill and stroke, 0 to 1. */
  opacity?: number | undefined;
}

/** Something to draw. Lengths are CSS pixels, y downwards. What has no fill is not filled. */
export type Shape =
  | ({ kind: 'rect'; x: number; y: number; width: number; height: number; radius?: number } & Look)
  | ({ kind: 'circle'; x: number; y: number; r: number } & Look)
  | ({ kind: 'line'; x1: number; y1: number; x2: number; y2: number } & Look)
  | ({ kind: 'path'; d: string } & Look)
  | TextShape;

export interface TextShape {
  kind: 'text';
  x: number;
  /** The baseline. */
  y: number;
  text: string;
  fill: Paint;
  /** Font size in pixels. */
  size: number;
  anchor: 'start' | 'middle' | 'end';
  /** 400 unless given. */
  weight?: number;
  /** Degrees, clockwise around (x, y). */
  rotate?: number;
  /** Drawn over a rim of paper, so that it can be read across lines. */
  rim?: boolean;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Move = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/** How a figure is read mark by mark: by pointer, keyboard and screen reader alike. Marks are numbered from 0. */
export interface Reading {
  readonly count: number;
  /** Where a mark stands in the scene's body. */
  box: (mark: number) => Box;
  /** The mark's name, then its facts. */
  lines: (mark: number) => readonly string[];
  /** The mark that a key leads to; the same one at an edge. */
  move: (mark: number, move: Move) => number;
  /** The mark at or close to a point of the body; null where there is none. */
  nearest: (x: number, y: number) => number | null;
}

/** A figure at a width: what is drawn, and how it is read. */
export interface Scene {
  readonly width: number;
  /** Of the body. */
  readonly height: number;
  /** Drawn above the body, and kept in view while a long body scrolls. */
  readonly head: { readonly height: number; readonly shapes: readonly Shape[] } | null;
  /** Shapes of the whole body: many are drawn on a canvas. */
  readonly shapeCount: number;
  /** The body's shapes that reach into a range of y; all of them where none is given. */
  readonly shapes: (from?: number, to?: number) => readonly Shape[];
  readonly reading: Reading;
  /** What is drawn, in a sentence. */
  readonly summary: string;
}

/** A column of a figure's table. */
export interface TableColumn {
  title: string;
  kind: 'text' | 'number';
  /** Decimals that the page shows; files hold the whole number. */
  digits?: number;
}

export type Cell = string | number | null;

/** The numbers behind a figure, a row at a time: a heat map has many. */
export interface FigureTable {
  readonly columns: readonly TableColumn[];
  readonly rowCount: number;
  readonly row: (index: number) => readonly Cell[];
}

/** Where a figure's numbers come from: pack hash, protocol, judge. Saved with them. */
export type FigureFacts = Readonly<Record<string, string | number | null>>;

/** A table of rows that are there already. */
export function tableOf(
  columns: readonly TableColumn[],
  rows: readonly (readonly Cell[])[],
): FigureTable {
  return { columns, rowCount: rows.length, row: (index) => rows[index] ?? [] };
}
