import { linearAxis } from '../../core/figures/axis.ts';
import { scoreExtent } from '../../core/figures/extent.ts';
import { rowPlot } from '../../core/figures/rowPlot.ts';
import {
  tableOf,
  type FigureTable,
  type Paint,
  type Scene,
  type Shape,
} from '../../core/figures/scene.ts';
import {
  countInWords,
  decimalInWords,
  intervalInWords,
  quantityInWords,
  type Bounds,
} from '../../core/numberInWords.ts';
import { isOneCluster } from '../../core/stats/oneCluster.ts';
import { quantileSorted } from '../../core/stats/quantile.ts';

/** Values of one thing: scores of items under a model. */
export interface StripRow {
  id: string;
  label: string;
  values: readonly number[];
  /** Of the mean, or of what the caption says; null where there is none. */
  interval: Bounds | null;
  colour: Paint;
}

export interface StripData {
  /** In the order they are drawn. */
  rows: readonly StripRow[];
  /** What is measured, with its unit. */
  valueTitle: string;
  rowTitle: string;
  /** Named lines: zero, chance. */
  lines?: readonly { value: number; label: string }[];
  digits?: number;
}

/** With more values than this a row shows as many quantiles instead, each dot an equal share of them. */
const MOST_DOTS = 100;
const MARK = 56;
const RADIUS = 3.2;

/** Quantiles at (i + 0.5) / count, the dots of a quantile dot plot (Kay et al. 2016). */
export function quantileDots(sorted: readonly number[], count: number): number[] {
  return Array.from({ length: count }, (_, index) => quantileSorted(sorted, (index + 0.5) / count));
}

interface Stack {
  x: number;
  values: number[];
}

/** Dots gathered in columns one dot wide, from the smallest on: Wilkinson's dot density (1999). */
function stacksOf(sorted: readonly number[], at: (value: number) => number, size: number): Stack[] {
  const stacks: Stack[] = [];
  let open: { stack: Stack; from: number } | null = null;
  for (const value of sorted) {
    const x = at(value);
    if (open === null || x - open.from >= size) {
      open = { stack: { x, values: [] }, from: x };
      stacks.push(open.stack);
    }
    open.stack.values.push(value);
    // The column stands in the middle of what it holds.
    open.stack.x = (open.from + x) / 2;
  }
  return stacks;
}

/** Places the dots of each row, its median and its interval. */
export function layoutStrip(data: StripData, width: number): Scene {
  const { rows, valueTitle, lines = [], digits = 2 } = data;
  const held = lines.map(({ value }) => value);
  const domain = scoreExtent([...rows.flatMap(({ values }) => values), ...held]);
  const words = (value: number): string => decimalInWords(value, digits);
  return rowPlot({
    width,
    rows: rows.map((row) => {
      const sorted = [...row.values].sort((a, b) => a - b);
      return {
        ...row,
        sorted,
        sublabel: `n ${countInWords(sorted.length)}`,
        value: sorted.length === 0 ? 'no values' : `median ${words(quantileSorted(sorted, 0.5))}`,
      };
    }),
    markHeight: MARK,
    axis: (range) => linearAxis(domain, range),
    axisTitle: valueTitle,
    lines,
    marks: ({ label, sorted, colour, interval }, { y, reach }, axis) => {
      if (sorted.length === 0) return { shapes: [], read: [] };
      const base = y + reach - 8;
      const isThinned = sorted.length > MOST_DOTS;
      const dots = isThinned ? quantileDots(sorted, MOST_DOTS) : sorted;
      const stacks = stacksOf(dots, (value) => axis.at(value), 2 * RADIUS);
      const highest = Math.max(...stacks.map(({ values }) => values.length));
      // A tall stack is pressed together rather than cut.
      const rise = Math.min(2 * RADIUS, (MARK - 16) / highest);
      const median = axis.at(quantileSorted(sorted, 0.5));
      const shapes: Shape[] = stacks.flatMap(({ x, values }) =>
        values.map((_, index): Shape => ({
          kind: 'circle',
          x,
          y: base - RADIUS - index * rise,
          r: RADIUS - 0.3,
          fill: colour,
          opacity: rise < RADIUS ? 0.4 : 0.75,
        })),
      );
      shapes.push({
        kind: 'line',
        x1: axis.at(axis.domain[0]),
        x2: axis.at(axis.domain[1]),
        y1: base,
        y2: base,
        stroke: '--hairline',
      });
      shapes.push({
        kind: 'path',
        d: `M${median.toFixed(2)} ${base.toFixed(2)}l-4.5 8h9Z`,
        fill: '--ink',
      });
      if (interval !== null && !isOneCluster(interval)) {
        shapes.push({
          kind: 'line',
          x1: axis.at(interval.low),
          x2: axis.at(interval.high),
          y1: base + 4,
          y2: base + 4,
          stroke: '--ink-soft',
          strokeWidth: 2.5,
        });
      }
      const whole = {
        box: {
          x: axis.at(axis.domain[0]),
          y: base - 2,
          width: axis.at(axis.domain[1]) - axis.at(axis.domain[0]),
          height: 10,
        },
        lines: [
          label,
          `${quantityInWords(sorted.length, 'value')}, median ${words(quantileSorted(sorted, 0.5))}`,
          `middle half ${words(quantileSorted(sorted, 0.25))} to ${words(quantileSorted(sorted, 0.75))}`,
          ...(interval === null ? [] : [`mean ${intervalInWords(interval, digits)}`]),
        ],
      };
      return {
        shapes,
        read: [
          whole,
          ...stacks.map(({ x, values }) => {
            const [first = 0, last = first] = [values[0], values.at(-1)];
            const from = words(first);
            const to = words(last);
            const top = base - 2 * RADIUS - (values.length - 1) * rise;
            return {
              box: { x: x - RADIUS, y: top, width: 2 * RADIUS, height: base - top },
              lines: [
                label,
                from === to ? from : `${from} to ${to}`,
                isThinned
                  ? `${countInWords(values.length)} of 100 parts of the values`
                  : quantityInWords(values.length, 'value'),
              ],
            };
          }),
        ],
      };
    },
    summary: `Distributions of ${valueTitle} in ${quantityInWords(rows.length, 'row')} (${data.rowTitle}), with the median of each.`,
  });
}

export function stripTable({ rows, rowTitle, valueTitle, digits = 2 }: StripData): FigureTable {
  const number = (title: string) => ({ title, kind: 'number' as const, digits });
  return tableOf(
    [
      { title: rowTitle, kind: 'text' },
      { title: 'n', kind: 'number' },
      number(`${valueTitle}: least`),
      number('lower quarter'),
      number('median'),
      number('upper quarter'),
      number('most'),
      number('mean'),
      number('low, 95 %'),
      number('high, 95 %'),
    ],
    rows.map(({ label, values, interval }) => {
      const sorted = [...values].sort((a, b) => a - b);
      const ends = interval === null || isOneCluster(interval) ? null : interval;
      const at = (p: number): number | null =>
        sorted.length === 0 ? null : quantileSorted(sorted, p);
      return [
        label,
        sorted.length,
        at(0),
        at(0.25),
        at(0.5),
        at(0.75),
        at(1),
        interval?.estimate ?? null,
        ends?.low ?? null,
        ends?.high ?? null,
      ];
    }),
  );
}
