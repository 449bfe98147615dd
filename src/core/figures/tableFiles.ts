import type { Cell, FigureFacts, FigureTable } from './scene.ts';

/** What a spreadsheet takes for a formula: a text that begins so gets an apostrophe in front (OWASP, CSV injection). */
const FORMULA = /^[\s]*[=+\-@\t\r]/u;

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function rowsOf(table: FigureTable): (readonly Cell[])[] {
  return Array.from({ length: table.rowCount }, (_, index) => table.row(index));
}

/** A figure's table as CSV (RFC 4180), numbers in full. What is not known is an empty field. */
export function tableCsv(table: FigureTable): string {
  const rows = [table.columns.map(({ title }) => title), ...rowsOf(table)];
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** A figure's table as JSON, with what it shows and where its numbers come from. */
export function tableJson(title: string, table: FigureTable, facts: FigureFacts): string {
  const value = {
    format: 'benchside-figure',
    formatVersion: 1,
    title,
    facts,
    columns: table.columns.map((column) => column.title),
    rows: rowsOf(table),
  };
  return `${JSON.stringify(value, null, 1)}\n`;
}

/** A title as a file's name, without its ending: lower case letters, digits and hyphens. */
export function figureFileName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
  return `benchside-${plain.slice(0, 80) || 'figure'}`;
}
