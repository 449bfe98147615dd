import type { Concept } from '../../concept.ts';

/**
 * One concept and every way in which a note can show it.
 *
 * Sentences are templates (see `fillTemplate.ts`). Each of them supports its own concept and no
 * other concept of the catalogue; that is the author's duty, and what the labels rest on.
 */
export interface ConceptEntry extends Concept {
  /** Whether the sentences that name it speak of an admission or of a long-standing disease. */
  course: 'acute' | 'chronic';
  /** Noun phrases that name it: name, synonyms, the usual abbreviation. */
  mentions: readonly string[];
  /** Noun phrases that name it but are hard to recognise: misspellings, rare abbreviations. */
  rareMentions: readonly string[];
  /** Sentences that imply it without naming it. */
  clues: readonly string[];
  /** Sentences that imply it through a brand name or a rare term. */
  rareClues: readonly string[];
  /** Two sentences that imply it only together. */
  jointClues: readonly (readonly [string, string])[];
  /** Sentences that would imply it, were they about the patient and not about someone else. */
  otherPersonClues: readonly string[];
}

/** Concepts that are easily taken for one another. A note never holds two of one group. */
export interface ConceptGroup {
  id: string;
  concepts: readonly ConceptEntry[];
}
