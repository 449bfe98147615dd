import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { parseModelCard } from '../core/models/card.ts';
import { parseManifest } from '../core/packs/manifest.ts';
import { PROTOCOLS } from '../core/protocols/registry.ts';

/** Rows of a list, each with an id and a title and whatever else the kind of thing has. */
export interface Listing {
  entries: readonly (Record<string, unknown> & { id: string; title: string })[];
}

const DATA = resolve(import.meta.dirname, '../../static-data');
const namesSchema = v.array(v.string());

async function names(folder: 'packs' | 'models'): Promise<string[]> {
  const index: unknown = JSON.parse(await readFile(`${DATA}/${folder}/index.json`, 'utf8'));
  return v.parse(v.looseObject({ [folder]: namesSchema }), index)[folder] ?? [];
}

/** The packs of this checkout. @throws Error that names the pack and the field that is wrong. */
export async function listPacks(): Promise<Listing> {
  const entries = [];
  for (const name of await names('packs')) {
    const manifest = parseManifest(await readFile(`${DATA}/packs/${name}/manifest.json`, 'utf8'));
    if (!manifest.ok) throw new Error(`Pack ${name}: ${manifest.error.sentence}`);
    entries.push(manifest.value);
  }
  return { entries };
}

/** The models of this checkout. @throws Error that names the model and the field that is wrong. */
export async function listModels(): Promise<Listing> {
  const entries = [];
  for (const name of await names('models')) {
    const card = parseModelCard(await readFile(`${DATA}/models/${name}/card.json`, 'utf8'));
    if (!card.ok) throw new Error(`Model ${name}: ${card.error}`);
    const { id, title, role, parameters, heldOut, files } = card.card;
    entries.push({ id, title, role, parameters, heldOut, files });
  }
  entries.push({ id: 'random', title: 'Random baseline', role: 'student or judge' });
  entries.push({ id: 'majority', title: 'Majority baseline', role: 'student or judge' });
  return { entries };
}

/** The protocols of this checkout. */
export function listProtocols(): Listing {
  return {
    entries: PROTOCOLS.map(({ id, version, title, packKind, roles, method, metrics }) => ({
      id,
      title,
      version,
      packKind,
      roles,
      method,
      metrics: metrics.map((metric) => ({
        id: metric.id,
        title: metric.title,
        basis: metric.basis,
        formula: metric.formula,
        source: metric.source,
        chance: metric.chance,
      })),
    })),
  };
}
