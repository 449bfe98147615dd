import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../calls/identity.ts';
import { buildTestSplit } from './generators/dischargeNotes/testSplit.ts';
import { parsePack } from './parsePack.ts';

function readPack(id: string) {
  const folder = new URL(`../../../static-data/packs/${id}/`, import.meta.url);
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
  const result = parsePack(read('manifest.json'), read('items.jsonl'));
  if (!result.ok) throw new Error(result.error.sentence);
  return result.value;
}

describe('the shipped concept pack', () => {
  const pack = readPack('concept-verification');

  // Written by `npx tsx scripts/writePacks.ts`.
  it('is what the generator writes today', () => {
    const text = buildTestSplit()
      .map((item) => `${JSON.stringify(item)}\n`)
      .join('');
    expect(sha256Hex(text)).toBe(pack.manifest.items.sha256);
  });

  it('has 160 originals of each stratum, and two copies of 40 of them', () => {
    if (pack.kind !== 'concept-verification') throw new Error('wrong kind');
    const copies = pack.items.filter(({ contrast }) => contrast !== undefined);
    expect(pack.manifest.counts.items).toBe(1200);
    expect(copies).toHaveLength(400);
    const counts = new Map<string, number>();
    for (const { stratum, contrast } of pack.items) {
      const key = `${contrast?.kind ?? 'original'} ${stratum}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const stratum of Object.keys(pack.manifest.counts.byStratum)) {
      expect(counts.get(`original ${stratum}`), stratum).toBe(160);
      expect(counts.get(`preserving ${stratum}`), stratum).toBe(40);
    }
    expect(Object.keys(pack.manifest.counts.byStratum)).toHaveLength(5);
  });

  it('has every copy’s original, under the same number and in the same note', () => {
    if (pack.kind !== 'concept-verification') throw new Error('wrong kind');
    const byId = new Map(pack.items.map((item) => [item.id, item]));
    for (const { id, contrast, pair, noteId } of pack.items) {
      if (contrast === undefined) continue;
      expect(byId.get(contrast.of), id).toMatchObject({ pair, noteId });
    }
  });
});

describe('the shipped consult pack', () => {
  const pack = readPack('consult-rubrics');

  it('has at least 40 questions, seven themes and 400 criteria', () => {
    expect(pack.kind).toBe('consult-rubrics');
    expect(pack.items.length).toBeGreaterThanOrEqual(40);
    expect(Object.keys(pack.manifest.counts.byStratum)).toHaveLength(7);
    expect(pack.manifest.counts.criteria).toBeGreaterThanOrEqual(400);
  });
});
