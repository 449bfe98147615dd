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

  it('has 96 items of each stratum, two of each concept, at most two of a note', () => {
    if (pack.kind !== 'concept-verification') throw new Error('wrong kind');
    expect(pack.manifest.counts).toEqual({
      items: 480,
      byStratum: {
        explicit: 96,
        implicit: 96,
        hard_positive: 96,
        random_neg: 96,
        confusable_neg: 96,
      },
    });
    const cells = new Map<string, number>();
    const notes = new Map<string, number>();
    for (const { concept, stratum, noteId } of pack.items) {
      const cell = `${stratum} ${concept.code}`;
      cells.set(cell, (cells.get(cell) ?? 0) + 1);
      notes.set(noteId, (notes.get(noteId) ?? 0) + 1);
    }
    expect([...cells.values()]).toEqual(Array(240).fill(2));
    expect(Math.max(...notes.values())).toBe(2);
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
