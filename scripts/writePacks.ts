/**
 * Writes the shipped packs' items.jsonl and manifest.json: `npx tsx scripts/writePacks.ts [ID...]`.
 * It writes the same bytes each time, and reads each pack back before it calls it written.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Hex } from '../src/core/calls/identity.ts';
import type { PackManifest } from '../src/core/packs/manifest.ts';
import { countByName, parsePack, readItems } from '../src/core/packs/parsePack.ts';
import { majorityReply } from './packs/majorityReply.ts';
import { SHIPPED_PACKS } from './packs/shippedPacks.ts';
import type { ShippedPack } from './packs/shippedPack.ts';

const PACKS = new URL('../static-data/packs/', import.meta.url).pathname;

async function writePack({ about, items, trainingReplies }: ShippedPack): Promise<void> {
  const lines = (await items()).map((item) => JSON.stringify(item));
  const itemsText = lines.map((line) => `${line}\n`).join('');
  const read = readItems(about.kind, itemsText);
  if (!read.ok) throw new Error(`${about.id}: ${read.error.sentence}`);
  const { entries, criteria } = read.value;
  const reply = trainingReplies === undefined ? null : majorityReply(about.id, trainingReplies);
  const { id, title, kind, doubt, ...rest } = about;
  const manifest: PackManifest = {
    format: 'benchside-pack',
    formatVersion: 1,
    id,
    title,
    kind,
    ...rest,
    ...(reply === null ? {} : { majorityReply: reply }),
    doubt,
    counts: {
      items: lines.length,
      ...(criteria === undefined ? {} : { criteria }),
      byStratum: countByName(entries.map(({ stratum }) => stratum)),
    },
    items: {
      file: 'items.jsonl',
      sha256: sha256Hex(itemsText),
      bytes: Buffer.byteLength(itemsText),
    },
  };
  const manifestText = `${JSON.stringify(manifest, null, 2)}\n`;
  const parsed = parsePack(manifestText, itemsText);
  if (!parsed.ok) throw new Error(`${id}: ${parsed.error.sentence}`);
  const folder = join(PACKS, id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'items.jsonl'), itemsText);
  await writeFile(join(folder, 'manifest.json'), manifestText);
  console.log(
    `${id}: ${String(lines.length)} items, ${String(manifest.items.bytes)} bytes, majority ${JSON.stringify(reply)}, ${JSON.stringify(manifest.counts.byStratum)}`,
  );
}

const wanted = process.argv.slice(2);
for (const pack of SHIPPED_PACKS) {
  if (wanted.length === 0 || wanted.includes(pack.about.id)) await writePack(pack);
}
const ids = SHIPPED_PACKS.map(({ about }) => about.id);
const index = { format: 'benchside-packs', formatVersion: 1, packs: ids };
await writeFile(join(PACKS, 'index.json'), `${JSON.stringify(index, null, 2)}\n`);
