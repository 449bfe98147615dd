import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { noteLengths } from './noteLengths.ts';
import { parsePack } from './parsePack.ts';

function shipped(id: string) {
  const read = (file: string) =>
    readFileSync(new URL(`../../../static-data/packs/${id}/${file}`, import.meta.url), 'utf8');
  const pack = parsePack(read('manifest.json'), read('items.jsonl'));
  if (!pack.ok) throw new Error(pack.error.sentence);
  return pack.value;
}

it('counts sentences and words of the note that an item asks about', () => {
  const pack = shipped('trial-eligibility');
  const lengths = noteLengths(pack);
  const [item] = pack.kind === 'trial-eligibility' ? pack.items : [];
  if (item === undefined) throw new Error('no item');
  expect(lengths?.size).toBe(pack.items.length);
  expect(lengths?.get(item.id)).toEqual({
    sentences: item.sentences.length,
    words: item.sentences.join(' ').split(' ').length,
  });
});

it('knows the kinds whose items are no notes', () => {
  expect(noteLengths(shipped('concept-verification'))?.size).toBeGreaterThan(0);
  expect(noteLengths(shipped('multiple-choice'))).toBeNull();
});
