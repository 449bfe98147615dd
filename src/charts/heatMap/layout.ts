import { gridPlot, orderByMean } from '../../core/figures/gridPlot.ts';
import type { Box, FigureTable, Paint, Scene, Shape } from '../../core/figures/scene.ts';
import { textWidth } from '../../core/figures/textWidth.ts';
import { decimalInWords, quantityInWords } from '../../core/numberInWords.ts';

/** Values of rows (items) under columns (models). */
export interface HeatMapData {
  rows: readonly { id: string; label: string }[];
  columns: readonly { id: string; label: string }[];
  /** By row, then column; null where there is none. */
  values: readonly (readonly (number | null)[])[];
  /** What a cell is, with its unit: `Verdict F1`. */
  valueTitle: string;
  /** What rows and columns are, for the table and readers: `Item`, `Student`. */
  rowTitle: string;
  columnTitle: string;
  /**
   * `sequential` runs from little to much between `from` and `to`; `diverging` from less to more around `centre`, as far as `reach` on
   * both sides.
   */
  scale:
    | { kind: 'sequential'; from: number; to: number }
    | { kind: 'diverging'; centre: number; reach: number };
  /** Decimals of values; 2 unless given. */
  digits?: number;
  /** `byMean` puts rows and columns with the highest means first; as given unless so. */
  order?: 'given' | 'byMean';
}

const STEPS = 9;
const TEXT = 12;
const LEGEND_WIDTH = 180;

function domainOf(scale: HeatMapData['scale']): readonly [number, number] {
  return scale.kind === 'sequential'
    ? [scale.from, scale.to]
    : [scale.centre - scale.reach, scale.centre + scale.reach];
}

/** The step of a value, 0 to 8: nine equal parts of the scale, the ends holding what lies beyond. */
export function stepOf(value: number, scale: HeatMapData['scale']): number {
  const [from, to] = domainOf(scale);
  const part = to === from ? 0.5 : (value - from) / (to - from);
  return Math.min(STEPS - 1, Math.max(0, Math.floor(part * STEPS)));
}

function paintOf(step: number, kind: HeatMapData['scale']['kind']): Paint {
  return kind === 'sequential' ? `--ramp-${String(step)}` : `--diverge-${String(step)}`;
}

/** Which of the two text colours can be read on a step (tokens.test.ts holds them to it). */
function inkOn(step: number, kind: HeatMapData['scale']['kind']): Paint {
  const isDeep = kind === 'sequential' ? step >= 5 : step <= 1 || step >= 7;
  return isDeep ? '--paper' : '--ink';
}

/** Colour steps with the values at their ends, and what a cell without a value looks like. */
function legendOf({ scale, valueTitle, digits = 2 }: HeatMapData, width: number) {
  const [from, to] = domainOf(scale);
  const barWidth = Math.min(LEGEND_WIDTH, width * 0.5);
  const barTop = 20;
  const text = (x: number, anchor: 'start' | 'middle' | 'end', words: string): Shape => ({
    kind: 'text',
    x,
    y: barTop + 24,
    text: words,
    size: TEXT,
    anchor,
    fill: '--ink-soft',
  });
  const shapes: Shape[] = [
    { kind: 'text', x: 0, y: 12, text: valueTitle, size: TEXT, anchor: 'start', fill: '--ink' },
    text(0, 'start', decimalInWords(from, digits)),
    text(barWidth, 'end', decimalInWords(to, digits)),
  ];
  if (scale.kind === 'diverging') {
    shapes.push(text(barWidth / 2, 'middle', decimalInWords(scale.centre, digits)));
  }
  for (let step = 0; step < STEPS; step += 1) {
    shapes.push({
      kind: 'rect',
      x: (step * barWidth) / STEPS,
      y: barTop,
      width: barWidth / STEPS,
      height: 10,
      fill: paintOf(step, scale.kind),
    });
  }
  const noneAt = barWidth + 24;
  shapes.push(...noneMark({ x: noneAt, y: barTop - 1, width: 12, height: 12 }), {
    kind: 'text',
    x: noneAt + 18,
    y: barTop + 9,
    text: 'no value',
    size: TEXT,
    anchor: 'start',
    fill: '--ink-soft',
  });
  return { height: barTop + 40, shapes };
}

