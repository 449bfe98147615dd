import { noteLengths } from '../../core/packs/noteLengths.ts';
import type { Lab } from '../../lab/lab.svelte.ts';

/** Those whose answers are right or wrong about a note, so that its length may matter. */
const LENGTH_PROTOCOLS: ReadonlySet<string> = new Set(['verify-evidence', 'eligibility']);

/** The items of a run with their scores, as its page lists them; null for a run that is not there, or the problem. */
export async function readContents(lab: Lab, id: string) {
  const record = lab.runs.find(id);
  if (record === undefined) return null;
  const { packId, protocol } = record.spec;
  const [scores, pack] = await Promise.all([lab.runs.scores(id), lab.packs.open(packId)]);
  if (!scores.ok) return scores;
  if (!pack.ok) return pack;
  const lengths = LENGTH_PROTOCOLS.has(protocol.id) ? noteLengths(pack.value) : null;
  const items = new Map(
    pack.value.entries.map((entry) => [
      entry.id,
      { cluster: entry.cluster, stratum: entry.stratum, title: entry.view().title },
    ]),
  );
  const rows = scores.value.map((score) => {
    const item = items.get(score.itemId);
    return {
      ...score,
      cluster: item?.cluster ?? score.itemId,
      stratum: item?.stratum ?? '',
      title: item?.title ?? score.itemId,
    };
  });
  return { ok: true as const, rows, lengths };
}
