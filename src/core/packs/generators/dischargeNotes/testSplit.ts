import { createRandom } from '../../../random.ts';
import type { ConceptItem } from '../../conceptVerification.ts';
import { conceptEntries } from './catalogue.ts';
import { alteringCopy, preservingCopy } from './contrastCopies.ts';
import type { ConceptPair, GeneratedNote } from './generatedNote.ts';
import { STRATA } from './generatedNote.ts';
import { generateNote } from './generateNote.ts';
import { LENGTH_BINS, lengthBin } from './noteLengths.ts';

/**
 * The seed of the n-th test note. No other use may draw from seeds that begin with `test-`: that, and that no test wording
 * is in training notes, is what keeps test notes out of training.
 */
function testSeed(number: number): string {
  return `test-${String(number).padStart(4, '0')}`;
}

/** Items of each stratum in each bin of lengths: how long a note is tells nothing of the answer. */
const ITEMS_PER_CELL = 32;
const ITEMS_PER_STRATUM = ITEMS_PER_CELL * LENGTH_BINS.length;
/** Items of each concept in each stratum: this many, or one more. So no code tells anything of the label. */
const ITEMS_PER_CONCEPT = Math.floor(ITEMS_PER_STRATUM / conceptEntries.length);
/** Items that share a note are not independent. */
const MAX_ITEMS_PER_NOTE = 2;
/** Originals of each stratum and bin that have copies. */
const COPIED_PER_CELL = 8;

/** An item with the note it was made from. */
export interface TestItem {
  item: ConceptItem;
  note: GeneratedNote;
  pair: ConceptPair;
}

function toItem(id: string, noteId: string, note: GeneratedNote, pair: ConceptPair): ConceptItem {
  return {
    id,
    noteId,
    sentences: note.sentences,
    concept: pair.concept,
    label: pair.supported,
    stratum: pair.stratum,
    evidence: pair.evidence,
  };
}

/** Counts what was taken, and says whether a pair still has a place. */
class Places {
  readonly #inCell = new Map<string, number>();
  readonly #ofConcept = new Map<string, number>();
  /** Concepts of each stratum that have one item more than the others. */
  readonly #oneMore = new Map<string, number>();

  #concept({ stratum, concept }: ConceptPair): string {
    return `${stratum} ${concept.code}`;
  }

  has(pair: ConceptPair, bin: number): boolean {
    if ((this.#inCell.get(`${pair.stratum} ${String(bin)}`) ?? 0) >= ITEMS_PER_CELL) return false;
    const taken = this.#ofConcept.get(this.#concept(pair)) ?? 0;
    if (taken < ITEMS_PER_CONCEPT) return true;
    const spare = ITEMS_PER_STRATUM - ITEMS_PER_CONCEPT * conceptEntries.length;
    return taken === ITEMS_PER_CONCEPT && (this.#oneMore.get(pair.stratum) ?? 0) < spare;
  }

  take(pair: ConceptPair, bin: number): void {
    const cell = `${pair.stratum} ${String(bin)}`;
    const concept = this.#concept(pair);
    const taken = this.#ofConcept.get(concept) ?? 0;
    this.#inCell.set(cell, (this.#inCell.get(cell) ?? 0) + 1);
    this.#ofConcept.set(concept, taken + 1);
    if (taken === ITEMS_PER_CONCEPT)
      this.#oneMore.set(pair.stratum, (this.#oneMore.get(pair.stratum) ?? 0) + 1);
  }
}

/** The 800 items that are no copies. Lengths are drawn before the notes, and pairs are taken for nothing but their place. */
function drawOriginals(): TestItem[] {
  const places = new Places();
  const items: TestItem[] = [];
  for (let number = 1; items.length < ITEMS_PER_STRATUM * STRATA.length; number += 1) {
    const noteId = testSeed(number);
    const random = createRandom(noteId);
    const bin = number % LENGTH_BINS.length;
    const { least, most } = LENGTH_BINS[bin] ?? LENGTH_BINS[0];
    const sentences = least + random.int(most - least + 1);
    const note = generateNote(random, { wording: 'test', sentences });
    let fromNote = 0;
    for (const pair of note.pairs) {
      if (fromNote === MAX_ITEMS_PER_NOTE || !places.has(pair, bin)) continue;
      places.take(pair, bin);
      const item = toItem(`${noteId}-${pair.concept.code}`, noteId, note, pair);
      items.push({ item, note, pair });
      fromNote += 1;
    }
  }
  return items;
}

/** An original with its two copies. */
interface Trio {
  original: TestItem;
  copies: readonly [TestItem, TestItem];
}

/** The copies of an original, or null where its note cannot be altered. */
function copiesOf({ item, note, pair }: TestItem): Trio['copies'] | null {
  const random = createRandom(`${item.id}/copies`);
  const altered = alteringCopy(note, pair, random);
  if (altered === null) return null;
  const preserved = preservingCopy(note, pair, random);
  const copy = (kind: 'altering' | 'preserving', made: typeof altered): TestItem => ({
    ...made,
    item: {
      ...toItem(`${item.id}-${kind}`, item.noteId, made.note, made.pair),
      contrast: { of: item.id, kind },
    },
  });
  return [copy('altering', altered), copy('preserving', preserved)];
}

/** The first originals of each stratum and bin that can be altered, with their copies, in the order of the originals. */
function chooseTrios(originals: readonly TestItem[]): Trio[] {
  const taken = new Map<string, number>();
  const trios: Trio[] = [];
  for (const original of originals) {
    const { stratum, sentences } = original.item;
    const cell = `${stratum} ${String(lengthBin(sentences.length))}`;
    const count = taken.get(cell) ?? 0;
    const copies = count < COPIED_PER_CELL ? copiesOf(original) : null;
    if (copies === null) continue;
    taken.set(cell, count + 1);
    trios.push({ original, copies });
  }
  return trios;
}

/** Numbers of the originals that have copies, by id: from 1 within each note, so that results stay small. */
function pairNumbers(trios: readonly Trio[]): Map<string, number> {
  const inNote = new Map<string, number>();
  return new Map(
    trios.map(({ original: { item } }) => {
      const number = (inNote.get(item.noteId) ?? 0) + 1;
      inNote.set(item.noteId, number);
      return [item.id, number];
    }),
  );
}

/** The shipped test items with their notes: 800 originals, then 200 altering and 200 preserving copies. */
export function buildTestNotes(): TestItem[] {
  const originals = drawOriginals();
  const trios = chooseTrios(originals);
  const numbers = pairNumbers(trios);
  const numbered = (one: TestItem, original: TestItem): TestItem => {
    const pairNumber = numbers.get(original.item.id);
    if (pairNumber === undefined) return one;
    const { contrast, ...rest } = one.item;
    const item = { ...rest, pair: pairNumber };
    return { ...one, item: contrast === undefined ? item : { ...item, contrast } };
  };
  return [
    ...originals.map((original) => numbered(original, original)),
    ...trios.map(({ original, copies }) => numbered(copies[0], original)),
    ...trios.map(({ original, copies }) => numbered(copies[1], original)),
  ];
}

/** The shipped test items, the same on every call. */
export function buildTestSplit(): ConceptItem[] {
  return buildTestNotes().map(({ item }) => item);
}
