import { readdir, readFile } from 'node:fs/promises';
import type { PackManifest } from '../../src/core/packs/manifest.ts';
import { parsePack } from '../../src/core/packs/parsePack.ts';
import type { ValueRow } from '../../src/core/protocols/metric.ts';
import { playableItems } from '../../src/core/protocols/playable.ts';
import type { ProtocolInfo } from '../../src/core/protocols/protocol.ts';
import { findProtocol } from '../../src/core/protocols/registry.ts';
import { plan } from '../../src/core/runs/plan.ts';
import { valueRows } from '../../src/core/runs/valueRows.ts';
import { fromColumns, type ResultBundle } from '../../src/core/share/bundle.ts';
import { parseBundleText } from '../../src/core/share/parseBundle.ts';

const STATIC_DATA = new URL('../../static-data/', import.meta.url).pathname;

/** A run that the site ships, with the values of each item in the plan's order. */
export interface ShippedRun {
  readonly manifest: PackManifest;
  readonly protocol: ProtocolInfo;
  readonly bundle: ResultBundle;
  readonly rows: readonly ValueRow[];
}

/** A bundle over this checkout's pack; null where the pack or the protocol is another by now. */
export async function openShippedRun(bundle: ResultBundle): Promise<ShippedRun | null> {
  const { spec } = bundle;
  const [manifest = '', items = ''] = await Promise.all(
    ['manifest.json', 'items.jsonl'].map((name) =>
      readFile(`${STATIC_DATA}packs/${spec.packId}/${name}`, 'utf8'),
    ),
  );
  const pack = parsePack(manifest, items);
  if (!pack.ok) throw new Error(`Pack ${spec.packId}: ${pack.error.sentence}`);
  const protocol = findProtocol(spec.protocol.id, spec.protocol.version);
  if (pack.value.hash !== spec.packHash || protocol === undefined) return null;
  const playable = playableItems(pack.value, protocol.id);
  if (playable === null) return null;
  const byId = new Map(playable.map((item) => [item.id, item]));
  const values = fromColumns(bundle);
  const scores = plan(spec, [...byId.keys()]).map(({ itemId }, index) => ({
    itemId,
    values: values[index] ?? {},
  }));
  return { manifest: pack.value.manifest, protocol, bundle, rows: valueRows(byId, scores) };
}

/** Every shipped run. @throws Error for one that is not of this checkout's packs and protocols. */
export async function readShippedRuns(): Promise<ShippedRun[]> {
  const files = (await readdir(`${STATIC_DATA}runs`)).filter(
    (name) => name.endsWith('.json') && name !== 'index.json',
  );
  return await Promise.all(
    files.sort().map(async (file) => {
      const parsed = parseBundleText(await readFile(`${STATIC_DATA}runs/${file}`, 'utf8'), file);
      if (!parsed.ok) throw new Error(parsed.problem.message);
      const run = await openShippedRun(parsed.value);
      if (run === null) throw new Error(`${file} is of another pack or protocol version.`);
      return run;
    }),
  );
}
