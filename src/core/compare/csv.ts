/** A cell of a table that is exported. */
export type Cell = string | number | null;

/** What spreadsheets take for a formula. A number is none; a name that begins so gets an apostrophe. */
const FORMULA = /^[=+\-@\t\r]/u;

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV (RFC 4180): lines end in CR LF, an unknown number is an empty cell. */
export function toCsv(heading: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [heading, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}
