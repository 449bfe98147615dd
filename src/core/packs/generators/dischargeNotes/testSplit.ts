import { createRandom } from '../../../random.ts';
import type { ConceptItem } from '../../conceptVerification.ts';
import { conceptEntries } from './catalogue.ts';
import type { ConceptPair } from './generatedNote.ts';
import { STRATA } from './generatedNote.ts';
import { generateNote } from './generateNote.ts';

/**
 * The seed of the n-th test note. No other use may draw from seeds that begin with `test-`: that is
 * all that keeps test notes out of training.
 */
function testSeed(number: number): string {
  return `test-${String(number).padStart(4, '0')}`;
}

/** Items of each concept in each stratum: no concept and no code tells anything of the label. */
const ITEMS_PER_CELL = 2;
/** Items that share a note are not independent. */
const MAX_ITEMS_PER_NOTE = 2;

function cellOf(pair: ConceptPair): string {
  return `${pair.stratum} ${pair.concept.code}`;
}

/**
 * The shipped test items: two of each concept in each of the five strata, from as many notes as it
 * takes, in the order of the notes. Pairs are taken as they come, for nothing but their cell.
 */
export function buildTestSplit(): ConceptItem[] {
  const wanted = conceptEntries.length * STRATA.length * ITEMS_PER_CELL;
  const taken = new Map<string, number>();
  const items: ConceptItem[] = [];
  for (let number = 1; items.length < wanted; number += 1) {
    const noteId = testSeed(number);
    const note = generateNote(createRandom(noteId), { wording: 'test' });
    const chosen = note.pairs
      .filter((pair) => (taken.get(cellOf(pair)) ?? 0) < ITEMS_PER_CELL)
      .slice(0, MAX_ITEMS_PER_NOTE);
    for (const pair of chosen) {
      taken.set(cellOf(pair), (taken.get(cellOf(pair)) ?? 0) + 1);
      items.push({
        id: `${noteId}-${pair.concept.code}`,
        noteId,
        sentences: note.sentences,
        concept: pair.concept,
        label: pair.supported,
        stratum: pair.stratum,
        evidence: pair.evidence,
      });
    }
  }
  return items;
}
