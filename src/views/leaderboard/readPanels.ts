import type { BoardEntry } from '../../core/runs/board/boardEntry.ts';
import type { ItemPanels, PanelRequest } from '../../core/runs/board/itemPanels.ts';
import type { PairRatings } from '../../core/runs/board/pairRatings.ts';
import type { Lab } from '../../lab/lab.svelte.ts';

/**
 * The values of the items of some runs of one board.
 *
 * @throws Error with a sentence for the reader where a run's values or its pack cannot be read.
 */
async function readRuns(
  lab: Lab,
  entries: readonly [BoardEntry, ...BoardEntry[]],
  signal: AbortSignal,
): Promise<PanelRequest['runs']> {
  const { packId, packHash, protocol } = entries[0].run.spec;
  const items = await lab.packs.items(packId, packHash, protocol.id);
  if (!items.ok) throw new Error(items.problem.message);
  const byId = new Map(items.value.map((item) => [item.id, item]));
  const runs = [];
  for (const { id, run } of entries) {
    signal.throwIfAborted();
    const scores = await lab.runs.scores(id);
    if (!scores.ok) throw new Error(scores.problem.message);
    const units = scores.value.map(({ itemId, values }) => ({
      itemId,
      cluster: byId.get(itemId)?.cluster ?? itemId,
      stratum: byId.get(itemId)?.stratum ?? '',
      values,
    }));
    runs.push({ id, epochs: run.spec.epochs, units });
  }
  return runs;
}

/**
 * Reads the items' values of some runs of a board and has them computed beside the page.
 *
 * @throws Error with a sentence for the reader where a run's values or its pack cannot be read; StatisticsError.
 */
export async function readPanels(
  lab: Lab,
  entries: readonly BoardEntry[],
  metricId: string,
  signal: AbortSignal,
): Promise<ItemPanels | null> {
  const [first, ...others] = entries;
  if (first === undefined) return null;
  const runs = await readRuns(lab, [first, ...others], signal);
  const statistics = await lab.statistics();
  const { protocol } = first.run.spec;
  return await statistics.itemPanels({ protocol, metricId, runs }, signal);
}

/** The same for ratings from battles, of runs under one judge; null without a run. */
export async function readRatings(
  lab: Lab,
  entries: readonly BoardEntry[],
  signal: AbortSignal,
): Promise<PairRatings | null> {
  const [first, ...others] = entries;
  if (first === undefined) return null;
  const runs = await readRuns(lab, [first, ...others], signal);
  const statistics = await lab.statistics();
  return await statistics.pairRatings({ runs }, signal);
}
