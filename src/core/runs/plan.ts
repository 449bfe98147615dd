import { sha256Hex } from '../calls/identity.ts';
import type { RunSpec } from './spec.ts';

/** One item in one epoch: the smallest thing that is scored. */
export interface Unit {
  key: string;
  itemId: string;
  epoch: number;
}

/** Key of a unit within its run. */
export function unitKey(itemId: string, epoch: number): string {
  return `${itemId}#${String(epoch)}`;
}

/**
 * The units of a run, always the same for the same spec.
 *
 * Items are ordered by the SHA-256 of pack hash and id: a fixed shuffle, so a limited run is a fair
 * sample of the pack (whose file is ordered by stratum), and each limit holds every smaller one.
 */
export function plan(spec: RunSpec, itemIds: readonly string[]): Unit[] {
  const shuffled = itemIds
    .map((itemId) => ({ itemId, order: sha256Hex(`${spec.packHash}:${itemId}`) }))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
    .slice(0, spec.limit ?? itemIds.length);
  const units: Unit[] = [];
  for (let epoch = 1; epoch <= spec.epochs; epoch += 1) {
    for (const { itemId } of shuffled) units.push({ key: unitKey(itemId, epoch), itemId, epoch });
  }
  return units;
}

/**
 * The order in which units are played: those of one cluster, which share a document, one after the other, so that their
 * prompts are in play together and what they begin with is fed once. Clusters keep the order of their first unit.
 */
export function playingOrder(
  units: readonly Unit[],
  clusterOf: (itemId: string) => string | undefined,
): Unit[] {
  const clusters = new Map<string, Unit[]>();
  for (const unit of units) {
    const key = `${String(unit.epoch)} ${clusterOf(unit.itemId) ?? unit.itemId}`;
    const cluster = clusters.get(key);
    if (cluster === undefined) clusters.set(key, [unit]);
    else cluster.push(unit);
  }
  return [...clusters.values()].flat();
}