/** A cell without a value: a stroke through nothing, so that it is no colour of the scale. */
function noneMark({ x, y, width, height }: Box): Shape[] {
  const reach = Math.min(width, height) / 3;
  const [midX, midY] = [x + width / 2, y + height / 2];
  return [
    {
      kind: 'line',
      x1: midX - reach,
      y1: midY + reach,
      x2: midX + reach,
      y2: midY - reach,
      stroke: '--unscored',
      strokeWidth: 1.25,
    },
  ];
}

interface Ordered {
  rows: readonly number[];
  columns: readonly number[];
  at: (row: number, column: number) => number | null;
}

function ordered({ rows, columns, values, order }: HeatMapData): Ordered {
  const at = (row: number, column: number): number | null => values[row]?.[column] ?? null;
  if (order !== 'byMean') return { rows: [...rows.keys()], columns: [...columns.keys()], at };
  return {
    rows: orderByMean(rows.length, (row) => columns.map((_, column) => at(row, column))),
    columns: orderByMean(columns.length, (column) => rows.map((_, row) => at(row, column))),
    at,
  };
}

/** Places a heat map. Its steps are nine, so that a colour can be found again in the legend. */
export function layoutHeatMap(data: HeatMapData, width: number): Scene {
  const { scale, digits = 2, valueTitle, rowTitle, columnTitle } = data;
  const order = ordered(data);
  const rows = order.rows.map((row) => data.rows[row] ?? { id: '', label: '' });
  const columns = order.columns.map((column) => data.columns[column] ?? { id: '', label: '' });
  const valueAt = (row: number, column: number): number | null =>
    order.at(order.rows[row] ?? 0, order.columns[column] ?? 0);
  const words = (value: number | null): string =>
    value === null ? 'no value' : decimalInWords(value, digits);
  const widest = textWidth(decimalInWords(domainOf(scale)[0], digits), TEXT) + 10;

  return gridPlot({
    width,
    rows,
    columns,
    legend: legendOf(data, width),
    shapesPerCell: rows.length <= 60 ? 2 : 1,
    cell: (row, column, box) => {
      const value = valueAt(row, column);
      if (value === null) return noneMark(box);
      const step = stepOf(value, scale);
      // A seam of paper between cells, where they are large enough to be told apart.
      const seam = Math.min(box.width, box.height) >= 10 ? 1 : 0;
      const cell: Shape = {
        kind: 'rect',
        x: box.x,
        y: box.y,
        width: box.width - seam,
        height: box.height - seam,
        fill: paintOf(step, scale.kind),
      };
      if (box.width < widest || box.height < 20) return [cell];
      return [
        cell,
        {
          kind: 'text',
          x: box.x + box.width / 2,
          y: box.y + box.height / 2 + TEXT * 0.36,
          text: words(value),
          size: TEXT,
          anchor: 'middle',
          fill: inkOn(step, scale.kind),
        },
      ];
    },
    lines: (row, column) => [
      rows[row]?.label ?? '',
      columns[column]?.label ?? '',
      `${valueTitle}: ${words(valueAt(row, column))}`,
    ],
    summary: `Heat map of ${valueTitle}: ${quantityInWords(rows.length, 'row')} (${rowTitle}) by ${quantityInWords(columns.length, 'column')} (${columnTitle}).`,
  });
}

/** The values, a row of the heat map in each, in its order. */
export function heatMapTable(data: HeatMapData): FigureTable {
  const order = ordered(data);
  const { digits = 2 } = data;
  return {
    columns: [
      { title: data.rowTitle, kind: 'text' },
      ...order.columns.map((column) => ({
        title: data.columns[column]?.label ?? '',
        kind: 'number' as const,
        digits,
      })),
    ],
    rowCount: data.rows.length,
    row: (index) => {
      const row = order.rows[index] ?? 0;
      return [data.rows[row]?.label ?? '', ...order.columns.map((column) => order.at(row, column))];
    },
  };
}
