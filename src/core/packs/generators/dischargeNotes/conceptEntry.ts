import type { Concept } from '../../concept.ts';

/** One fact in two sentences made of the same key words: the one that training notes use, and the one that test notes use. */
export type WordedTwice = readonly [train: string, test: string];

/**
 * One concept and every way in which a note can show it.
 *
 * Sentences are templates (see `fillTemplate.ts`). Each of them supports its own concept and no
 * other concept of the catalogue; that is the author's duty, and what the labels rest on.
 */
export interface ConceptEntry extends Concept {
  /** Whether the sentences that name it speak of an admission or of a long-standing disease. */
  course: 'acute' | 'chronic';
  /** Noun phrases that name it: name, synonyms, the usual abbreviation. Names are vocabulary: test notes use them too. */
  mentions: readonly string[];
  /** Noun phrases that name it in test notes only, made of words that its other names use. */
  testMentions: readonly string[];
  /** Noun phrases that name it but are hard to recognise: misspellings, rare abbreviations. Test notes use them too. */
  rareMentions: readonly string[];
  /** Misspellings in test notes only. */
  testRareMentions: readonly string[];
  /** Sentences that imply it without naming it. */
  clues: readonly WordedTwice[];
  /** Sentences that imply it through a brand name or a rare term. */
  rareClues: readonly WordedTwice[];
  /** Two sentences that imply it only together. */
  jointClues: readonly (readonly [WordedTwice, WordedTwice])[];
  /** Sentences that would imply it, were they about the patient and not about someone else. */
  otherPersonClues: readonly WordedTwice[];
}

/** Concepts that are easily taken for one another. A note never holds two of one group. */
export interface ConceptGroup {
  id: string;
  concepts: readonly ConceptEntry[];
}
