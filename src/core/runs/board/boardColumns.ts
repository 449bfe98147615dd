import type { MetricHead } from '../../protocols/metric.ts';
import type { BoardEntry } from './boardEntry.ts';

/** Columns that every board can show, besides the metrics of its protocol. */
export const FACT_COLUMNS = [
  'rank',
  'n',
  'items',
  'unscored',
  'unreadable',
  'judge',
  'device',
  'dtype',
  'parity',
  'replay',
  'origin',
  'date',
  'newTokens',
  'promptTokens',
  'seconds',
  'speed',
  'parameters',
  'bytes',
  'version',
  'pack',
] as const;
export type FactColumn = (typeof FACT_COLUMNS)[number];

/** A column: `run` names the row, `m:ID` is a metric, the others are facts about the run. */
export type BoardColumn =
  | { readonly id: 'run'; readonly kind: 'run' }
  | { readonly id: string; readonly kind: 'metric'; readonly metric: MetricHead }
  | { readonly id: FactColumn; readonly kind: 'fact' };

/** Metrics beside the board's own that a board shows until its reader says otherwise. */
const USUAL_METRICS = 8;
const USUAL_FACTS: readonly FactColumn[] = [
  'rank',
  'n',
  'unscored',
  'judge',
  'device',
  'parity',
  'origin',
  'date',
];

export function metricColumnId(metricId: string): string {
  return `m:${metricId}`;
}

/** The columns that a board can have: name and own metric first, then other metrics, then facts. */
export function boardColumns(
  metrics: readonly MetricHead[],
  main: MetricHead,
  hasJudge: boolean,
): BoardColumn[] {
  const column = (metric: MetricHead): BoardColumn => ({
    id: metricColumnId(metric.id),
    kind: 'metric',
    metric,
  });
  const facts = FACT_COLUMNS.filter((id) => hasJudge || (id !== 'judge' && id !== 'unscored'));
  return [
    { id: 'run', kind: 'run' },
    column(main),
    { id: 'rank', kind: 'fact' },
    { id: 'n', kind: 'fact' },
    ...metrics.filter(({ id }) => id !== main.id).map(column),
    ...facts
      .filter((id) => id !== 'rank' && id !== 'n')
      .map((id): BoardColumn => ({ id, kind: 'fact' })),
  ];
}

/**
 * The columns that are shown: name and board's metric always, the others as chosen.
 *
 * @param chosen ids; null for the usual ones. Ids of no column are left out.
 */
export function shownColumns(
  all: readonly BoardColumn[],
  chosen: readonly string[] | null,
): BoardColumn[] {
  if (chosen !== null)
    return all.filter((column, index) => index < 2 || chosen.includes(column.id));
  let metrics = 0;
  return all.filter((column, index) => {
    if (index < 2) return true;
    if (column.kind === 'fact') return USUAL_FACTS.includes(column.id);
    metrics += 1;
    return metrics <= USUAL_METRICS;
  });
}

/** What a column sorts by; null comes last in either direction. */
function sortValue(column: BoardColumn, entry: BoardEntry, main: MetricHead) {
  switch (column.kind) {
    case 'run':
      return entry.model;
    case 'metric':
      return entry.intervals.get(column.metric.id)?.estimate ?? null;
    case 'fact':
      return factValue(column.id, entry, main);
  }
}

function factValue(id: FactColumn, entry: BoardEntry, main: MetricHead): string | number | null {
  const { run } = entry;
  switch (id) {
    // Ranks are in the order of the metric, and tie where it does not.
    case 'rank':
      return entry.intervals.get(main.id)?.estimate ?? null;
    case 'n':
      return entry.intervals.get(main.id)?.n ?? null;
    case 'items':
      return run.summary?.units ?? null;
    case 'unscored':
      return run.summary?.unscored ?? null;
    case 'unreadable':
      return run.summary?.unreadable ?? null;
    case 'replay':
      return run.parity[0]?.flips ?? null;
    case 'speed':
      return entry.tokensPerSecond;
    case 'parameters':
      return entry.size?.parameters ?? null;
    case 'bytes':
      return entry.size?.bytes ?? null;
    case 'version':
      return run.spec.protocol.version;
    case 'pack':
      return run.spec.packHash;
    case 'judge':
    case 'device':
    case 'dtype':
    case 'parity':
    case 'origin':
    case 'date':
    case 'newTokens':
    case 'promptTokens':
    case 'seconds':
      return entry[id];
  }
}

/** Columns of which more is usually wanted first. */
const LARGEST_FIRST: readonly string[] = ['n', 'items', 'date', 'speed', 'version'];

/** The order in which a column is first sorted: best first for metrics, newest for dates, A to Z for names. */
export function usualDirection(column: BoardColumn, main: MetricHead): 'asc' | 'desc' {
  if (column.kind === 'run') return 'asc';
  const metric = column.kind === 'metric' ? column.metric : column.id === 'rank' ? main : null;
  if (metric !== null) return metric.lowerIsBetter === true ? 'asc' : 'desc';
  return LARGEST_FIRST.includes(column.id) ? 'desc' : 'asc';
}

/**
 * Runs in the order of a column. What has no value there comes last, whichever way; equal ones stand by the board's metric,
 * best first, then by name and id, so that an order is always the same.
 */
export function sortEntries<Entry extends BoardEntry>(
  entries: readonly Entry[],
  column: BoardColumn,
  direction: 'asc' | 'desc',
  main: MetricHead,
): Entry[] {
  const sign = direction === 'asc' ? 1 : -1;
  const mainSign = main.lowerIsBetter === true ? 1 : -1;
  const keyed = entries.map((entry) => ({
    entry,
    value: sortValue(column, entry, main),
    main: entry.intervals.get(main.id)?.estimate ?? null,
  }));
  keyed.sort(
    (a, b) =>
      compareWithin(a.value, b.value, sign) ||
      compareWithin(a.main, b.main, mainSign) ||
      compare(a.entry.model, b.entry.model) ||
      compare(a.entry.id, b.entry.id),
  );
  return keyed.map(({ entry }) => entry);
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareWithin(a: string | number | null, b: string | number | null, sign: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return sign * compare(a, b);
}
