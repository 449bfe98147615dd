import { utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256Hex } from '../calls/identity.ts';
import type { ItemView } from './itemView.ts';
import { KINDS, type ItemByKind } from './kinds.ts';
import {
  MAX_ITEMS,
  MAX_ITEMS_BYTES,
  parseManifest,
  type PackKind,
  type PackManifest,
} from './manifest.ts';
import type { PackKindInfo } from './packKind.ts';
import { packError, type PackError, type PackResult } from './packError.ts';

/** One item of any kind as pages and runs see it. */
export interface PackEntry {
  id: string;
  /** Items of one cluster share a document or a patient. */
  cluster: string;
  stratum: string;
  view(): ItemView;
}

interface ItemsOf<Kind, Item> {
  kind: Kind;
  items: Item[];
  /** The same items, in the same order. */
  entries: PackEntry[];
  /** Criteria over all items; undefined for kinds without. */
  criteria: number | undefined;
}

/** The items of a pack of any kind. */
export type PackItems = {
  [Kind in PackKind]: ItemsOf<Kind, ItemByKind[Kind]>;
}[PackKind];

/** A pack that was read and checked. */
export type Pack = PackItems & {
  manifest: PackManifest;
  /** SHA-256 of items.jsonl, in hex. */
  hash: string;
};

const WHOLE_FILE = { file: 'items.jsonl', line: null, field: null } as const;

function parseLines<Item extends { id: string }>(
  text: string,
  parseLine: (json: string, line: number) => PackResult<Item>,
): PackResult<Item[]> {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  if (lines.length > MAX_ITEMS) {
    return packError(WHOLE_FILE, `it has more than ${String(MAX_ITEMS)} lines`);
  }
  const items: Item[] = [];
  const lineOfId = new Map<string, number>();
  for (const [index, json] of lines.entries()) {
    const line = index + 1;
    const parsed = parseLine(json, line);
    if (!parsed.ok) return parsed;
    const earlier = lineOfId.get(parsed.value.id);
    if (earlier !== undefined) {
      const place = { file: 'items.jsonl', line, field: 'id' } as const;
      return packError(place, `"${parsed.value.id}" is already the id of line ${String(earlier)}`);
    }
    lineOfId.set(parsed.value.id, line);
    items.push(parsed.value);
  }
  return { ok: true, value: items };
}

/** How many items there are of each name, in the order the names first occur. */
export function countByName(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function countsError(field: string, said: number | undefined, found: number | undefined) {
  const place = { file: 'manifest.json', line: null, field: `counts.${field}` } as const;
  const [saidText, foundText] = [said, found].map((count) => String(count ?? 'nothing'));
  return packError(place, `says ${saidText ?? ''}, but items.jsonl holds ${foundText ?? ''}`).error;
}

/** The first count of the manifest that its items do not bear out, or null. */
function findCountError(
  { counts }: PackManifest,
  names: readonly string[],
  criteria: number | undefined,
): PackError | null {
  if (counts.items !== names.length) return countsError('items', counts.items, names.length);
  if (counts.criteria !== criteria) return countsError('criteria', counts.criteria, criteria);
  const found = new Map(Object.entries(countByName(names)));
  const said = new Map(Object.entries(counts.byStratum));
  for (const name of new Set([...said.keys(), ...found.keys()])) {
    if (said.get(name) !== found.get(name)) {
      return countsError(`byStratum.${name}`, said.get(name), found.get(name));
    }
  }
  return null;
}

function itemsOf<Kind, Item extends { id: string }>(
  kind: Kind,
  info: PackKindInfo<Item>,
  text: string,
): PackResult<ItemsOf<Kind, Item>> {
  const parsed = parseLines(text, info.parse);
  if (!parsed.ok) return parsed;
  const items = parsed.value;
  const { criteriaOf } = info;
  const criteria =
    criteriaOf === undefined ? undefined : items.reduce((sum, item) => sum + criteriaOf(item), 0);
  const entries = items.map((item) => ({
    id: item.id,
    cluster: info.clusterOf(item),
    stratum: info.stratumOf(item),
    view: () => info.view(item),
  }));
  return { ok: true, value: { kind, items, entries, criteria } };
}

/** Reads the text of an items.jsonl of that kind, and describes each item for pages and runs. */
export function readItems(packKind: PackKind, text: string): PackResult<PackItems> {
  // One line a kind: only so does the compiler see that a kind and its items belong together.
  const readers: { [Kind in PackKind]: () => PackResult<PackItems> } = {
    'concept-verification': () =>
      itemsOf('concept-verification', KINDS['concept-verification'], text),
    'trial-eligibility': () => itemsOf('trial-eligibility', KINDS['trial-eligibility'], text),
    'consult-rubrics': () => itemsOf('consult-rubrics', KINDS['consult-rubrics'], text),
    'multiple-choice': () => itemsOf('multiple-choice', KINDS['multiple-choice'], text),
    'numeric-answers': () => itemsOf('numeric-answers', KINDS['numeric-answers'], text),
    'stepwise-errors': () => itemsOf('stepwise-errors', KINDS['stepwise-errors'], text),
    preferences: () => itemsOf('preferences', KINDS['preferences'], text),
    'entity-spans': () => itemsOf('entity-spans', KINDS['entity-spans'], text),
    'note-errors': () => itemsOf('note-errors', KINDS['note-errors'], text),
    'multistep-arithmetic': () =>
      itemsOf('multistep-arithmetic', KINDS['multistep-arithmetic'], text),
  };
  return readers[packKind]();
}

/**
 * Reads a pack from the texts of its manifest.json and items.jsonl, and checks that the items are
 * the ones the manifest was written for: their bytes, SHA-256 and counts.
 *
 * Nothing is trusted; the first fault ends the reading and is returned, never thrown.
 */
export function parsePack(manifestJson: string, itemsJsonl: string): PackResult<Pack> {
  const manifest = parseManifest(manifestJson);
  if (!manifest.ok) return manifest;
  if (itemsJsonl.length > MAX_ITEMS_BYTES) {
    return packError(WHOLE_FILE, `it is larger than ${String(MAX_ITEMS_BYTES)} bytes`);
  }
  const byteCount = utf8ToBytes(itemsJsonl).length;
  const said = manifest.value.items;
  if (byteCount !== said.bytes) {
    return packError(
      WHOLE_FILE,
      `it has ${String(byteCount)} bytes, but the manifest's items.bytes says ${String(said.bytes)}`,
    );
  }
  const hash = sha256Hex(itemsJsonl);
  if (hash !== said.sha256) {
    return packError(
      WHOLE_FILE,
      `its SHA-256 is ${hash}, not the manifest's items.sha256; the file was changed`,
    );
  }
  const read = readItems(manifest.value.kind, itemsJsonl);
  if (!read.ok) return read;
  const { entries, criteria } = read.value;
  const strata = entries.map(({ stratum }) => stratum);
  const error = findCountError(manifest.value, strata, criteria);
  if (error !== null) return { ok: false, error };
  return { ok: true, value: { ...read.value, manifest: manifest.value, hash } };
}
