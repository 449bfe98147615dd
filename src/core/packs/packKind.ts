import type { ItemView } from './itemView.ts';
import type { PackResult } from './packError.ts';

/** All that the rest of the house needs to know of one kind of pack. */
export interface PackKindInfo<Item extends { id: string }> {
  /** Reads one line of items.jsonl; `line` is 1-based and only names the place of an error. */
  readonly parse: (json: string, line: number) => PackResult<Item>;
  /** Items of one cluster share a document or a patient: intervals resample clusters. */
  readonly clusterOf: (item: Item) => string;
  /** The group under which results are broken down. */
  readonly stratumOf: (item: Item) => string;
  /** What a stratum is called on the page, in the singular. */
  stratumWord: 'stratum' | 'theme' | 'subset' | 'topic' | 'length';
  /** Number of criteria of an item; left out where items have none. */
  readonly criteriaOf?: (item: Item) => number;
  /** What every item of the kind asks, in one short question or order. */
  asks: string;
  readonly view: (item: Item) => ItemView;
}
