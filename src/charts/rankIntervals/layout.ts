import type { Axis } from '../../core/figures/axis.ts';
import { rowPlot } from '../../core/figures/rowPlot.ts';
import {
  tableOf,
  type FigureTable,
  type Paint,
  type Scene,
  type Shape,
} from '../../core/figures/scene.ts';
import { quantityInWords } from '../../core/numberInWords.ts';

/** A thing with the ranks that its interval leaves open (`rankByInterval`). */
export interface RankRow {
  id: string;
  label: string;
  sublabel: string;
  /** 1 is the best. */
  rank: number;
  lastRank: number;
  /** The rank of the estimate alone, or null. */
  best: number | null;
  kind: 'student' | 'baseline';
  colour: Paint;
}

export interface RankIntervalsData {
  rows: readonly RankRow[];
  /** What the rows are: `Student`. */
  rowTitle: string;
}

const MARK = 14;

/** Ranks from 1 to the number of rows, half a rank free at both ends; as many labels as fit. */
function rankAxis(count: number, [start, end]: readonly [number, number]): Axis {
  const at = (rank: number): number => start + ((rank - 0.5) / count) * (end - start);
  const every = Math.max(1, Math.ceil((count * 24) / Math.max(1, end - start)));
  return {
    at,
    domain: [1, count],
    ticks: Array.from({ length: count }, (_, index) => index + 1)
      .filter((rank) => rank === 1 || rank % every === 0)
      .map((value) => ({ value, label: String(value), at: at(value) })),
  };
}

function words({ rank, lastRank }: RankRow): string {
  return rank === lastRank ? String(rank) : `${String(rank)}–${String(lastRank)}`;
}

function byRank(a: RankRow, b: RankRow): number {
  return (
    (a.best ?? a.rank) - (b.best ?? b.rank) ||
    a.rank - b.rank ||
    a.lastRank - b.lastRank ||
    (a.label < b.label ? -1 : 1)
  );
}

/** Places the ranks that each thing could have, best first: a bar from the best to the last rank, the estimate's own marked. */
export function layoutRankIntervals({ rows, rowTitle }: RankIntervalsData, width: number): Scene {
  const count = Math.max(1, rows.length, ...rows.map(({ lastRank }) => lastRank));
  return rowPlot({
    width,
    rows: [...rows].sort(byRank).map((row) => ({ ...row, value: words(row) })),
    markHeight: MARK,
    axis: (range) => rankAxis(count, range),
    axisTitle: 'rank, 1 is the best',
    lines: [],
    marks: (row, { y }, axis) => {
      const half = (axis.at(2) - axis.at(1)) * 0.42;
      const x = axis.at(row.rank) - half;
      const length = axis.at(row.lastRank) + half - x;
      const box = { x, y: y - MARK / 2, width: length, height: MARK };
      const bar: Shape =
        row.kind === 'baseline'
          ? { kind: 'rect', ...box, radius: 3, stroke: row.colour, strokeWidth: 1.5 }
          : { kind: 'rect', ...box, radius: 3, fill: row.colour, opacity: 0.35 };
      const shapes: Shape[] = [bar];
      if (row.best !== null) {
        const at = axis.at(row.best);
        shapes.push({ kind: 'circle', x: at, y, r: 5, fill: row.colour });
      }
      return {
        shapes,
        read: [
          {
            box,
            lines: [
              row.label,
              ...(row.sublabel === '' ? [] : [row.sublabel]),
              row.rank === row.lastRank
                ? `rank ${words(row)}`
                : `ranks ${words(row)} cannot be told apart`,
              ...(row.best === null ? [] : [`rank ${String(row.best)} by its estimate`]),
            ],
          },
        ],
      };
    },
    summary: `Ranks with their intervals of ${quantityInWords(rows.length, 'row')} (${rowTitle}), the best first.`,
  });
}

export function rankIntervalsTable({ rows, rowTitle }: RankIntervalsData): FigureTable {
  return tableOf(
    [
      { title: rowTitle, kind: 'text' },
      { title: 'Detail', kind: 'text' },
      { title: 'Best rank', kind: 'number' },
      { title: 'Last rank', kind: 'number' },
      { title: 'Rank of the estimate', kind: 'number' },
    ],
    [...rows]
      .sort(byRank)
      .map(({ label, sublabel, rank, lastRank, best }) => [label, sublabel, rank, lastRank, best]),
  );
}
