import { groupRows, meanMetric, type SavedMetric } from '../savedMetric.ts';
import type { Preference, SavedPair } from './rows.ts';
import { sectionMetrics } from './sections.ts';

/** 1 where the better answer is preferred, 0 where not, and `tie` for a tie. */
function credit({ gold, verdict }: SavedPair, tie: number): number | null | undefined {
  if (gold === null) return undefined;
  if (verdict === null) return null;
  return verdict === 'tie' ? tie : Number(verdict === gold);
}

/** What both orders say; null where either was not read: one order alone would let position decide. Undefined where there is one. */
function bothOrders({ verdict, swapped }: SavedPair): [Preference, Preference] | null | undefined {
  if (swapped === undefined) return undefined;
  return verdict === null || swapped === null ? null : [verdict, swapped];
}

/** +1 for each order that prefers the better answer, −1 for the worse one, 0 for a tie or an unread order; right above 0. */
function isWon(gold: 'A' | 'B', orders: readonly (Preference | null)[]): number {
  const said = orders.filter((one) => one !== null && one !== 'tie');
  return Number(said.reduce((total, one) => total + (one === gold ? 1 : -1), 0) > 0);
}

function twoOrders(pair: SavedPair): number | null | undefined {
  const orders = bothOrders(pair);
  if (pair.gold === null || orders === undefined) return undefined;
  return orders === null ? null : isWon(pair.gold, orders);
}

/** JudgeBench's own rule, by which a pair can be wrong through an order that was not read. */
function judgeBench({ gold, verdict, swapped }: SavedPair): number | undefined {
  return gold === null || swapped === undefined ? undefined : isWon(gold, [verdict, swapped]);
}

function agreesWithItself(pair: SavedPair): number | null | undefined {
  const orders = bothOrders(pair);
  return orders == null ? orders : Number(orders[0] === orders[1]);
}

/** How far one answer is preferred: a tie counts one half. */
function share(said: Preference, answer: 'A' | 'B'): number {
  return said === 'tie' ? 0.5 : Number(said === answer);
}

/** Share of both orders whose first answer is preferred. */
function firstShown(pair: SavedPair): number | null | undefined {
  const orders = bothOrders(pair);
  return orders == null ? orders : (share(orders[0], 'A') + share(orders[1], 'B')) / 2;
}

/** How often A is preferred over the orders that it was shown in. */
function winsOfA(pair: SavedPair): number | null {
  const orders = bothOrders(pair);
  if (orders === null) return null;
  if (orders !== undefined) return (share(orders[0], 'A') + share(orders[1], 'A')) / 2;
  return pair.verdict === null ? null : share(pair.verdict, 'A');
}

function accuracy(name: string): SavedMetric<SavedPair> {
  return meanMetric(name, (pair) => credit(pair, 0));
}

/** Metrics of pairwise preferences, the leading one first. */
export function pairMetrics(pairs: readonly SavedPair[]): SavedMetric<SavedPair>[] {
  const subsets = groupRows(pairs, ({ subset }) => subset);
  return [
    accuracy('accuracy'),
    meanMetric('accuracy_half_ties', (pair) => credit(pair, 0.5)),
    meanMetric('two_order_accuracy', twoOrders),
    meanMetric('judgebench_accuracy', judgeBench),
    meanMetric('consistency', agreesWithItself),
    meanMetric('first_shown_rate', firstShown),
    meanMetric('win_rate_a', winsOfA),
    ...sectionMetrics(subsets),
    ...[...subsets].map(([name, rows]) => ({ ...accuracy(`subset:${name}/accuracy`), rows })),
  ];
}
