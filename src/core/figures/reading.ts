import type { Box, Move, Reading } from './scene.ts';

/** A mark that can be read. */
export interface ReadableMark {
  box: Box;
  lines: readonly string[];
}

/** Pixels around a mark that a pointer still means it in. */
const REACH = 24;

function centre({ x, y, width, height }: Box): readonly [number, number] {
  return [x + width / 2, y + height / 2];
}

/** Distance of a point to a box, 0 inside; of several it lies in, the one whose middle is closer counts as closer. */
function distance(box: Box, x: number, y: number): number {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width);
  const dy = Math.max(box.y - y, 0, y - box.y - box.height);
  const [middleX, middleY] = centre(box);
  return Math.hypot(dx, dy) + Math.hypot(middleX - x, middleY - y) / 1000;
}

/** Which number is closest to a wanted one, by place in the list; the first of equals. */
function closest(values: readonly number[], wanted: number): number {
  let best = 0;
  values.forEach((value, index) => {
    if (Math.abs(value - wanted) < Math.abs((values[best] ?? 0) - wanted)) best = index;
  });
  return best;
}

/**
 * Reads marks that stand in lanes: series of a chart, or its rows. Along a lane with left and right, or up and down for lanes that run
 * downwards; across lanes with the other two, to the mark that stands closest. Lanes of one mark are walked with all four keys.
 */
export function laneReading(lanes: readonly (readonly ReadableMark[])[]): Reading {
  const filled = lanes.filter((lane) => lane.length > 0);
  const marks = filled.flat();
  const starts: number[] = [];
  let start = 0;
  for (const lane of filled) {
    starts.push(start);
    start += lane.length;
  }
  const isSingle = filled.every((lane) => lane.length === 1);
  const laneOf = (mark: number): number => {
    let lane = 0;
    while ((starts[lane + 1] ?? Number.POSITIVE_INFINITY) <= mark) lane += 1;
    return lane;
  };
  const clamp = (mark: number): number => Math.min(Math.max(mark, 0), marks.length - 1);

  const move = (mark: number, to: Move): number => {
    if (to === 'first') return 0;
    if (to === 'last') return clamp(marks.length - 1);
    const along = to === 'right' || to === 'down' ? 1 : -1;
    if (isSingle) return clamp(mark + along);
    const lane = laneOf(mark);
    if (to === 'left' || to === 'right') {
      const first = starts[lane] ?? 0;
      const last = first + (filled[lane]?.length ?? 1) - 1;
      return Math.min(Math.max(mark + along, first), last);
    }
    const next = filled[lane + along];
    const here = marks[mark];
    if (next === undefined || here === undefined) return mark;
    const [x] = centre(here.box);
    const xs = next.map(({ box }) => centre(box)[0]);
    return (starts[lane + along] ?? 0) + closest(xs, x);
  };

  return {
    count: marks.length,
    box: (mark) => marks[mark]?.box ?? { x: 0, y: 0, width: 0, height: 0 },
    lines: (mark) => marks[mark]?.lines ?? [],
    move,
    nearest: (x, y) => {
      let best: number | null = null;
      let least = REACH;
      marks.forEach(({ box }, mark) => {
        const away = distance(box, x, y);
        if (away < least) {
          best = mark;
          least = away;
        }
      });
      return best;
    },
  };
}

interface GridPlace {
  rows: number;
  columns: number;
  x: number;
  y: number;
  cellWidth: number;
  cellHeight: number;
}

/** Reads the cells of a grid, row by row, whatever their number. */
export function gridReading(
  { rows, columns, x: left, y: top, cellWidth, cellHeight }: GridPlace,
  lines: (row: number, column: number) => readonly string[],
): Reading {
  const split = (cell: number): [number, number] => [Math.floor(cell / columns), cell % columns];
  const join = (row: number, column: number): number =>
    Math.min(Math.max(row, 0), rows - 1) * columns + Math.min(Math.max(column, 0), columns - 1);
  return {
    count: rows * columns,
    box: (cell) => {
      const [row, column] = split(cell);
      return {
        x: left + column * cellWidth,
        y: top + row * cellHeight,
        width: cellWidth,
        height: cellHeight,
      };
    },
    lines: (cell) => lines(...split(cell)),
    move: (cell, to) => {
      const [row, column] = split(cell);
      switch (to) {
        case 'first':
          return 0;
        case 'last':
          return Math.max(0, rows * columns - 1);
        case 'left':
          return join(row, column - 1);
        case 'right':
          return join(row, column + 1);
        case 'up':
          return join(row - 1, column);
        case 'down':
          return join(row + 1, column);
      }
    },
    nearest: (x, y) => {
      const row = Math.floor((y - top) / cellHeight);
      const column = Math.floor((x - left) / cellWidth);
      const isInside = row >= 0 && row < rows && column >= 0 && column < columns;
      return isInside ? join(row, column) : null;
    },
  };
}
