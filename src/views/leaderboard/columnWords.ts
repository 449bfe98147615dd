import type { BoardColumn, FactColumn } from '../../core/runs/board/boardColumns.ts';

/** Heading of each fact about a run, and the column's width in rem. */
const FACTS: Readonly<Record<FactColumn, { readonly title: string; readonly width: number }>> = {
  rank: { title: 'Rank', width: 5 },
  n: { title: 'n', width: 4.5 },
  items: { title: 'Units', width: 5 },
  unscored: { title: 'Unscored', width: 6 },
  unreadable: { title: 'Unreadable', width: 6.5 },
  judge: { title: 'Judge', width: 11 },
  device: { title: 'Device', width: 6 },
  dtype: { title: 'Number format', width: 6.5 },
  parity: { title: 'Parity probe', width: 7.5 },
  replay: { title: 'Parity on replay', width: 11 },
  origin: { title: 'Where it ran', width: 8.5 },
  date: { title: 'Date', width: 7.5 },
  newTokens: { title: 'Tokens written', width: 7 },
  promptTokens: { title: 'Prompt tokens', width: 7 },
  seconds: { title: 'Time', width: 6 },
  speed: { title: 'Tokens a second', width: 6.5 },
  parameters: { title: 'Parameters', width: 7 },
  bytes: { title: 'Size', width: 6 },
  version: { title: 'Protocol version', width: 6.5 },
  pack: { title: 'Pack hash', width: 8.5 },
};

const NUMBERS: readonly FactColumn[] = [
  'rank',
  'n',
  'items',
  'unscored',
  'unreadable',
  'newTokens',
  'promptTokens',
  'seconds',
  'speed',
  'parameters',
  'bytes',
  'version',
];

/** @param subject what a row is about: `Student` or `Judge`. */
export function columnTitle(column: BoardColumn, subject: string): string {
  if (column.kind === 'run') return subject;
  return column.kind === 'metric' ? column.metric.title : FACTS[column.id].title;
}

/** In rem, so that a larger letter makes a wider column. */
export function columnWidth(column: BoardColumn): number {
  if (column.kind === 'run') return 17;
  return column.kind === 'metric' ? 9.5 : FACTS[column.id].width;
}

/** Whether a column's values stand to the right, digit under digit. */
export function isNumeric(column: BoardColumn): boolean {
  return column.kind === 'metric' || (column.kind === 'fact' && NUMBERS.includes(column.id));
}
