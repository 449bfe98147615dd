import { itemsParams, readItemsRoute, type ItemsRoute } from './itemsRoute.ts';

/** Pages of the distillation lab, as its tabs show them. */
export const DISTILL_PAGES = ['train', 'experiments', 'pilots', 'tokens'] as const;
export type DistillPage = (typeof DISTILL_PAGES)[number];
import { boardViewParams, isUsualView, parseBoardView, type BoardView } from './boardView.ts';

/**
 * A place in the site, as the URL's fragment names it. Without a protocol a board or a form is of
 * the first that plays the pack; a run's id with a protocol fills the form from that run's models.
 */
export type Route =
  | {
      view: 'boards';
      packId: string | null;
      protocolId?: string | null;
      metricId: string | null;
      /** How the board is read; left out where it is as it opens. */
      shown?: BoardView;
    }
  | { view: 'run'; packId: string | null; protocolId?: string | null; runId: string | null }
  | { view: 'item'; runId: string; unitKey: string }
  | ItemsRoute
  | { view: 'packs'; packId: string | null }
  | { view: 'models'; modelId: string | null }
  | { view: 'shared'; payload: string }
  | { view: 'result'; runId: string }
  | {
      view: 'atlas';
      /** What is searched for. */
      query: string | null;
      family: string | null;
      year: string | null;
      /** Protocol or lab of this site that papers are of, or `any`. */
      here: string | null;
      sort: string | null;
      /** The paper that is open. */
      paperId: string | null;
    }
  | { view: 'published'; benchmarkId: string | null }
  /** What a page of the lab is asked to show is its own to read: `params` are names with texts, never empty. */
  | { view: 'distill'; page: DistillPage; params: Readonly<Record<string, string>> }
  | CompareRoute
  | { view: 'unknown'; fragment: string };

/** Most runs that stand side by side. */
export const MAX_COMPARED = 8;

/** Runs side by side, with all that the reader chose of them, so that the back button undoes it. */
export interface CompareRoute {
  view: 'compare';
  /** Ids in the order of the columns, each once. */
  runIds: readonly string[];
  /** The run that others are held against; the first where null or not among them. */
  baseId?: string | null;
  /** Metric of the figures and of the list of items. */
  metricId?: string | null;
  /** Which items are listed. */
  show?: string | null;
  /** Page of that list, from 1, as text. */
  page?: string | null;
  /** The item that is open. */
  unitKey?: string | null;
}

function decoded(part: string | undefined): string | null {
  if (part === undefined || part === '') return null;
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** Reads a location's hash, `#/boards/PACK?metric=ID` and the like. Never throws. */
export function parseRoute(hash: string): Route {
  const fragment = hash.startsWith('#') ? hash.slice(1) : hash;
  const [path = '', query = ''] = fragment.split('?', 2);
  const [, view = '', ...parts] = path.split('/');
  const [first, second] = parts;
  const params = parseQuery(query);
  switch (view) {
    case '':
    case 'boards': {
      const shown = parseBoardView(params);
      return {
        view: 'boards',
        packId: decoded(first),
        protocolId: params.get('protocol') ?? null,
        metricId: params.get('metric') ?? null,
        ...(isUsualView(shown) ? {} : { shown }),
      };
    }
    case 'run':
      return {
        view: 'run',
        packId: decoded(first),
        protocolId: params.get('protocol') ?? null,
        runId: params.get('id') ?? null,
      };
    case 'items':
      return readItemsRoute(params);
    case 'packs':
      return { view: 'packs', packId: decoded(first) };
    case 'models':
      return { view: 'models', modelId: decoded(parts.join('/')) };
    case 'atlas': {
      const of = (name: string): string | null => params.get(name) ?? null;
      if (first === 'boards') return { view: 'published', benchmarkId: of('benchmark') };
      return {
        view: 'atlas',
        query: of('q'),
        family: of('family'),
        year: of('year'),
        here: of('here'),
        sort: of('sort'),
        paperId: of('paper'),
      };
    }
    case 'compare':
      return {
        view: 'compare',
        runIds: readIds(params.get('runs')),
        baseId: params.get('base') ?? null,
        metricId: params.get('metric') ?? null,
        show: params.get('show') ?? null,
        page: params.get('page') ?? null,
        unitKey: params.get('item') ?? null,
      };
    case 'result': {
      const runId = decoded(first);
      const unitKey = decoded(second);
      if (runId === null) break;
      return unitKey === null ? { view: 'result', runId } : { view: 'item', runId, unitKey };
    }
    case 'distill': {
      const page = DISTILL_PAGES.find((one) => one === (first ?? 'train'));
      if (page === undefined) break;
      return { view: 'distill', page, params: Object.fromEntries(params) };
    }
    case 'shared':
      if (first !== undefined && first !== '') return { view: 'shared', payload: parts.join('/') };
  }
  return { view: 'unknown', fragment };
}

/** Ids of a list, each once; what is too long to be one, or one too many, is left out. */
function readIds(list: string | undefined): string[] {
  const ids = (list ?? '').split(',').filter((id) => id !== '' && id.length <= 100);
  return [...new Set(ids)].slice(0, MAX_COMPARED);
}

function parseQuery(query: string): Map<string, string> {
  const params = new Map<string, string>();
  for (const pair of query.split('&')) {
    const [name, value] = pair.split('=', 2).map(decoded);
    if (typeof name === 'string' && typeof value === 'string') params.set(name, value);
  }
  return params;
}

function withQuery(
  path: string,
  params: Readonly<Record<string, string | null | undefined>>,
): string {
  const query = Object.entries(params)
    .flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
    )
    .join('&');
  return query === '' ? path : `${path}?${query}`;
}

function joined(...parts: (string | null)[]): string {
  return `#/${parts
    .filter((part) => part !== null)
    .map(encodeURIComponent)
    .join('/')}`;
}

/** The hash of a route; `parseRoute` reads it back. */
export function formatRoute(route: Route): string {
  switch (route.view) {
    case 'boards':
      return withQuery(joined('boards', route.packId), {
        protocol: route.protocolId,
        metric: route.metricId,
        ...(route.shown === undefined ? {} : boardViewParams(route.shown)),
      });
    case 'run':
      return withQuery(joined('run', route.packId), {
        protocol: route.protocolId,
        id: route.runId,
      });
    case 'item':
      return joined('result', route.runId, route.unitKey);
    case 'items':
      return withQuery('#/items', itemsParams(route));
    case 'result':
      return joined('result', route.runId);
    case 'packs':
      return joined('packs', route.packId);
    case 'models':
      return joined('models', route.modelId);
    case 'atlas': {
      const { query, family, year, here, sort, paperId } = route;
      return withQuery('#/atlas', { q: query, family, year, here, sort, paper: paperId });
    }
    case 'published':
      return withQuery('#/atlas/boards', { benchmark: route.benchmarkId });
    case 'distill':
      return withQuery(joined('distill', route.page), route.params);
    case 'compare': {
      const { runIds, baseId, metricId, show, page, unitKey } = route;
      const runs = `#/compare${runIds.length === 0 ? '' : `?runs=${runIds.map(encodeURIComponent).join(',')}`}`;
      const chosen = withQuery('', { base: baseId, metric: metricId, show, page, item: unitKey });
      return runIds.length === 0 ? runs : runs + chosen.replace('?', '&');
    }
    case 'shared':
      return `#/shared/${route.payload}`;
    case 'unknown':
      return `#${route.fragment}`;
  }
}
