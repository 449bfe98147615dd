import type { ItemFilters } from '../items/itemFilters.ts';

/** Runs that are explored together, at most. */
export const MOST_EXPLORED_RUNS = 12;

/** The item explorer as the URL names it. Every text is as it was found there: the view looks up what it knows. */
export interface ItemsRoute {
  view: 'items';
  /** Ids of the runs whose items are shown. */
  runIds: readonly string[];
  /** The pack whose items are shown where no run is chosen. */
  packId: string | null;
  query: string | null;
  criterion: string | null;
  axis: string | null;
  stratum: string | null;
  verdict: string | null;
  least: string | null;
  most: string | null;
  differ: string | null;
  flaw: string | null;
  sort: string | null;
  /** Pack and unit of the item that is open. */
  item: string | null;
}

/** An explorer with nothing chosen in it. */
export function itemsRoute(part: Partial<Omit<ItemsRoute, 'view'>>): ItemsRoute {
  return {
    view: 'items',
    runIds: [],
    packId: null,
    query: null,
    criterion: null,
    axis: null,
    stratum: null,
    verdict: null,
    least: null,
    most: null,
    differ: null,
    flaw: null,
    sort: null,
    item: null,
    ...part,
  };
}

/** Names of the fields in the URL: short, and what a reader would type. */
const NAMES = {
  packId: 'pack',
  query: 'q',
  criterion: 'criterion',
  axis: 'axis',
  stratum: 'stratum',
  verdict: 'verdict',
  least: 'min',
  most: 'max',
  differ: 'differ',
  flaw: 'flaw',
  sort: 'sort',
  item: 'item',
} as const satisfies Record<string, string>;

type Filters = Record<keyof ItemFilters, string | null>;

/** Reads an explorer's parameters. Never throws. */
export function readItemsRoute(params: ReadonlyMap<string, string>): ItemsRoute {
  const of = (name: keyof typeof NAMES): string | null => params.get(NAMES[name]) ?? null;
  const filters: Filters = {
    criterion: of('criterion'),
    axis: of('axis'),
    stratum: of('stratum'),
    verdict: of('verdict'),
    least: of('least'),
    most: of('most'),
    differ: of('differ'),
    flaw: of('flaw'),
  };
  const ids = (params.get('runs') ?? '').split(',').filter((id) => id !== '');
  return {
    view: 'items',
    runIds: [...new Set(ids)].slice(0, MOST_EXPLORED_RUNS),
    packId: of('packId'),
    query: of('query'),
    ...filters,
    sort: of('sort'),
    item: of('item'),
  };
}

/** The parameters of an explorer; `readItemsRoute` reads them back. */
export function itemsParams(route: ItemsRoute): Record<string, string | null> {
  const { runIds } = route;
  return {
    runs: runIds.length === 0 ? null : runIds.join(','),
    [NAMES.packId]: route.packId,
    [NAMES.query]: route.query,
    [NAMES.criterion]: route.criterion,
    [NAMES.axis]: route.axis,
    [NAMES.stratum]: route.stratum,
    [NAMES.verdict]: route.verdict,
    [NAMES.least]: route.least,
    [NAMES.most]: route.most,
    [NAMES.differ]: route.differ,
    [NAMES.flaw]: route.flaw,
    [NAMES.sort]: route.sort,
    [NAMES.item]: route.item,
  };
}
