import { createRandom, type Random } from '../../../random.ts';
import type { EntityItem, EntityStratum } from '../../entitySpans.ts';
import { generateNote } from './generateNote.ts';

/** Items of each stratum, and how many of them hold no entity. */
const WANTED: readonly { stratum: EntityStratum; items: number; empty: number }[] = [
  { stratum: 'seen', items: 90, empty: 8 },
  { stratum: 'unseen', items: 70, empty: 0 },
  { stratum: 'multiword', items: 60, empty: 0 },
  { stratum: 'distractor', items: 80, empty: 16 },
];

/** One to four entities, two and three more often than not. */
export function drawEntityCount(random: Random): number {
  return random.pick([1, 2, 2, 2, 3, 3, 3, 4]);
}

/** The shipped test items: 300 notes, each from a seed of its own that begins with `entities-test-`. */
export function buildTestItems(): EntityItem[] {
  const items: EntityItem[] = [];
  const texts = new Set<string>();
  for (const { stratum, items: wanted, empty } of WANTED) {
    for (let number = 1, made = 0; made < wanted; number += 1) {
      const id = `${stratum}-${String(number).padStart(3, '0')}`;
      const random = createRandom(`entities-test-${id}`);
      const entities = made < empty ? 0 : drawEntityCount(random);
      const note = generateNote(random, { split: 'test', stratum, entities });
      if (texts.has(note.text)) continue;
      texts.add(note.text);
      made += 1;
      items.push({ id, cluster: id, stratum, ...note });
    }
  }
  return items;
}
