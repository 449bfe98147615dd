import type { Axis } from '../../core/figures/axis.ts';
import { rowPlot } from '../../core/figures/rowPlot.ts';
import { tableOf, type FigureTable, type Scene } from '../../core/figures/scene.ts';
import { pointMark } from '../../core/figures/xyPlot.ts';
import { decimalInWords, intervalInWords, quantityInWords } from '../../core/numberInWords.ts';
import { isOneCluster } from '../../core/stats/oneCluster.ts';
import type { ForestHeadings, ForestLayout } from './layout.ts';

/**
 * The forest plot as a picture. On the page it is a table, whose marks stand at the same percentages of the plot.
 */
export function forestScene(
  { rows, ticks, chance }: ForestLayout,
  { nameHeading, valueHeading, lineName, digits }: ForestHeadings,
  width: number,
): Scene {
  /** Percent as pixels: the layout has placed everything already. */
  const axis = ([start, end]: readonly [number, number]): Axis => {
    const at = (percent: number): number => start + (percent / 100) * (end - start);
    return {
      at,
      domain: [0, 100],
      ticks: ticks.map((tick) => ({ ...tick, at: at(tick.at) })),
    };
  };
  return rowPlot({
    width,
    rows: rows.map(({ row, marks }) => ({
      ...row,
      marks,
      value: row.interval === null ? 'not measured' : intervalInWords(row.interval, digits),
    })),
    markHeight: 14,
    axis,
    axisTitle: valueHeading,
    lines:
      chance === null
        ? []
        : [{ value: chance.at, label: lineName ?? `chance ${decimalInWords(chance.value)}` }],
    marks: ({ marks, kind, colour, label, value }, { y }, { at }) => {
      if (marks === null) return { shapes: [], read: [] };
      const [low, high] = [at(marks.low), at(marks.high)];
      return {
        shapes: [
          { kind: 'line', x1: low, x2: high, y1: y, y2: y, stroke: colour, strokeWidth: 2.5 },
          pointMark(kind, colour, at(marks.estimate), y),
        ],
        read: [{ box: { x: low, y: y - 7, width: high - low, height: 14 }, lines: [label, value] }],
      };
    },
    summary: `Forest plot of ${valueHeading}: ${quantityInWords(rows.length, 'row')} (${nameHeading}).`,
  });
}

/** The rows as drawn, with each number in a column of its own. */
export function forestTable(
  { rows }: ForestLayout,
  { nameHeading, valueHeading, countHeading = 'n', digits = 3 }: ForestHeadings,
): FigureTable {
  return tableOf(
    [
      { title: nameHeading, kind: 'text' },
      { title: 'Detail', kind: 'text' },
      { title: valueHeading.replace(/ \[95 %\]$/u, ''), kind: 'number', digits },
      { title: 'low, 95 %', kind: 'number', digits },
      { title: 'high, 95 %', kind: 'number', digits },
      { title: countHeading, kind: 'number' },
    ],
    rows.map(({ row: { label, sublabel, interval } }) => {
      const ends = interval === null || isOneCluster(interval) ? null : interval;
      return [
        label,
        sublabel,
        interval?.estimate ?? null,
        ends?.low ?? null,
        ends?.high ?? null,
        interval?.n ?? null,
      ];
    }),
  );
}
