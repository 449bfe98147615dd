import type { BoardEntry } from '../../core/runs/board/boardEntry.ts';
import type { ItemPanels } from '../../core/runs/board/itemPanels.ts';
import type { Lab } from '../../lab/lab.svelte.ts';

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
  const [first] = entries;
  if (first === undefined) return null;
  const items = await lab.packs.items(
    first.run.spec.packId,
    first.run.spec.packHash,
    first.run.spec.protocol.id,
  );
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
  const statistics = await lab.statistics();
  const { protocol } = first.run.spec;
  return await statistics.itemPanels({ protocol, metricId, runs }, signal);
}
