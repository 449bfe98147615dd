import { readFile } from 'node:fs/promises';
import { parsePack } from '../src/core/packs/parsePack.ts';
import { playableItems } from '../src/core/protocols/playable.ts';
import { findProtocol } from '../src/core/protocols/registry.ts';
import { summarise } from '../src/core/runs/aggregate.ts';
import { plan } from '../src/core/runs/plan.ts';
import { fromColumns, type ResultBundle } from '../src/core/share/bundle.ts';
import type { ReferenceIndex } from '../src/core/share/referenceRuns.ts';

const PACKS = new URL('../static-data/packs/', import.meta.url).pathname;

/** Summary of a shipped run over this checkout's pack; null when that pack or protocol is another. */
export async function summariseBundle(
  bundle: ResultBundle,
): Promise<ReferenceIndex['runs'][number]['summary'] | null> {
  const { spec } = bundle;
  const [manifestText, itemsText] = await Promise.all(
    ['manifest.json', 'items.jsonl'].map((name) =>
      readFile(`${PACKS}${spec.packId}/${name}`, 'utf8'),
    ),
  );
  const pack = parsePack(manifestText ?? '', itemsText ?? '');
  if (!pack.ok) throw new Error(`Pack ${spec.packId}: ${pack.error.sentence}`);
  const protocol = findProtocol(spec.protocol.id, spec.protocol.version);
  if (pack.value.hash !== spec.packHash || protocol === undefined) return null;
  const playable = playableItems(pack.value, protocol.id);
  if (playable === null) return null;
  const byId = new Map(playable.map((item) => [item.id, item]));
  const values = fromColumns(bundle);
  const rows = plan(spec, [...byId.keys()]).map(({ itemId }, index) => ({
    cluster: byId.get(itemId)?.cluster ?? itemId,
    stratum: byId.get(itemId)?.stratum ?? '',
    values: values[index] ?? {},
  }));
  const summary = summarise(protocol, rows);
  return { ...summary, metrics: [...summary.metrics] };
}
