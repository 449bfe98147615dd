/** What a reader can narrow a board by. */
export const BOARD_FACETS = ['model', 'judge', 'device', 'dtype', 'origin', 'parity'] as const;
export type BoardFacet = (typeof BOARD_FACETS)[number];
export type BoardFacets = Readonly<Record<BoardFacet, readonly string[]>>;

/** Most runs that can be compared side by side. */
export const MOST_CHOSEN = 8;

/** How a board is read: everything about it that is not which board it is. */
export interface BoardView {
  /** What is searched for in models, judges and origins. */
  readonly search: string;
  /** Values that a run must have one of; none for any. */
  readonly facets: BoardFacets;
  /** Id of a column; null for the board's metric. */
  readonly sort: string | null;
  /** Null for the order in which the column is usually read. */
  readonly direction: 'asc' | 'desc' | null;
  /** Ids of the columns shown beside name and metric; null for the usual ones. */
  readonly columns: readonly string[] | null;
  readonly density: 'comfortable' | 'compact';
  /** Ids of the runs that are chosen for a comparison, in the order of choosing. */
  readonly chosen: readonly string[];
  /** Whether runs without parity are on the board. */
  readonly includesHeld: boolean;
}

const NO_FACETS: BoardFacets = {
  model: [],
  judge: [],
  device: [],
  dtype: [],
  origin: [],
  parity: [],
};

/** A board as it is first opened. */
export const USUAL_VIEW: BoardView = {
  search: '',
  facets: NO_FACETS,
  sort: null,
  direction: null,
  columns: null,
  density: 'comfortable',
  chosen: [],
  includesHeld: false,
};

const MOST_SEARCH_LETTERS = 200;
const MOST_VALUES = 60;
/** Models' names, judges' names and words of ours. */
const FACET_VALUE = /^[\w./:@+-]{1,200}$/;
const COLUMN_ID = /^[\w:.-]{1,80}$/;
const RUN_ID = /^[\w-]{1,100}$/;
/** Stands for a choice of no column. */
const NO_COLUMNS = '-';

function listOf(text: string | undefined, form: RegExp, most: number): string[] {
  if (text === undefined) return [];
  const parts = text.split(',').filter((part) => form.test(part));
  return [...new Set(parts)].slice(0, most);
}

/**
 * A board's view from the parameters of its address. Never throws: what is not understood, or longer than anything that a
 * page of this site writes, is left out as if it were not there.
 */
export function parseBoardView(params: ReadonlyMap<string, string>): BoardView {
  const columns = params.get('cols');
  const direction = params.get('dir');
  const [sort = null] = listOf(params.get('sort'), COLUMN_ID, 1);
  const facet = (name: BoardFacet): string[] => listOf(params.get(name), FACET_VALUE, MOST_VALUES);
  const known = listOf(columns, COLUMN_ID, MOST_VALUES).filter((id) => id !== NO_COLUMNS);
  return {
    search: (params.get('q') ?? '').slice(0, MOST_SEARCH_LETTERS),
    facets: {
      model: facet('model'),
      judge: facet('judge'),
      device: facet('device'),
      dtype: facet('dtype'),
      origin: facet('origin'),
      parity: facet('parity'),
    },
    sort,
    direction: direction === 'asc' || direction === 'desc' ? direction : null,
    columns: known.length > 0 || columns === NO_COLUMNS ? known : null,
    density: params.get('density') === 'compact' ? 'compact' : 'comfortable',
    chosen: listOf(params.get('runs'), RUN_ID, MOST_CHOSEN),
    includesHeld: params.get('held') === '1',
  };
}

function joined(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join(',');
}

/** The parameters that `parseBoardView` reads back; null for what is as usual. */
export function boardViewParams(view: BoardView): Record<string, string | null> {
  const { facets, columns } = view;
  return {
    q: view.search === '' ? null : view.search,
    ...Object.fromEntries(BOARD_FACETS.map((facet) => [facet, joined(facets[facet])])),
    sort: view.sort,
    dir: view.direction,
    cols: columns === null ? null : (joined(columns) ?? NO_COLUMNS),
    density: view.density === 'compact' ? 'compact' : null,
    runs: joined(view.chosen),
    held: view.includesHeld ? '1' : null,
  };
}

/** Whether a view is the one that a board opens with, so that its address can be the short one. */
export function isUsualView(view: BoardView): boolean {
  return Object.values(boardViewParams(view)).every((value) => value === null);
}
