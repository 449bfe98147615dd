/** Where a reader stands in a list of items. */
export interface ListPlace {
  /** Which items are shown; `all` or an outcome. */
  filter: string;
  /** From 0. */
  page: number;
}

const START: ListPlace = { filter: 'all', page: 0 };

/**
 * Remembers, while the page is open, where the reader stood in each run's list, so that the way
 * back from an item leads to the same place and the next item is the next one of that list.
 */
export class ListMemory {
  readonly #places = new Map<string, ListPlace>();

  find(runId: string): ListPlace {
    return this.#places.get(runId) ?? START;
  }

  keep(runId: string, place: ListPlace): void {
    this.#places.set(runId, place);
  }
}
