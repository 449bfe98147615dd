import type { ScoredUnit } from '../../core/compare/pairUnits.ts';
import type { ItemDetail } from '../../core/protocols/itemScore.ts';
import type { Pack } from '../../core/packs/parsePack.ts';
import type { Parsed } from '../../core/share/parseBundle.ts';
import type { Lab } from '../../lab/lab.svelte.ts';

/** A scored item of a run with what its page shows. */
export interface DetailedUnit extends ScoredUnit {
  /** Null for runs that were brought in: texts do not travel. */
  detail: ItemDetail | null;
}

/** What the page needs of the runs: the scores of each, and the pack where the site has it as it was. */
export interface ReadRuns {
  units: readonly (readonly DetailedUnit[])[];
  /** Null where the site has another version of the pack: items then have no texts, and no documents that they share. */
  pack: Pack | null;
}

/** Reads the scores of runs of one pack. */
export async function readRuns(
  lab: Pick<Lab, 'runs' | 'packs'>,
  runs: readonly { runId: string; spec: { packId: string; packHash: string } }[],
): Promise<Parsed<ReadRuns>> {
  const [first] = runs;
  const opened = first === undefined ? null : await lab.packs.open(first.spec.packId);
  if (opened !== null && !opened.ok) return opened;
  const pack = opened?.value.hash === first?.spec.packHash ? (opened?.value ?? null) : null;
  const items = new Map((pack?.entries ?? []).map((entry) => [entry.id, entry]));
  const units: DetailedUnit[][] = [];
  for (const { runId } of runs) {
    const scores = await lab.runs.scores(runId);
    if (!scores.ok) return scores;
    units.push(
      scores.value.map(({ unitKey, itemId, values, detail }) => ({
        unitKey,
        itemId,
        values,
        detail,
        cluster: items.get(itemId)?.cluster ?? itemId,
        stratum: items.get(itemId)?.stratum ?? '',
      })),
    );
  }
  return { ok: true, value: { units, pack } };
}
