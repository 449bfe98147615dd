import { gridPlot, orderByMean } from '../../core/figures/gridPlot.ts';
import type { Box, FigureTable, Scene, Shape } from '../../core/figures/scene.ts';
import { textWidth } from '../../core/figures/textWidth.ts';
import { countInWords, quantityInWords } from '../../core/numberInWords.ts';

/** What became of a criterion; null where it was not asked. */
export type Mark = 'met' | 'not-met' | 'unscored' | null;

/** Verdicts of rows (criteria or items) under columns (models). */
export interface DotMatrixData {
  rows: readonly { id: string; label: string }[];
  columns: readonly { id: string; label: string }[];
  /** By row, then column. */
  marks: readonly (readonly Mark[])[];
  /** What rows and columns are: `Criterion`, `Student`. */
  rowTitle: string;
  columnTitle: string;
  /** `byMet` puts first what was met most often; as given unless so. */
  order?: 'given' | 'byMet';
}

const WORDS: Readonly<Record<Exclude<Mark, null>, string>> = {
  met: 'met',
  'not-met': 'not met',
  unscored: 'unscored',
};
const KINDS = ['met', 'not-met', 'unscored'] as const;
const TEXT = 12;

function words(mark: Mark): string {
  return mark === null ? 'not asked' : WORDS[mark];
}

/** Filled, hollow, hatched: the shape says it without the colour. Below a few pixels: a dot, a ring, a stroke. */
export function glyph(mark: Mark, { x, y, width, height }: Box): Shape[] {
  if (mark === null) return [];
  const [midX, midY] = [x + width / 2, y + height / 2];
  const r = Math.max(1, Math.min(7, Math.min(width, height) / 2 - 1));
  if (mark === 'met') return [{ kind: 'circle', x: midX, y: midY, r, fill: '--met' }];
  const strokeWidth = r < 3 ? 0.75 : 1.5;
  const rim = r - strokeWidth / 2;
  if (mark === 'not-met') {
    return [{ kind: 'circle', x: midX, y: midY, r: rim, stroke: '--not-met', strokeWidth }];
  }
  const stroke = '--unscored';
  if (r < 3) {
    return [
      {
        kind: 'line',
        x1: midX - r,
        y1: midY + r,
        x2: midX + r,
        y2: midY - r,
        stroke,
        strokeWidth,
      },
    ];
  }
  // Three strokes of 45° inside the ring: chords at distance 0 and ±r / 2 from the middle.
  const half = (away: number): number => Math.sqrt(rim ** 2 - away ** 2) * Math.SQRT1_2;
  const hatch = [-rim / 2, 0, rim / 2].map((away) => {
    const [shift, reach] = [away * Math.SQRT1_2, half(away)];
    const [cx, cy] = [midX + shift, midY + shift];
    return `M${f(cx - reach)} ${f(cy + reach)}L${f(cx + reach)} ${f(cy - reach)}`;
  });
  return [
    { kind: 'circle', x: midX, y: midY, r: rim, stroke, strokeWidth: 1 },
    { kind: 'path', d: hatch.join(''), stroke, strokeWidth: 1 },
  ];
}

function f(value: number): string {
  return value.toFixed(2);
}

function legendOf(): { height: number; shapes: Shape[] } {
  let x = 0;
  const shapes = KINDS.flatMap((kind): Shape[] => {
    const at = x;
    x += 20 + textWidth(WORDS[kind], TEXT) + 16;
    return [
      ...glyph(kind, { x: at, y: 2, width: 14, height: 14 }),
      {
        kind: 'text',
        x: at + 20,
        y: 13,
        text: WORDS[kind],
        size: TEXT,
        anchor: 'start',
        fill: '--ink-soft',
      },
    ];
  });
  return { height: 28, shapes };
}

/** 1 for met, 0 for not met: what the order goes by. */
function asNumber(mark: Mark): number | null {
  return mark === 'met' ? 1 : mark === 'not-met' ? 0 : null;
}

function ordered({ rows, columns, marks, order }: DotMatrixData) {
  const at = (row: number, column: number): Mark => marks[row]?.[column] ?? null;
  if (order !== 'byMet') return { rows: [...rows.keys()], columns: [...columns.keys()], at };
  return {
    rows: orderByMean(rows.length, (row) => columns.map((_, column) => asNumber(at(row, column)))),
    columns: orderByMean(columns.length, (column) =>
      rows.map((_, row) => asNumber(at(row, column))),
    ),
    at,
  };
}

/** Places a matrix of verdicts. */
export function layoutDotMatrix(data: DotMatrixData, width: number): Scene {
  const order = ordered(data);
  const rows = order.rows.map((row) => data.rows[row] ?? { id: '', label: '' });
  const columns = order.columns.map((column) => data.columns[column] ?? { id: '', label: '' });
  const markAt = (row: number, column: number): Mark =>
    order.at(order.rows[row] ?? 0, order.columns[column] ?? 0);
  const counts = new Map<Mark, number>();
  for (const row of data.marks) {
    for (const mark of row) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  const told = KINDS.map((kind) => `${countInWords(counts.get(kind) ?? 0)} ${WORDS[kind]}`);
  return gridPlot({
    width,
    rows,
    columns,
    legend: legendOf(),
    shapesPerCell: 1,
    cell: (row, column, box) => glyph(markAt(row, column), box),
    lines: (row, column) => [
      rows[row]?.label ?? '',
      columns[column]?.label ?? '',
      words(markAt(row, column)),
    ],
    summary: `Matrix of verdicts: ${quantityInWords(rows.length, 'row')} (${data.rowTitle}) by ${quantityInWords(columns.length, 'column')} (${data.columnTitle}): ${told.join(', ')}.`,
  });
}

/** The verdicts in words, a row of the matrix in each, in its order. */
export function dotMatrixTable(data: DotMatrixData): FigureTable {
  const order = ordered(data);
  return {
    columns: [
      { title: data.rowTitle, kind: 'text' },
      ...order.columns.map((column) => ({
        title: data.columns[column]?.label ?? '',
        kind: 'text' as const,
      })),
    ],
    rowCount: data.rows.length,
    row: (index) => {
      const row = order.rows[index] ?? 0;
      return [
        data.rows[row]?.label ?? '',
        ...order.columns.map((column) => words(order.at(row, column))),
      ];
    },
  };
}
