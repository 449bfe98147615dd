import type { ItemsRoute } from '../share/itemsRoute.ts';
import {
  DIFFER_FILTERS,
  FLAW_FILTERS,
  ITEM_SORTS,
  VERDICT_FILTERS,
  type ItemFilters,
  type ItemSort,
} from './itemFilters.ts';

/** Longest text of a filter that is looked at, in characters. */
const MAX_CRITERION = 1000;

function oneOf<const T extends string>(allowed: readonly T[], text: string | null): T | null {
  return allowed.find((one) => one === text) ?? null;
}

/** A score as it is written; null for what is no number. */
export function readScore(text: string | null): number | null {
  if (text === null || text.trim() === '') return null;
  const value = Number(text.trim().replace('−', '-').replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

/** The filters of an address. What a filter does not know is as if it were not there. */
export function readFilters(route: ItemsRoute): ItemFilters {
  const criterion = route.criterion?.slice(0, MAX_CRITERION).trim() ?? '';
  return {
    criterion: criterion === '' ? null : criterion,
    axis: route.axis,
    stratum: route.stratum,
    verdict: oneOf(VERDICT_FILTERS, route.verdict),
    least: readScore(route.least),
    most: readScore(route.most),
    differ: oneOf(DIFFER_FILTERS, route.differ),
    flaw: oneOf(FLAW_FILTERS, route.flaw),
  };
}

/** The order of an address: by relevance where something is searched for, else that of the plan, which is the same. */
export function readSort(route: ItemsRoute): ItemSort {
  return oneOf(ITEM_SORTS, route.sort) ?? 'relevance';
}
