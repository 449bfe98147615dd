import type { Axis } from '../../core/figures/axis.ts';
import { rowPlot } from '../../core/figures/rowPlot.ts';
import { tableOf, type FigureTable, type Scene } from '../../core/figures/scene.ts';
import { pointMark } from '../../core/figures/xyPlot.ts';
import { quantityInWords } from '../../core/numberInWords.ts';
import type { DotHeadings, DotLayout, DotRow } from './layout.ts';

/** The dot plot as a picture. On the page it is a table, whose marks stand at the same percentages of the plot. */
export function dotScene(
  { rows, ticks }: DotLayout,
  { nameHeading, valueHeading }: DotHeadings,
  width: number,
): Scene {
  const axis = ([start, end]: readonly [number, number]): Axis => {
    const at = (percent: number): number => start + (percent / 100) * (end - start);
    return { at, domain: [0, 100], ticks: ticks.map((tick) => ({ ...tick, at: at(tick.at) })) };
  };
  return rowPlot({
    width,
    rows: rows.map(({ row, at, text }) => ({ ...row, place: at, number: text, value: text })),
    markHeight: 12,
    axis,
    axisTitle: valueHeading,
    lines: [],
    marks: ({ mark, place, label, number, source }, { y }, { at }) => {
      const x = at(place);
      return {
        shapes: [
          { kind: 'line', x1: at(0), x2: x, y1: y, y2: y, stroke: '--edge' },
          mark === 'filled'
            ? pointMark('student', '--ink', x, y)
            : pointMark('baseline', '--data-baseline', x, y),
        ],
        read: [
          {
            box: { x: x - 6, y: y - 6, width: 12, height: 12 },
            lines: [label, number, source.label],
          },
        ],
      };
    },
    summary: `Dot plot of ${valueHeading}: ${quantityInWords(rows.length, 'row')} (${nameHeading}).`,
  });
}

/** The rows as they were published; the address is where the number comes from. */
export function dotTable(rows: readonly DotRow[], headings: DotHeadings): FigureTable {
  const places = Math.max(0, ...rows.map((row) => row.places));
  return tableOf(
    [
      { title: headings.nameHeading, kind: 'text' },
      { title: 'Detail', kind: 'text' },
      { title: headings.valueHeading, kind: 'number', digits: places },
      { title: headings.sourceHeading, kind: 'text' },
    ],
    rows.map(({ label, sublabel, value, source }) => [label, sublabel, value, source.label]),
  );
}
