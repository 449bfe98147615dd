import { BOARD_FACETS, type BoardFacet, type BoardFacets } from '../../share/boardView.ts';
import type { BoardEntry } from './boardEntry.ts';

/** A value that runs of the board have, and how many of those that the other facets leave have it. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** A run's value of a facet; `none` for a judge that it does not have. */
export function facetValue(entry: BoardEntry, facet: BoardFacet): string {
  return facet === 'judge' ? (entry.judge ?? 'none') : entry[facet];
}

/** The chosen values that some run has: a link to a judge whose runs are gone narrows nothing. */
function knownFacets(entries: readonly BoardEntry[], chosen: BoardFacets) {
  return BOARD_FACETS.flatMap((facet) => {
    if (chosen[facet].length === 0) return [];
    const there = new Set(entries.map((entry) => facetValue(entry, facet)));
    const values = new Set(chosen[facet].filter((value) => there.has(value)));
    return values.size === 0 ? [] : [{ facet, values }];
  });
}

/** Runs that have one of the chosen values of every facet: those that are ranked among each other. */
export function entriesWith<Entry extends BoardEntry>(
  entries: readonly Entry[],
  facets: BoardFacets,
): readonly Entry[] {
  const known = knownFacets(entries, facets);
  return known.length === 0
    ? entries
    : entries.filter((entry) =>
        known.every(({ facet, values }) => values.has(facetValue(entry, facet))),
      );
}

/** Runs in which every word of the search occurs. It finds rows and changes no rank. */
export function findEntries<Entry extends BoardEntry>(
  entries: readonly Entry[],
  search: string,
): readonly Entry[] {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  return words.length === 0
    ? entries
    : entries.filter(({ text }) => words.every((word) => text.includes(word)));
}

/** The values of each facet, commonest first, counted over the runs that the other facets leave. */
export function facetCounts(
  entries: readonly BoardEntry[],
  chosen: BoardFacets,
): Record<BoardFacet, FacetValue[]> {
  const known = knownFacets(entries, chosen);
  const countOf = (facet: BoardFacet): FacetValue[] => {
    const others = known.filter((other) => other.facet !== facet);
    const counts = new Map<string, number>();
    for (const entry of entries) {
      const value = facetValue(entry, facet);
      const passes = others.every((other) => other.values.has(facetValue(entry, other.facet)));
      counts.set(value, (counts.get(value) ?? 0) + (passes ? 1 : 0));
    }
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  return {
    model: countOf('model'),
    judge: countOf('judge'),
    device: countOf('device'),
    dtype: countOf('dtype'),
    origin: countOf('origin'),
    parity: countOf('parity'),
  };
}
