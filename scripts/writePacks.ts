/**
 * Writes the shipped packs' items.jsonl and manifest.json: `npx tsx scripts/writePacks.ts`.
 * It writes the same bytes each time, and reads each pack back before it calls it written.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { sha256Hex } from '../src/core/calls/identity.ts';
import { buildTestSplit } from '../src/core/packs/generators/dischargeNotes/testSplit.ts';
import type { PackManifest } from '../src/core/packs/manifest.ts';
import { countByName, parsePack } from '../src/core/packs/parsePack.ts';

const PACKS = new URL('../static-data/packs/', import.meta.url).pathname;

/** Ids of the packs, in the order the site offers them. */
const WRITTEN: string[] = [];

type About = Omit<PackManifest, 'format' | 'formatVersion' | 'items' | 'counts'>;

async function writePack(
  about: About,
  lines: readonly string[],
  counts: PackManifest['counts'],
): Promise<void> {
  const itemsText = lines.map((line) => `${line}\n`).join('');
  const bytes = Buffer.byteLength(itemsText);
  const { id, title, kind, ...rest } = about;
  const manifest: PackManifest = {
    format: 'benchside-pack',
    formatVersion: 1,
    id,
    title,
    kind,
    ...rest,
    counts,
    items: { file: 'items.jsonl', sha256: sha256Hex(itemsText), bytes },
  };
  const manifestText = `${JSON.stringify(manifest, null, 2)}\n`;
  const parsed = parsePack(manifestText, itemsText);
  if (!parsed.ok) throw new Error(`${id}: ${parsed.error.sentence}`);
  const folder = join(PACKS, id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'items.jsonl'), itemsText);
  await writeFile(join(folder, 'manifest.json'), manifestText);
  WRITTEN.push(id);
  console.log(`${id}: ${String(lines.length)} items, ${String(bytes)} bytes`);
}

async function writeConceptVerification(): Promise<void> {
  const items = buildTestSplit();
  await writePack(
    {
      id: 'concept-verification',
      title: 'Concept verification with evidence',
      kind: 'concept-verification',
      version: '1.0.0',
      licence: 'CC-BY-4.0',
      authors: ['Benchside contributors'],
      description:
        'Short synthetic discharge notes with numbered sentences. For a concept with its ICD-10-CM name and code: does the note support it, and which sentences show it? 48 concepts in 16 groups of easily confused ones.',
      language: 'en',
      split: 'test',
      generator: {
        path: 'src/core/packs/generators/dischargeNotes/testSplit.ts',
        seed: 'test-0001 and on, one a note',
      },
      doubt:
        'Test notes are built from the same sentence templates as the notes that the bundled models learnt from, so a high score shows that a model learnt these templates, not that it reads clinical notes.',
    },
    items.map((item) => JSON.stringify(item)),
    { items: items.length, byStratum: countByName(items.map(({ stratum }) => stratum)) },
  );
}

/** Only what is counted here; `parsePack` checks the whole of what is written. */
const consultSourceSchema = v.array(
  v.looseObject({ theme: v.string(), criteria: v.array(v.unknown()) }),
);

async function writeConsultRubrics(): Promise<void> {
  const folder = join(PACKS, 'consult-rubrics', 'source');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const items: v.InferOutput<typeof consultSourceSchema> = [];
  for (const file of files) {
    const source: unknown = JSON.parse(await readFile(join(folder, file), 'utf8'));
    items.push(...v.parse(consultSourceSchema, source));
  }
  await writePack(
    {
      id: 'consult-rubrics',
      title: 'Consult rubrics',
      kind: 'consult-rubrics',
      version: '1.0.0',
      licence: 'CC-BY-4.0',
      authors: ['Benchside contributors'],
      description:
        'Health questions written by hand, each with criteria of signed points tagged by axis, and a good and a flawed reference answer with the criteria that each meets.',
      language: 'en',
      split: 'test',
      doubt:
        'No physician has reviewed the questions, criteria or marks, and one author wrote each rubric beside the answers it marks.',
    },
    items.map((item) => JSON.stringify(item)),
    {
      items: items.length,
      criteria: items.reduce((sum, { criteria }) => sum + criteria.length, 0),
      byStratum: countByName(items.map(({ theme }) => theme)),
    },
  );
}

await writeConceptVerification();
await writeConsultRubrics();
const index = { format: 'benchside-packs', formatVersion: 1, packs: WRITTEN };
await writeFile(join(PACKS, 'index.json'), `${JSON.stringify(index, null, 2)}\n`);
