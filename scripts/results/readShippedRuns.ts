import { readdir, readFile } from 'node:fs/promises';
import type { PackManifest } from '../../src/core/packs/manifest.ts';
import { parsePack } from '../../src/core/packs/parsePack.ts';
import type { ValueRow } from '../../src/core/protocols/metric.ts';
import type { ProtocolInfo } from '../../src/core/protocols/protocol.ts';
import { playableItems } from '../../src/core/protocols/playable.ts';
import { findProtocol } from '../../src/core/protocols/registry.ts';
import { plan } from '../../src/core/runs/plan.ts';
import { fromColumns, type ResultBundle } from '../../src/core/share/bundle.ts';
import { parseBundleText } from '../../src/core/share/parseBundle.ts';

/** A run that the site ships, with the values of each item in the plan's order. */
export interface ShippedRun {
  readonly manifest: PackManifest;
  readonly protocol: ProtocolInfo;
  readonly bundle: ResultBundle;
  readonly rows: readonly ValueRow[];
}

/** Every shipped run. @throws Error for one that is not of this checkout's packs and protocols. */
export async function readShippedRuns(staticData: string): Promise<ShippedRun[]> {
  const files = (await readdir(`${staticData}runs`)).filter(
    (name) => name.endsWith('.json') && name !== 'index.json',
  );
  return await Promise.all(
    files.sort().map(async (file) => {
      const parsed = parseBundleText(await readFile(`${staticData}runs/${file}`, 'utf8'), file);
      if (!parsed.ok) throw new Error(parsed.problem.message);
      const bundle = parsed.value;
      const { spec } = bundle;
      const [manifest = '', items = ''] = await Promise.all(
        ['manifest.json', 'items.jsonl'].map((name) =>
          readFile(`${staticData}packs/${spec.packId}/${name}`, 'utf8'),
        ),
      );
      const pack = parsePack(manifest, items);
      if (!pack.ok) throw new Error(`Pack ${spec.packId}: ${pack.error.sentence}`);
      const protocol = findProtocol(spec.protocol.id, spec.protocol.version);
      const playable = protocol && playableItems(pack.value, protocol.id);
      if (protocol === undefined || !playable || pack.value.hash !== spec.packHash)
        throw new Error(`${file} is of another pack or protocol version.`);
      const byId = new Map(playable.map((item) => [item.id, item]));
      const values = fromColumns(bundle);
      const rows = plan(spec, [...byId.keys()]).map(({ itemId }, index) => ({
        cluster: byId.get(itemId)?.cluster ?? itemId,
        stratum: byId.get(itemId)?.stratum ?? '',
        values: values[index] ?? {},
      }));
      return { manifest: pack.value.manifest, protocol, bundle, rows };
    }),
  );
}
